import type { PracticeContent } from '#db/practice-content.ts'

/**
 * A published text without the people whose names the newest version no longer gives: they took back their consent
 * (UU 27/2022), so no older version gives their names either.
 */
export function withoutFormerNames(content: PracticeContent, newest: PracticeContent): PracticeContent {
  if (!content.innovators) return content
  const consenting = new Set(newest.innovators?.filter(({ consent }) => consent).map(({ name }) => name))
  return { ...content, innovators: content.innovators.filter(({ name }) => consenting.has(name)) }
}
