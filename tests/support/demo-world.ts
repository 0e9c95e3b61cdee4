import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DEMO_ACCOUNTS, type DemoAccount, type DemoKey, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { today } from '#app/domain/shared/dates.ts'
import { createDb } from '#db/client.server.ts'
import { findUserByEmail } from '#db/queries/people.server.ts'
import { listCurrentMemberships } from '#db/queries/session.server.ts'
import type { DemoPeople } from '../../scripts/demo/people.ts'

/** The database of the running site and its demo people, for tests that look up a record before they open its page. */
export async function demoWorld() {
  const { db, close } = createDb(databaseUrl(), { max: 1, applicationName: 'jipp-e2e' })
  const entries = await Promise.all(
    (Object.entries(DEMO_ACCOUNTS) as [DemoKey, DemoAccount][]).map(async ([key, { mailbox, name }]) => {
      const user = await findUserByEmail(db, demoEmail(mailbox))
      if (!user) throw new Error(`the site has no demo account ${mailbox}`)
      const [hat = null] = await listCurrentMemberships(db, user.id, today(new Date()))
      return [key, { kind: 'user', userId: user.id, name, hat }] as const
    }),
  )
  return { db, people: Object.fromEntries(entries) as DemoPeople, close }
}

/** Where `npm start` keeps the database of this data folder. */
function databaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const file = path.join(process.env.SITE_DATA_DIR ?? '.data', 'settings.json')
  const { postgres } = JSON.parse(readFileSync(file, 'utf8'))
  return `postgres://jipp:${encodeURIComponent(postgres.password)}@127.0.0.1:${postgres.port}/jipp`
}
