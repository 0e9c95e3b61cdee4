import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { LIKENESS_ANSWERS, type LikenessAnswer } from '../vocabulary.ts'
import { createdAt, oneOf } from './columns.ts'
import { users } from './people.ts'
import { practices } from './practices.ts'

/** What the owner of a practice said of another one that resembles it: nobody is asked twice. */
export const practiceLikenesses = pgTable(
  'practice_likenesses',
  {
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    otherId: uuid()
      .notNull()
      .references(() => practices.id),
    answer: text().$type<LikenessAnswer>().notNull(),
    answeredBy: uuid().references(() => users.id),
    answeredAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.otherId] }),
    oneOf('practice_likenesses_answer', t.answer, LIKENESS_ANSWERS),
    index('practice_likenesses_other').on(t.otherId),
  ],
)
