import { z } from 'zod'
import { PERIODS } from './demand.ts'

/** The address of the report. */
export const demandFilterSchema = z.object({
  days: z.coerce
    .number()
    .pipe(z.literal([...PERIODS]))
    .catch(PERIODS[0]),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .catch(null),
})
