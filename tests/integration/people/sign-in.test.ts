import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { changePassword, isResetLinkOpen, resetPassword } from '#app/domain/people/choose-password.server.ts'
import { requestPasswordReset } from '#app/domain/people/request-password-reset.server.ts'
import { signIn } from '#app/domain/people/sign-in.server.ts'
import { Invalid, NotFound, TooManyAttempts } from '#app/domain/shared/errors.ts'
import { passwordResets, rateLimits, sessions, users } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { castOf, lettersTo, newestToken, PASSWORD, trailOf } from './cast.ts'

const { db } = await testDatabase()
let cast: Awaited<ReturnType<typeof castOf>>
let address = 0
/** An address that no other test has used. */
const fresh = () => `10.0.0.${++address}`
const HOUR = 3_600_000

beforeAll(async () => {
  cast = await castOf(db)
})

const attempt = (email: string, password: string, from = fresh()) =>
  signIn(cast.as('visitor'), { email, password, address: from })

describe('signing in', () => {
  test('with the right password answers the person and leaves a trace', async () => {
    const { userId, hats } = await attempt('dua-peran@contoh.invalid', PASSWORD)
    expect(userId).toBe(cast.people.twoHats.userId)
    expect(hats).toBe(2)
    expect(await trailOf(db, userId)).toContain('user.sign_in by person')
  })

  test('says the same for a wrong password, an unknown address and a disabled account', async () => {
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.email, 'sumber@contoh.invalid'))
    const tries = [
      ['penulis@contoh.invalid', 'bukan ini juga'],
      ['tidak-ada@contoh.invalid', PASSWORD],
      ['sumber@contoh.invalid', PASSWORD],
    ] as const
    for (const [email, password] of tries) {
      await expect(attempt(email, password)).rejects.toEqual(new Invalid({ '': ['signInMismatch'] }))
    }
    await db.update(users).set({ disabledAt: null }).where(eq(users.email, 'sumber@contoh.invalid'))
  })

  test('takes about as long for an unknown address', async () => {
    const time = async (email: string) => {
      const started = performance.now()
      await attempt(email, 'salah').catch(() => {})
      return performance.now() - started
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let n = 0; n < 7; n++) {
      known.push(await time('kurator@contoh.invalid'))
      unknown.push(await time(`siapa-${n}@contoh.invalid`))
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[3] ?? 0
    const ratio = median(unknown) / median(known)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })

  test('stops after ten wrong passwords for an account, from wherever they come', async () => {
    for (let n = 0; n < 10; n++) {
      await expect(attempt('hub@contoh.invalid', 'salah')).rejects.toBeInstanceOf(Invalid)
    }
    const refusal = await attempt('hub@contoh.invalid', PASSWORD).catch((error) => error)
    expect(refusal).toBeInstanceOf(TooManyAttempts)
    expect(refusal.retryAfter).toBeGreaterThan(10 * 60)
    expect(refusal.retryAfter).toBeLessThanOrEqual(15 * 60)
  })

  test('stops an address that tries many accounts, and counts none that succeed', async () => {
    const from = fresh()
    for (let n = 0; n < 20; n++) await attempt('pendamping@contoh.invalid', PASSWORD, from)
    for (let n = 0; n < 60; n++) {
      await expect(attempt(`akun-${n}@contoh.invalid`, 'salah', from)).rejects.toBeInstanceOf(Invalid)
    }
    await expect(attempt('pendamping@contoh.invalid', PASSWORD, from)).rejects.toBeInstanceOf(TooManyAttempts)
    await attempt('pendamping@contoh.invalid', PASSWORD)
  })

  test('many attempts at once count one by one', async () => {
    const tries = Array.from({ length: 25 }, () => attempt('kepala@contoh.invalid', 'salah').catch((error) => error))
    const errors = await Promise.all(tries)
    expect(errors.filter((error) => error instanceof Invalid)).toHaveLength(10)
    expect(errors.filter((error) => error instanceof TooManyAttempts)).toHaveLength(15)
  })

  test('the counters name nobody', async () => {
    const rows = await db.select().from(rateLimits)
    expect(rows.length).toBeGreaterThan(5)
    for (const { key } of rows) expect(key).not.toMatch(/contoh|10\.0\.0/)
  })
})

describe('a forgotten password', () => {
  const ask = (email: string, now?: Date) => requestPasswordReset(cast.as('visitor', now), { email, address: fresh() })
  const reset = (token: string, password: string, now?: Date) =>
    resetPassword(cast.as('visitor', now), { token, password, address: fresh() })

  test('is replaced once with the mailed link, which ends all sessions', async () => {
    const email = 'pelaksana@contoh.invalid'
    const { userId } = cast.people.adopter
    await signedInCookie(db, userId)
    await ask(email)
    const token = await newestToken(db, email)
    expect(await isResetLinkOpen(cast.as('visitor'), token)).toBe(true)
    await expect(reset(token, 'Indonesia2024!')).rejects.toEqual(new Invalid({ password: ['passwordCommon'] }))

    const both = await Promise.allSettled([reset(token, 'sandi baru satu'), reset(token, 'sandi baru satu')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await isResetLinkOpen(cast.as('visitor'), token)).toBe(false)
    await expect(reset(token, 'sandi baru dua')).rejects.toBeInstanceOf(NotFound)
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([])
    expect((await lettersTo(db, email)).at(-1)?.template).toBe('password_changed')
    await attempt(email, 'sandi baru satu')
  })

  test('does nothing for an unknown address, and the token is not stored', async () => {
    await ask('tidak-ada@contoh.invalid')
    expect(await lettersTo(db, 'tidak-ada@contoh.invalid')).toEqual([])
    await ask('nasional@contoh.invalid')
    const token = await newestToken(db, 'nasional@contoh.invalid')
    expect(JSON.stringify(await db.select().from(passwordResets))).not.toContain(token)
  })

  test('the newest link is the only one, and works for an hour', async () => {
    const email = 'pengamat@contoh.invalid'
    await ask(email)
    const first = await newestToken(db, email)
    await ask(email)
    const second = await newestToken(db, email)
    expect(await isResetLinkOpen(cast.as('visitor'), first)).toBe(false)
    expect(await isResetLinkOpen(cast.as('visitor', new Date(Date.now() + 0.98 * HOUR)), second)).toBe(true)
    expect(await isResetLinkOpen(cast.as('visitor', new Date(Date.now() + HOUR + 1)), second)).toBe(false)
    await expect(reset(second, 'sandi lain lagi', new Date(Date.now() + HOUR + 1))).rejects.toBeInstanceOf(NotFound)
  })

  test('three letters an hour are enough for one account, and it does not say so', async () => {
    const email = 'sumber-kepala@contoh.invalid'
    for (let n = 0; n < 6; n++) await ask(email)
    expect(await lettersTo(db, email)).toHaveLength(3)
  })
})

describe('changing the password', () => {
  test('needs the present one, and ends every session', async () => {
    const { userId } = cast.people.curator
    await signedInCookie(db, userId)
    const change = (current: string, password: string) =>
      changePassword(cast.as('curator'), { current, password, address: fresh() })
    await expect(change('salah', 'sandi baru tiga')).rejects.toEqual(new Invalid({ current: ['currentWrong'] }))
    await expect(change(PASSWORD, 'kurator@contoh.invalid')).rejects.toEqual(
      new Invalid({ password: ['passwordIsEmail'] }),
    )
    await change(PASSWORD, 'sandi baru tiga')
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([])
    expect(await trailOf(db, userId)).toContain('user.change_password by curator')
    await attempt('kurator@contoh.invalid', 'sandi baru tiga')
  })
})
