import { z } from 'zod'
import { ALERTS } from '#db/vocabulary.ts'

const name = z.string().trim().min(1).max(80)
const alert = z.enum(ALERTS)

/** The forms of the list of saved searches; `search` holds the parameters of a search address. */
export const savedSearchSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), search: z.string().max(4000).default(''), name, alert }),
  z.object({ intent: z.literal('change'), id: z.uuid(), name, alert }),
  z.object({ intent: z.literal('delete'), id: z.uuid() }),
])
