import type { PracticeContent } from '#db/practice-content.ts'

/** People whose names the newest version no longer gives took back their consent: no older version gives them either. */
export function withoutFormerNames(content: PracticeContent, newest: PracticeContent): PracticeContent {
  if (!content.innovators) return content
  const consenting = new Set(newest.innovators?.filter(({ consent }) => consent).map(({ name }) => name))
  return { ...content, innovators: content.innovators.filter(({ name }) => consenting.has(name)) }
}
