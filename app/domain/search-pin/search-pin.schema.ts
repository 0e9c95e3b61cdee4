import { z } from 'zod'
import { LANGUAGES } from '#db/vocabulary.ts'

const position = z.coerce.number().int().min(1).max(3)
const reason = z.string().trim().min(5).max(160)
const expiresOn = z.iso.date()
const id = z.uuid()
const version = z.coerce.number().int().min(1)

/** The forms of the list of pins. `target` is words, or the address of the page of one filter value. */
export const searchPinSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('pin'),
    target: z.string().trim().min(1).max(300),
    practice: z.string().trim().min(1).max(300),
    position,
    /** Nothing for both. */
    language: z.enum(LANGUAGES).optional(),
    reason,
    expiresOn,
  }),
  z.object({ intent: z.literal('change'), id, version, position, reason, expiresOn }),
  z.object({ intent: z.literal('remove'), id, version }),
])
