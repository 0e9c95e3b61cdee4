import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql as query } from 'drizzle-orm'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { MadeWhenSent } from '#app/domain/people/send-mail.server.ts'
import { orderMail } from '#app/domain/shared/order-mail.server.ts'
import { startJobRunner } from '#db/job-runner.server.ts'
import { deleteDeadMailbox, findDeadMailbox, insertDeadMailbox } from '#db/queries/contacts.server.ts'
import { orderJob } from '#db/queries/jobs.server.ts'
import { onceKeys } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { orderedLetters } from '#tests/support/letters.ts'
import { startSmtp } from '#tests/support/smtp.ts'
import { tasksFor } from '#tests/support/tasks.ts'

const { db, url } = await testDatabase()
const smtp = await startSmtp()
const folder = mkdtempSync(path.join(tmpdir(), 'jipp-mail-'))
const lines: { message: string; fields: Record<string, unknown> }[] = []
const write = (fields: Record<string, unknown>, message: string) => void lines.push({ fields, message })
const log = { info: write, warn: write, error: write }
const workers: { stop: () => Promise<void> }[] = []

function start(options: { smtpUrl?: string; madeWhenSent?: Record<string, MadeWhenSent> } = {}) {
  const worker = startJobRunner({ url, tasks: tasksFor(db, { log, folder, ...options }), schedule: [], log })
  workers.push(worker)
  return worker
}

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await db.execute(query`delete from graphile_worker._private_jobs`)
  await db.delete(onceKeys)
  smtp.messages.length = 0
  lines.length = 0
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SECRET = { name: 'Rani', path: '/reset-password?token=RAHASIA' }
const order = (params: Record<string, string> = SECRET, uniqueKey?: string) =>
  orderMail(db, { to: 'rani@agency.go.id', template: 'password_reset', language: 'id', params, uniqueKey })

const theJobs = async () => [
  ...(await db.execute<{ attempts: number; over: boolean; error: string | null; wait: number; forgotten: boolean }>(
    query`select attempts, attempts >= max_attempts as over, last_error as error, flags is not null as forgotten,
      extract(epoch from run_at - now())::float as wait from graphile_worker.jobs order by id`,
  )),
]
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 8000, interval: 20 })
const hurry = () => db.execute(query`update graphile_worker._private_jobs set run_at = now()`)

test('mail ordered while the worker runs is sent at once, and then forgotten', async () => {
  start({ smtpUrl: smtp.url })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const ordered = Date.now()
  await order()
  await until(() => expect(smtp.messages).toHaveLength(1))
  expect(Date.now() - ordered).toBeLessThan(700)
  const [message = ''] = smtp.messages
  expect(message).toContain('To: rani@agency.go.id')
  expect(message).toContain('Auto-Submitted: auto-generated')
  // Quoted-printable: `=` is written `=3D`.
  expect(message).toContain('https://jipp.example.go.id/reset-password?')
  await until(async () => expect(await theJobs()).toEqual([]))
  expect(JSON.stringify(lines)).not.toMatch(/RAHASIA|rani@/)
})

test('a letter ordered before anybody worked is sent when somebody does', async () => {
  await order()
  start({ smtpUrl: smtp.url })
  await until(() => expect(smtp.messages).toHaveLength(1))
})

test('several workers send each letter once', async () => {
  for (let n = 0; n < 12; n++) await order()
  for (let n = 0; n < 4; n++) start({ smtpUrl: smtp.url })
  await until(async () => expect(await theJobs()).toEqual([]))
  expect(smtp.messages).toHaveLength(12)
  const ids = smtp.messages.map((message) => /Message-ID: (\S+)/.exec(message)?.[1])
  expect(new Set(ids).size).toBe(12)
})

test('the same key is sent once, also after it was sent, and also when two order it at the same time', async () => {
  start({ smtpUrl: smtp.url })
  await Promise.all([order(SECRET, 'one'), order(SECRET, 'one')])
  await until(() => expect(smtp.messages).toHaveLength(1))
  await until(async () => expect(await theJobs()).toEqual([]))
  await order(SECRET, 'one')
  await order(SECRET, 'two')
  await until(() => expect(smtp.messages).toHaveLength(2))
  await until(async () => expect(await theJobs()).toEqual([]))
  expect(smtp.messages).toHaveLength(2)
})

test('an order that is rolled back leaves its key free', async () => {
  await db
    .transaction(async (tx) => {
      await orderMail(tx, { to: 'a@b.id', template: 'x', language: 'id', params: {}, uniqueKey: 'one' })
      throw new Error('rolled back')
    })
    .catch(() => undefined)
  await order(SECRET, 'one')
  expect(await orderedLetters(db)).toHaveLength(1)
})

test('a server that is busy is asked again later, under the same id', async () => {
  smtp.refusals.push('451 try later')
  await order()
  const [letter] = await orderedLetters(db)
  start({ smtpUrl: smtp.url })
  await until(async () => expect((await theJobs())[0]?.error).toContain('451'))
  expect(await theJobs()).toMatchObject([{ attempts: 1, over: false }])
  expect((await theJobs())[0]?.wait).toBeGreaterThan(1)
  expect((await orderedLetters(db))[0]?.params).toEqual(SECRET)
  await hurry()
  await until(() => expect(smtp.messages).toHaveLength(1))
  expect(smtp.messages[0]).toContain(`Message-ID: <${letter?.letterId}@jipp>`)
})

test('a server that cannot be reached costs nothing but time', async () => {
  await order()
  start({ smtpUrl: 'smtp://127.0.0.1:1' })
  await until(async () => expect((await theJobs())[0]?.error).toMatch(/ECONNREFUSED|connect/))
  expect(await theJobs()).toMatchObject([{ attempts: 1, over: false }])
})

test('an address that the server refuses for good is given up, and its link with it', async () => {
  smtp.refusals.push('550 no such person')
  await order()
  start({ smtpUrl: smtp.url })
  await until(async () => expect(await theJobs()).toMatchObject([{ attempts: 1, over: true, forgotten: true }]))
  expect(await orderedLetters(db)).toMatchObject([{ template: 'password_reset', params: {} }])
  expect(lines.map(({ message }) => message)).toContain('a job was given up')
})

test('a mailbox that is refused for good is known as dead until a letter arrives there', async () => {
  const dead = () => findDeadMailbox(db, 'rani@agency.go.id')
  await deleteDeadMailbox(db, 'rani@agency.go.id', 'any')
  smtp.refusals.push('451 try later')
  await order()
  start({ smtpUrl: smtp.url })
  await until(async () => expect(await theJobs()).toMatchObject([{ attempts: 1, over: false }]))
  expect(await dead()).toBeUndefined()
  await db.execute(query`delete from graphile_worker._private_jobs`)
  smtp.refusals.push('550 no such person')
  await order()
  await until(async () => expect((await dead())?.answer).toContain('550 no such person'))
  await order()
  await until(async () => expect(await dead()).toBeUndefined())
  // What a person says stays: a server takes letters that nobody reads.
  await insertDeadMailbox(db, { email: 'rani@agency.go.id', answer: null, reportedBy: null, since: new Date() })
  const before = smtp.messages.length
  await order()
  await until(() => expect(smtp.messages.length).toBeGreaterThan(before))
  expect(await dead()).toBeDefined()
  await deleteDeadMailbox(db, 'rani@agency.go.id', 'any')
})

test('a letter without a secret keeps what it says when it is given up: it can be tried again', async () => {
  smtp.refusals.push('550 no such person')
  await order({ name: 'Rani', path: '/work' })
  start({ smtpUrl: smtp.url })
  await until(async () => expect(await theJobs()).toMatchObject([{ over: true, forgotten: false }]))
  expect(await orderedLetters(db)).toMatchObject([{ params: { name: 'Rani' } }])
})

test('the eleventh failure is the last, some ten hours after the first', async () => {
  await order()
  await db.execute(query`update graphile_worker._private_jobs set attempts = 10`)
  smtp.refusals.push('451 try later')
  start({ smtpUrl: smtp.url })
  await until(async () => expect(await theJobs()).toMatchObject([{ attempts: 11, over: true, forgotten: true }]))
  const seconds = Array.from({ length: 10 }, (_, n) => Math.exp(n + 1)).reduce((sum, wait) => sum + wait, 0)
  expect(seconds / 3600).toBeGreaterThan(9)
  expect(seconds / 3600).toBeLessThan(11)
})

test('a letter without a template is given up at once, and holds up no other', async () => {
  const letter = {
    letterId: crypto.randomUUID(),
    to: 'a@b.id',
    template: 'no_such',
    language: 'id' as const,
    params: {},
  }
  await orderJob(db, { task: 'send_mail', payload: letter })
  await db.execute(query`select graphile_worker.add_job('send_mail', '{"template":"no_such"}'::json)`)
  await order()
  start({ smtpUrl: smtp.url })
  await until(() => expect(smtp.messages).toHaveLength(1))
  await until(async () => {
    const errors = (await theJobs()).map(({ error, over }) => over && error)
    expect(errors).toEqual(['no such template', 'a payload of another form'])
  })
})

test('without a mail server the letter goes to a private file, with one line that says so', async () => {
  start()
  await order({ name: 'Rani', path: '/reset-password?token=T' })
  await until(async () => expect(await theJobs()).toEqual([]))
  const [name = '', ...others] = readdirSync(folder)
  expect(others).toEqual([])
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d{6}-password_reset-[0-9a-f-]{36}\.eml$/)
  const file = path.join(folder, name)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('\nhttps://jipp.example.go.id/reset-password?token=T\r\n')
  expect(lines).toEqual([{ fields: { folder }, message: 'mail is written into a folder, because SMTP_URL is not set' }])
})

const digest = { searches: [{ name: 'Lampu', params: 'q=lampu', hits: [], more: 2 }], practices: 2 }
const told = {
  language: 'en' as const,
  params: { name: 'Rani', digest: JSON.stringify(digest), unsubscribePath: '/unsubscribe?token=T' },
}
const orderDigest = () =>
  orderMail(db, { to: 'rani@agency.go.id', template: 'search_digest', language: 'id', params: { digestId: 'D' } })

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
  await until(async () => expect(await theJobs()).toEqual([]))
  expect(smtp.messages).toEqual([])
})

test('a mail server that hangs holds up no other work', async () => {
  for (let n = 0; n < 4; n++) await order()
  const done: string[] = []
  const tasks = {
    send_mail: () => new Promise<void>((resolve) => setTimeout(resolve, 2500)),
    purge_demand: async () => void done.push('work'),
    publish_overdue: async () => void done.push('clock'),
  }
  workers.push(startJobRunner({ url, tasks, schedule: [], log }))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await orderJob(db, { task: 'purge_demand', payload: {} })
  await orderJob(db, { task: 'publish_overdue', payload: {} })
  await vi.waitFor(() => expect([...done].sort()).toEqual(['clock', 'work']), { timeout: 1000, interval: 20 })
})
