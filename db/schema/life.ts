import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment, oneOf } from './columns.ts'
import { users } from './people.ts'
import { lifeAssertions, practices } from './practices.ts'

/**
 * "Is it still running?", asked once: the link of one letter, or of one WhatsApp message. The link holds the id and a
 * signature; nothing that opens it is stored.
 */
export const lifeQuestions = pgTable(
  'life_questions',
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    /** The day of the last word on its life, or of its publication: what the question counts from. */
    roundOn: date({ mode: 'string' }).notNull(),
    /** 1 is the first letter of a round. */
    number: smallint().notNull(),
    channel: text().$type<'mail' | 'whatsapp'>().notNull(),
    /** Where the letter goes; null for WhatsApp, whose number is never stored. */
    sentTo: text(),
    askedAt: createdAt(),
    /** The person who sent or prepared it; null for the schedule. */
    askedBy: uuid().references(() => users.id),
    expiresAt: moment().notNull(),
    answeredAt: moment(),
    assertionId: uuid().references(() => lifeAssertions.id),
  },
  (t) => [
    oneOf('life_questions_channel', t.channel, ['mail', 'whatsapp']),
    check('life_questions_address', sql`(${t.channel} = 'mail') = (${t.sentTo} is not null)`),
    check('life_questions_answer', sql`(${t.answeredAt} is null) = (${t.assertionId} is null)`),
    uniqueIndex('life_questions_once')
      .on(t.practiceId, t.roundOn, t.number, t.sentTo)
      .where(sql`${t.channel} = 'mail'`),
    index('life_questions_practice').on(t.practiceId, t.roundOn),
  ],
)

/** Mailboxes that take no letters: refused for good by their server, or reported by a person. Gone once a letter arrives. */
export const deadMailboxes = pgTable('dead_mailboxes', {
  /** Lower case. */
  email: text().primaryKey(),
  /** What the server answered; null when a person said so. */
  answer: text(),
  reportedBy: uuid().references(() => users.id),
  since: createdAt(),
})

/** A contact that was put in the place of the one in the published text, without a new version of the text. */
export const practiceContacts = pgTable('practice_contacts', {
  practiceId: uuid()
    .primaryKey()
    .references(() => practices.id),
  email: text().notNull(),
  /** The address that it replaces: a published text that names another one has the last word. */
  replaces: text(),
  setBy: uuid().references(() => users.id),
  setAt: createdAt(),
})
