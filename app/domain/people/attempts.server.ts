import { createHash } from 'node:crypto'
import {
  consumeAttempt,
  deleteAttempts,
  deleteExpiredAttempts,
  type Limit,
  rewardAttempt,
} from '#db/queries/people-limits.server.ts'
import type { Context } from '../shared/context.ts'
import { TooManyAttempts } from '../shared/errors.ts'

const MINUTE = 60

/** An office behind one address signs in often; one account is guessed at rarely by its owner. */
const PASSWORD_BY_ACCOUNT: Limit = { name: 'password-account', points: 10, seconds: 15 * MINUTE }
const PASSWORD_BY_ADDRESS: Limit = { name: 'password-address', points: 60, seconds: 15 * MINUTE }
const RESET_BY_ACCOUNT: Limit = { name: 'reset-account', points: 3, seconds: 60 * MINUTE }
const RESET_BY_ADDRESS: Limit = { name: 'reset-address', points: 20, seconds: 60 * MINUTE }
const LINK_BY_ADDRESS: Limit = { name: 'link-address', points: 40, seconds: 15 * MINUTE }

const QUESTION_BY_PERSON: Limit = { name: 'question-person', points: 20, seconds: 24 * 60 * MINUTE }

/** Keys are hashed: the table of counters names nobody. */
const keyOf = (value: string) => createHash('sha256').update(value).digest('base64url').slice(0, 22)

async function assertBelow(ctx: Context, limit: Limit, value: string): Promise<void> {
  const wait = await consumeAttempt(ctx.db, limit, keyOf(value))
  if (wait > 0) throw new TooManyAttempts(wait)
}

type PasswordAttempt = { email: string; address: string }

/** Counts an attempt with a password before it is checked, by account and by address; throws `TooManyAttempts`. */
export async function countPasswordAttempt(ctx: Context, { email, address }: PasswordAttempt): Promise<void> {
  await assertBelow(ctx, PASSWORD_BY_ADDRESS, address)
  await assertBelow(ctx, PASSWORD_BY_ACCOUNT, email)
}

/** The password was right: the account starts anew, the address gets its attempt back. */
export async function forgivePasswordAttempts(ctx: Context, { email, address }: PasswordAttempt): Promise<void> {
  await deleteAttempts(ctx.db, PASSWORD_BY_ACCOUNT, keyOf(email))
  await rewardAttempt(ctx.db, PASSWORD_BY_ADDRESS, keyOf(address))
  await deleteExpiredAttempts(ctx.db, new Date(ctx.now.getTime() - 60 * 60_000))
}

/** Counts a request for a reset link; throws for an address, but only answers `false` for an account: it stays secret. */
export async function mayRequestReset(ctx: Context, { email, address }: PasswordAttempt): Promise<boolean> {
  await assertBelow(ctx, RESET_BY_ADDRESS, address)
  return (await consumeAttempt(ctx.db, RESET_BY_ACCOUNT, keyOf(email))) === 0
}

/** Counts the use of a link with a token; throws `TooManyAttempts`. */
export async function countLinkAttempt(ctx: Context, address: string): Promise<void> {
  await assertBelow(ctx, LINK_BY_ADDRESS, address)
}

/** Counts a question that a person asks about a practice; throws `TooManyAttempts`. */
export async function countQuestion(ctx: Context, userId: string): Promise<void> {
  await assertBelow(ctx, QUESTION_BY_PERSON, userId)
}
