import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { startMailWorker } from '#app/domain/people/mail-worker.server.ts'
import { insertJob } from '#db/queries/system.server.ts'
import { jobs } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { startSmtp } from '#tests/support/smtp.ts'

const { db, sql } = await testDatabase()
const smtp = await startSmtp()
const folder = mkdtempSync(path.join(tmpdir(), 'jipp-mail-'))
const lines: { message: string; fields: Record<string, unknown> }[] = []
const write = (fields: Record<string, unknown>, message: string) => void lines.push({ fields, message })
const log = { info: write, warn: write, error: write }
const workers: { stop: () => Promise<void> }[] = []

function start(options: Partial<Pick<Parameters<typeof startMailWorker>[0], 'smtpUrl' | 'madeWhenSent'>> = {}) {
  const from = 'JIPP <tidak-dibalas@jipp.invalid>'
  const worker = startMailWorker({ db, sql, log, from, folder, publicUrl: 'https://jipp.example.go.id', ...options })
  workers.push(worker)
  return worker
}

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await db.delete(jobs)
  smtp.messages.length = 0
  lines.length = 0
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function order(params: Record<string, string> = { name: 'Rani', path: '/reset-password?token=RAHASIA' }) {
  const payload = { to: 'rani@agency.go.id', template: 'password_reset', language: 'id', params }
  await insertJob(db, { kind: 'mail', payload, uniqueKey: null, dueAt: new Date() })
}

const theJob = async () => {
  const [job] = await db.select().from(jobs)
  if (!job) throw new Error('there is no job')
  return job
}
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 8000, interval: 20 })
const hurry = () => db.update(jobs).set({ dueAt: new Date() })

test('mail ordered while the worker runs is sent at once, and then forgotten', async () => {
  start({ smtpUrl: smtp.url })
  await order()
  await until(async () => expect((await theJob()).doneAt).not.toBeNull())
  expect(smtp.messages).toHaveLength(1)
  const [message = ''] = smtp.messages
  expect(message).toContain('To: rani@agency.go.id')
  expect(message).toContain('Auto-Submitted: auto-generated')
  // Quoted-printable: `=` is written `=3D`.
  expect(message).toContain('https://jipp.example.go.id/reset-password?')
  expect((await theJob()).payload).toEqual({ to: 'rani@agency.go.id', template: 'password_reset', language: 'id' })
  expect(JSON.stringify(lines)).not.toMatch(/RAHASIA|rani@/)
})

test('several workers send each letter once', async () => {
  for (let n = 0; n < 12; n++) await order()
  for (let n = 0; n < 4; n++) start({ smtpUrl: smtp.url })
  await until(async () => expect((await db.select().from(jobs)).every((job) => job.doneAt)).toBe(true))
  expect(smtp.messages).toHaveLength(12)
})

test('a server that is busy is asked again later, under the same id', async () => {
  smtp.refusals.push('451 try later')
  await order()
  start({ smtpUrl: smtp.url })
  await until(async () => expect((await theJob()).lastError).toContain('451'))
  const waiting = await theJob()
  expect(waiting).toMatchObject({ attempts: 1, doneAt: null, deadAt: null })
  const wait = waiting.dueAt.getTime() - Date.now()
  expect(wait).toBeGreaterThan(20_000)
  expect(wait).toBeLessThan(31_000)
  await hurry()
  start({ smtpUrl: smtp.url })
  await until(async () => expect((await theJob()).doneAt).not.toBeNull())
  expect(smtp.messages[0]).toContain(`Message-ID: <${waiting.id}@jipp>`)
})

test('a server that cannot be reached costs nothing but time', async () => {
  await order()
  start({ smtpUrl: 'smtp://127.0.0.1:1' })
  await until(async () => expect((await theJob()).lastError).toMatch(/ECONNREFUSED|connect/))
  expect(await theJob()).toMatchObject({ attempts: 1, deadAt: null })
})

test('an address that the server refuses for good is given up, and its link with it', async () => {
  smtp.refusals.push('550 no such person')
  await order()
  start({ smtpUrl: smtp.url })
  await until(async () => expect((await theJob()).deadAt).not.toBeNull())
  expect((await theJob()).payload).not.toHaveProperty('params')
  expect(lines.map(({ message }) => message)).toContain('mail was given up')
})

test('the eighth failure is the last', async () => {
  await order()
  await db.update(jobs).set({ attempts: 7 })
  smtp.refusals.push('451 try later')
  start({ smtpUrl: smtp.url })
  await until(async () => expect((await theJob()).deadAt).not.toBeNull())
  expect((await theJob()).attempts).toBe(8)
})

test('a letter without a template is given up at once, and holds up no other', async () => {
  await insertJob(db, { kind: 'mail', payload: { template: 'no_such' }, uniqueKey: null, dueAt: new Date() })
  await order()
  start({ smtpUrl: smtp.url })
  await until(() => expect(smtp.messages).toHaveLength(1))
  await until(async () => expect((await db.select().from(jobs)).filter((job) => job.deadAt)).toHaveLength(1))
})

test('a letter whose sender died is sent by another once its lease is over', async () => {
  await order()
  const { id } = await theJob()
  await db.update(jobs).set({ attempts: 1, dueAt: new Date(Date.now() + 300_000) })
  start({ smtpUrl: smtp.url })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(smtp.messages).toEqual([])
  await db.update(jobs).set({ dueAt: new Date() }).where(eq(jobs.id, id))
  start({ smtpUrl: smtp.url })
  await until(() => expect(smtp.messages).toHaveLength(1))
})

test('without a mail server the letter goes to a private file, with one line that says so', async () => {
  start()
  await order({ name: 'Rani', path: '/reset-password?token=T' })
  await until(async () => expect((await theJob()).doneAt).not.toBeNull())
  const [name = '', ...others] = readdirSync(folder)
  expect(others).toEqual([])
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d{6}-password_reset-[0-9a-f-]{36}\.eml$/)
  const file = path.join(folder, name)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('\nhttps://jipp.example.go.id/reset-password?token=T\r\n')
  expect(lines).toEqual([{ fields: { file }, message: 'mail written to a file, because SMTP_URL is not set' }])
})

const digest = { searches: [{ name: 'Lampu', params: 'q=lampu', hits: [], more: 2 }], practices: 2 }
const told = {
  language: 'en' as const,
  params: { name: 'Rani', digest: JSON.stringify(digest), unsubscribePath: '/unsubscribe?token=T' },
}
const orderDigest = () => {
  const payload = { to: 'rani@agency.go.id', template: 'search_digest', language: 'id', params: { digestId: 'D' } }
  return insertJob(db, { kind: 'mail', payload, uniqueKey: null, dueAt: new Date() })
}

test('a letter that is made when it is sent tells what is true then, and how to have no more of it', async () => {
  await orderDigest()
  start({
    smtpUrl: smtp.url,
    madeWhenSent: { search_digest: async ({ digestId }) => (digestId === 'D' ? told : null) },
  })
  await until(() => expect(smtp.messages).toHaveLength(1))
  const [message = ''] = smtp.messages
  expect(message).toContain('Subject: 2 practices published for your searches')
  expect(message).toMatch(/^List-Unsubscribe: <https:\/\/jipp\.example\.go\.id\/unsubscribe\?token=T>$/m)
  expect(message).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
})

test('a letter that has nothing to tell any more is not sent', async () => {
  await orderDigest()
  start({ smtpUrl: smtp.url, madeWhenSent: { search_digest: async () => null } })
  await until(async () => expect((await theJob()).doneAt).not.toBeNull())
  expect(smtp.messages).toEqual([])
})
