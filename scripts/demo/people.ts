import { DEMO_ACCOUNTS, type DemoAccount, type DemoKey, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { hashPassword, isPasswordRight } from '#app/domain/people/password.server.ts'
import type { Actor, Context } from '#app/domain/shared/context.ts'
import { addDays, today } from '#app/domain/shared/dates.ts'
import { recordChange } from '#app/domain/shared/record-change.server.ts'
import { findOrganisationBySlug } from '#db/queries/organisations-admin.server.ts'
import { findUserByEmail, insertMembership, insertUser, updateUser } from '#db/queries/people.server.ts'
import { listCurrentMemberships } from '#db/queries/session.server.ts'

type Base = Omit<Context, 'actor'>
type SignedInActor = Extract<Actor, { kind: 'user' }>

/** The demo accounts as actors, each in the first of its hats: what the demo records of every concept are written by. */
export type DemoPeople = Record<DemoKey, SignedInActor>

/** Makes the demo accounts that are missing and gives all of them this password. Repeatable. */
export async function seedDemoPeople(base: Base, password: string): Promise<DemoPeople> {
  const entries: [DemoKey, SignedInActor][] = []
  for (const [key, account] of Object.entries(DEMO_ACCOUNTS) as [DemoKey, DemoAccount][]) {
    entries.push([key, await ensureAccount(base, account, password)])
  }
  return Object.fromEntries(entries) as DemoPeople
}

async function ensureAccount(base: Base, account: DemoAccount, password: string): Promise<SignedInActor> {
  const email = demoEmail(account.mailbox)
  const known = await findUserByEmail(base.db, email)
  if (known && !(await isPasswordRight(known.passwordHash, password))) {
    await updateUser(base.db, known.id, { passwordHash: await hashPassword(password) })
  }
  const userId = known?.id ?? (await makeAccount(base, account, email, password))
  const [hat = null] = await listCurrentMemberships(base.db, userId, today(base.now))
  return { kind: 'user', userId, name: account.name, hat }
}

/** A demo account has no mailbox to be invited to: it is written as accepting an invitation would. */
async function makeAccount(base: Base, { name, hats }: DemoAccount, email: string, password: string): Promise<string> {
  const passwordHash = await hashPassword(password)
  return base.db.transaction(async (tx) => {
    const user = await insertUser(tx, { email, name, passwordHash, language: 'id', isDemo: true })
    if (!user) throw new Error(`${email} appeared at this moment`)
    for (const [index, { kind, slug, role }] of hats.entries()) {
      const organisation = await findOrganisationBySlug(tx, kind, slug)
      if (!organisation) throw new Error(`there is no ${kind} "${slug}": load the regions and the demo places first`)
      // A year ago, so that demo records may lie in the past; one day apart, so that the first hat stays the first.
      const startsOn = addDays(today(base.now), index - 365)
      await insertMembership(tx, { userId: user.id, organisationId: organisation.id, role, startsOn, createdBy: null })
    }
    const actor = { kind: 'system', name: 'demo' } as const
    await recordChange(tx, { ...base, actor }, { action: 'user.create_demo', entity: 'user', entityId: user.id })
    return user.id
  })
}
