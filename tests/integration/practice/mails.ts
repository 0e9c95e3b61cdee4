import type { Database } from '#db/client.server.ts'
import { orderedLetters } from '#tests/support/letters.ts'

/** The letters that are ordered while something happens. */
export async function mailsDuring(db: Database, happen: () => Promise<unknown>) {
  const known = new Set((await orderedLetters(db)).map(({ letterId }) => letterId))
  await happen()
  return (await orderedLetters(db)).filter(({ letterId }) => !known.has(letterId))
}
