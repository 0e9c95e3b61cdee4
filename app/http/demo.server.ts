import type { Role } from '#db/vocabulary.ts'
import { env } from '../config/env.server.ts'
import { DEMO_ACCOUNTS, demoEmail } from '../domain/people/demo-accounts.ts'

export type DemoSignIn = { password: string; accounts: { email: string; roles: Role[] }[] }

/** The accounts anybody may try on a trial installation; `null` on a real one. */
export function demoSignIn(): DemoSignIn | null {
  const { JIPP_DEMO, JIPP_DEMO_PASSWORD } = env()
  if (!JIPP_DEMO || !JIPP_DEMO_PASSWORD) return null
  const accounts = Object.values(DEMO_ACCOUNTS).map(({ mailbox, hats }) => ({
    email: demoEmail(mailbox),
    roles: hats.map(({ role }) => role),
  }))
  return { password: JIPP_DEMO_PASSWORD, accounts }
}
