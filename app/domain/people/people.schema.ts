import { z } from 'zod'
import { LANGUAGES, ROLES } from '#db/vocabulary.ts'
import { normalEmail } from './people.ts'

const email = z.string().max(254).transform(normalEmail).pipe(z.email())
const name = z.string().trim().min(2).max(120)
/** Of any length here: passwordProblem() has the rules, and an old password may break them. */
const password = z.string().max(1000)

export const signInSchema = z.object({ email, password })

export const forgotPasswordSchema = z.object({ email })

export const resetPasswordSchema = z.object({ password })

export const changePasswordSchema = z.object({ current: password, password })

/** Name and language are asked of people who are new here; a password of all who are not signed in. */
export const acceptInvitationSchema = z.object({
  name: name.optional(),
  language: z.enum(LANGUAGES).optional(),
  password: password.optional(),
})

export const switchHatSchema = z.object({ membershipId: z.uuid() })

export const accountSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('profile'), name, language: z.enum(LANGUAGES) }),
  z.object({ intent: z.literal('end_session'), session: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ intent: z.literal('end_sessions') }),
])

export const membersSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite'), organisationId: z.uuid(), email, role: z.enum(ROLES) }),
  z.object({ intent: z.literal('revoke'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('end'), membershipId: z.uuid() }),
])

/** The filters of the audit trail, as they stand in the address. */
export const auditFilterSchema = z.object({
  entity: z.string().max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const membersFilterSchema = z.object({
  organisation: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
})
