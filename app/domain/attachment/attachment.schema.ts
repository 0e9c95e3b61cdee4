import { z } from 'zod'
import { ALT_LENGTH, CAPTION_LENGTH, MOST_FILES } from './attachment.ts'

const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null)
const bilingual = (max: number) => z.object({ id: words(max), en: words(max) }).prefault({})

/** What is said of the files of a text; `act` is the button: `remove:<file>`, `up:<file>`, `down:<file>`. */
export const describeSchema = z.object({
  base: z.string().max(64),
  said: z
    .array(z.object({ fileId: z.uuid(), caption: bilingual(CAPTION_LENGTH), alt: bilingual(ALT_LENGTH) }))
    .max(MOST_FILES)
    .default([]),
  /** Goes on to the page of sending once all is saved. */
  leadsOn: z.literal('send').nullish(),
  act: z
    .string()
    .nullish()
    .transform((value) => {
      const [, act, fileId] = /^(remove|up|down):([0-9a-f-]{36})$/.exec(value ?? '') ?? []
      if (!act || !fileId) return undefined
      return act === 'remove' ? { remove: fileId } : { move: fileId, by: act === 'up' ? (-1 as const) : (1 as const) }
    }),
})
