import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from './columns.ts'
import { users } from './people.ts'
import { practiceRevisions } from './practices.ts'

/** What a reviewer has typed on the page of a review and not sent: their message, their choices, half a remark. */
export const reviewDrafts = pgTable(
  'review_drafts',
  {
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    reviewerId: uuid()
      .notNull()
      .references(() => users.id),
    /** Names and values of the fields, as the form sends them. */
    fields: jsonb().$type<[string, string][]>().notNull(),
    /** Fingerprint of the text that was on their screen. */
    seen: text(),
    savedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.reviewerId] })],
)
