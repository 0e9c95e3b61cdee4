import { z } from 'zod'

/** What a national admin can do with a job that was given up. */
export const jobHealthSchema = z.object({
  intent: z.enum(['retry', 'set_aside']),
  jobId: z.string().regex(/^\d{1,18}$/),
})
