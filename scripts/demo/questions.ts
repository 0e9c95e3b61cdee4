import { askQuestion } from '#app/domain/question/ask-question.server.ts'
import { answerQuestion } from '#app/domain/question/move-question.server.ts'
import type { Context } from '#app/domain/shared/context.ts'
import { listQuestions } from '#db/queries/practice-questions.server.ts'
import { listPracticesInWork } from '#db/queries/practices-work.server.ts'
import type { DemoPeople } from './people.ts'

const DAY = 86_400_000

const ASKED = 'Berapa petugas yang diperlukan untuk memulai, dan berapa lama mereka dilatih?'
const ANSWER =
  'Dua petugas pendaftaran cukup untuk satu puskesmas. Mereka dilatih dua hari, lalu didampingi selama dua minggu pertama.'
const OPEN = 'Apakah ada peraturan kepala daerah yang dapat kami pelajari sebagai contoh?'

/** Two questions of another district about the published practice of the demo district: one answered, one open. Repeatable. */
export async function seedDemoQuestions(base: Omit<Context, 'actor'>, people: DemoPeople): Promise<void> {
  const agencyId = people.author.hat?.organisationId
  if (!agencyId) throw new Error('the demo author has no agency')
  const scope = { kind: 'agency', agencyId } as const
  const practices = await listPracticesInWork(base.db, { scope, limit: 50 })
  const publicId = practices.find(({ state }) => state === 'published')?.publicId
  if (!publicId) return
  const open = await listQuestions(base.db, { scope, view: 'open', limit: 1 })
  if (open.length > 0) return
  const as = (who: keyof DemoPeople, daysAgo: number): Context => ({
    ...base,
    actor: people[who],
    now: new Date(base.now.getTime() - daysAgo * DAY),
  })
  await askQuestion(as('sourceAdmin', 12), { publicId, question: ASKED })
  const [question] = await listQuestions(base.db, { scope, view: 'open', limit: 1 })
  if (question) await answerQuestion(as('author', 10), { id: question.id, version: question.version, answer: ANSWER })
  await askQuestion(as('sourceAdmin', 2), { publicId, question: OPEN })
}
