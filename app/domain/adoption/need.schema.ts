import { z } from 'zod'
import { optionalText, practiceNumber, text, version } from './adoption.schema.ts'

/** The need sheet. Only the problem must be there at once; the first gate asks for the rest. */
export const needSchema = z.object({
  /** Absent for a new need. */
  version: version.optional(),
  problem: text(300),
  affectedGroup: optionalText(300),
  baseline: optionalText(300),
  planReference: optionalText(300),
  laporTopic: optionalText(150),
  laporCount: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .transform((value) => value ?? null),
})

export const needMoveSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('match'), version, practiceId: practiceNumber, note: optionalText(500) }),
  z.object({ intent: z.literal('unmatch'), version, practiceId: practiceNumber }),
  z.object({ intent: z.literal('adopt'), version }),
  z.object({ intent: z.literal('close'), version, reason: text(500) }),
])
