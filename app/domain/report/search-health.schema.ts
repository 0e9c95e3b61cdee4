import { z } from 'zod'

/** What a national admin can do on the page on the state of the search. */
export const searchHealthSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('check') }),
  z.object({ intent: z.literal('retry'), practiceId: z.uuid() }),
])
