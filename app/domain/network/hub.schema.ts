import { z } from 'zod'
import { normalEmail } from '../people/people.ts'

const email = z.string().max(254).transform(normalEmail).pipe(z.email())
const date = z.iso.date()

/** Opening a hub in a province that has none, with the invitation of its first manager. */
export const openHubSchema = z.object({
  provinceCode: z.string().regex(/^\d{2}$/),
  name: z.string().trim().min(3).max(120),
  openedOn: date,
  source: z.string().trim().max(300).optional(),
  managerEmail: email,
})
