import type { OrganisationKind, Role } from '#db/vocabulary.ts'
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts'

const DAY = 86_400_000

/** An invitation can be accepted for seven days. */
export const INVITATION_DAYS = 7
/** A link to choose a new password works for one hour. */
export const RESET_MINUTES = 60
export const PASSWORD_MIN = 10
/** Longer input only costs computing time. */
export const PASSWORD_MAX = 200

/** The role without which nobody could invite others into an organisation of this kind. */
export const KEEPER_ROLE: Record<OrganisationKind, Role> = {
  agency: 'agency_admin',
  hub: 'hub_manager',
  national: 'national_admin',
}

export const INVITATION_STATES = ['open', 'accepted', 'revoked', 'expired'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

type InvitationTimes = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

/** Where an invitation stands at a moment. */
export function invitationState({ acceptedAt, revokedAt, expiresAt }: InvitationTimes, now: Date): InvitationState {
  if (acceptedAt) return 'accepted'
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : 'open'
}

export const invitationExpiry = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY)
export const resetExpiry = (now: Date) => new Date(now.getTime() + RESET_MINUTES * 60_000)

/** The form in which addresses are stored and compared. */
export const normalEmail = (email: string) => email.trim().toLowerCase()

/** Unicode form in which passwords are hashed, so that every keyboard gives the same one (NIST SP 800-63B, 5.1.1.2). */
export const normalPassword = (password: string) => password.normalize('NFKC')

/**
 * Why a password may not be chosen, as the key of a message; `null` when it may.
 * Length and a list of common ones, no rules about kinds of characters. Source: NIST SP 800-63B, 5.1.1.2.
 */
export function passwordProblem(password: string, email: string): string | null {
  const value = normalPassword(password)
  if ([...value].length < PASSWORD_MIN) return `tooShort|${PASSWORD_MIN}`
  if (value.length > PASSWORD_MAX) return `tooLong|${PASSWORD_MAX}`
  const plain = value.toLowerCase()
  const address = normalEmail(email)
  if (plain === address || plain === address.split('@')[0]) return 'passwordIsEmail'
  return isCommon(plain) ? 'passwordCommon' : null
}

/** `Indonesia2024!` is `indonesia` with an ending that everybody tries. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < 4) return true
  if (COMMON_PASSWORDS.has(plain)) return true
  const word = plain.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}]+/u, '')
  return COMMON_WORDS.has(word)
}
