import { z } from 'zod'
import { NEED_STATES } from '#db/vocabulary.ts'
import { optionalText, pageNumber, practiceNumber, text, version } from './adoption.schema.ts'

/** The need sheet. Only the problem must be there at once; the first gate asks for the rest. */
export const needSchema = z.object({
  problem: text(300),
  /** A practice that was found before the need was written down. */
  practiceId: practiceNumber.optional(),
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

/** The same for a need that exists. */
export const editedNeedSchema = needSchema.omit({ practiceId: true }).extend({ version })

export const needMoveSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('match'), version, practiceId: practiceNumber, note: optionalText(500) }),
  z.object({ intent: z.literal('unmatch'), version, practiceId: practiceNumber }),
  z.object({ intent: z.literal('adopt'), version }),
  z.object({ intent: z.literal('close'), version, reason: text(500) }),
])

/** The address of the board: anything else than a province and a page is ignored. */
export const boardFilterSchema = z.object({
  province: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .catch(null),
  page: pageNumber,
})

/** The address of the list in the workspace. */
export const needFilterSchema = z.object({ state: z.enum(NEED_STATES).nullable().catch(null), page: pageNumber })
