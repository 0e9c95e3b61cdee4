import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { STORY_SECTIONS, type StorySection } from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { organisations } from './organisations.ts'
import { users } from './people.ts'
import { practices } from './practices.ts'

/** What an official asked about a practice, and what its owner answered. Everybody reads what is answered. */
export const practiceQuestions = pgTable(
  'practice_questions',
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    /** Compare-and-set: grows with every move. */
    version: integer().notNull().default(1),
    question: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => users.id),
    /** In whose name; shown instead of the person. */
    askedFor: uuid()
      .notNull()
      .references(() => organisations.id),
    askedAt: createdAt(),
    answer: text(),
    answeredBy: uuid().references(() => users.id),
    answeredAt: moment(),
    /** The hub was told that nobody answers. */
    hubToldAt: moment(),
    hiddenAt: moment(),
    hiddenBy: uuid().references(() => users.id),
    hiddenReason: text(),
    /** The answer was put into this section of a draft. */
    takenInto: text().$type<StorySection>(),
    takenAt: moment(),
    takenBy: uuid().references(() => users.id),
  },
  (t) => [
    filled('practice_questions_question', t.question),
    oneOf('practice_questions_section', t.takenInto, STORY_SECTIONS),
    check(
      'practice_questions_answer',
      sql`(${t.answeredAt} is null) = (${t.answer} is null) and (${t.answeredAt} is null) = (${t.answeredBy} is null)`,
    ),
    check(
      'practice_questions_hidden',
      sql`(${t.hiddenAt} is null) or (length(btrim(coalesce(${t.hiddenReason}, ''))) > 0)`,
    ),
    check(
      'practice_questions_taken',
      sql`${t.takenAt} is null or (${t.answer} is not null and ${t.takenInto} is not null)`,
    ),
    index('practice_questions_practice').on(t.practiceId, t.askedAt),
    index('practice_questions_open').on(t.askedAt).where(sql`${t.answeredAt} is null and ${t.hiddenAt} is null`),
  ],
)
