import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'

/** The last lines of a start: where the site is, and who may sign in. */
export function welcome(options: { url: string; demoPassword: string | undefined; seconds: number }) {
  console.log(`\nJIPP is ready after ${options.seconds.toFixed(1)} s: ${options.url}`)
  if (options.demoPassword) printAccounts(options.demoPassword)
  console.log('\nCtrl-C stops it.')
}

function printAccounts(password: string) {
  const roleName = vocabularyText('en').role
  const rows = Object.values(DEMO_ACCOUNTS).map(({ mailbox, name, hats }) => ({
    address: demoEmail(mailbox),
    name,
    roles: hats.map(({ role, slug }) => `${roleName[role]} (${slug})`).join(', '),
  }))
  const width = (key: 'address' | 'name') => Math.max(...rows.map((row) => row[key].length))
  console.log(`\nDemo accounts, all with the password ${password}`)
  for (const { address, name, roles } of rows) {
    console.log(`  ${address.padEnd(width('address'))}  ${name.padEnd(width('name'))}  ${roles}`)
  }
}
