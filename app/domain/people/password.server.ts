import { hash, verify } from '@node-rs/argon2'
import { Invalid } from '../shared/errors.ts'
import { normalPassword, passwordProblem } from './people.ts'

/** argon2id, 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The stored form of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), COST)
}

let decoy: Promise<string> | undefined

/** Whether a password is right. Without a stored one it takes the same time and is never right. */
export async function isPasswordRight(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const right = await verify(stored ?? (await decoy), normalPassword(password))
  return right && Boolean(stored)
}

/** Throws `Invalid` beside the field `password` when it may not be chosen. */
export function assertPasswordFits(password: string, email: string): void {
  const problem = passwordProblem(password, email)
  if (problem) throw new Invalid({ password: [problem] })
}
