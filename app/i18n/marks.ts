import { text } from './text.ts'

/** Words of the two marks of trust: is it alive, and how do we know that it works. */
export const marksText = text(
  {
    never: 'belum pernah',
    neverConfirmed: 'belum pernah dikonfirmasi',
    confirmed: (age: string) => `dikonfirmasi ${age}`,
    evidence: (level: number) => `Bukti ${level}/5`,
  },
  {
    never: 'never',
    neverConfirmed: 'never confirmed',
    confirmed: (age) => `confirmed ${age}`,
    evidence: (level) => `Evidence ${level}/5`,
  },
)
