import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { users } from './people.ts'
import { practiceRevisions } from './practices.ts'

/** Who has which section of a draft open, for a few minutes: one row for each person and text. */
export const editorPresence = pgTable(
  'editor_presence',
  {
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    section: text().notNull(),
    seenAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.userId] })],
)
