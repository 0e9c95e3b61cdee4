// `npm run admin:link -- name@agency.go.id [--more]`: a single-use link for the first national admin of an installation.
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { inviteNationalAdmin } from '#app/domain/people/invite-national-admin.server.ts'
import { INVITATION_DAYS, normalEmail } from '#app/domain/people/people.ts'
import { DomainError, Invalid } from '#app/domain/shared/errors.ts'
import { createDb } from '#db/client.server.ts'
import { explain, StartError } from './boot/start-error.mjs'
import { runningDatabaseUrl } from './postgres/running.ts'

async function main(args: string[]): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const email = z.email().safeParse(normalEmail(args.find((arg) => !arg.startsWith('--')) ?? ''))
  if (!email.success) {
    throw new StartError('An e-mail address is needed.', 'npm run admin:link -- name@agency.go.id')
  }
  const { db, close } = createDb(runningDatabaseUrl(), { max: 1, applicationName: 'jipp-admin-link' })
  try {
    const ctx = { db, actor: { kind: 'system', name: 'admin-link' } as const, now: new Date() }
    const { path } = await inviteNationalAdmin(ctx, { email: email.data, more: args.includes('--more') })
    const site = process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`
    console.log(`Open this link within ${INVITATION_DAYS} days to become national admin. It works once.`)
    console.log(new URL(path, site).href)
  } finally {
    await close()
  }
}

/** What the verb refused, in the words of a terminal. */
function asAdvice(error: unknown): unknown {
  if (error instanceof Invalid) return new StartError('This person is a national admin already.')
  if (error instanceof DomainError && error.code === 'conflict') {
    return new StartError(`${error.message}.`, 'To invite one more from here, add --more.')
  }
  const code = (error as { cause?: { code?: string } }).cause?.code
  if (code === 'ECONNREFUSED')
    return new StartError('The database does not answer.', 'Leave npm start running meanwhile.')
  return error
}

main(process.argv.slice(2)).catch((error) => {
  console.error(explain(asAdvice(error)))
  process.exitCode = 1
})
