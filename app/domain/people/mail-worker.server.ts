import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { DbClient } from '#db/client.server.ts'
import { claimDueMail, type MailJob, updateMailOver, updateMailRetry } from '#db/queries/people-mail.server.ts'
import { LANGUAGES, type Language } from '#db/vocabulary.ts'
import { type WrittenMail, writeMail } from '../../i18n/mail.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: Record<string, unknown>, message: string) => void>

type MailWorkerOptions = Pick<DbClient, 'sql' | 'db'> & {
  log: Log
  /** Without a mail server, mail is written into `folder`. */
  smtpUrl?: string
  from: string
  folder: string
  /** Links in mail start with it. Never taken from a request: whoever asks for a reset must not choose where it leads. */
  publicUrl: string
  /**
   * Letters whose contents are looked up at the moment they are sent, by template: what they are told then, and the
   * language of the receiver. Null: there is nothing to tell any more, and nothing is sent.
   */
  madeWhenSent?: Record<string, (params: Params) => Promise<{ language: Language; params: Params } | null>>
}

type Params = Record<string, string>

const POLL_MS = 15_000
/** Longer than any delivery may take; then another process may try. */
const LEASE_MS = 5 * 60_000
const ATTEMPTS_AT_MOST = 8

/** Half a minute after the first failure, three times as long after each further one: the eighth attempt comes about nine hours later. */
export function retryDelay(attempts: number): number {
  return 30_000 * 3 ** (attempts - 1)
}

const payloadSchema = z.object({
  to: z.string(),
  template: z.string(),
  language: z.enum(LANGUAGES),
  params: z.record(z.string(), z.string()),
})

/** Something no further attempt will change. */
class Hopeless extends Error {}

/**
 * Sends mail that verbs have ordered: at once when told by the database, else every 15 s. Each letter is delivered at
 * least once; it is sent again only when the process died between the delivery and its note, under the same Message-ID.
 */
export function startMailWorker(options: MailWorkerOptions): { stop: () => Promise<void> } {
  const { sql, db, log } = options
  const deliver = options.smtpUrl ? throughServer(options, options.smtpUrl) : intoFolder(options)
  let stopped = false
  let again = false
  let running: Promise<void> | undefined

  const wake = () => {
    again = true
    if (stopped) return
    running ??= drain()
      .catch((error) => log.warn({ err: error }, 'mail waits: the database does not answer'))
      .finally(() => {
        running = undefined
      })
  }
  async function drain() {
    while (again && !stopped) {
      again = false
      const now = new Date()
      const mail = await claimDueMail(db, { now, leaseUntil: new Date(now.getTime() + LEASE_MS) })
      if (!mail) continue
      await attempt(options, deliver, mail)
      again = true
    }
  }

  const timer = setInterval(wake, POLL_MS)
  timer.unref()
  // Also when the connection stands (again): what was announced before that would wait for the next round.
  const listening = sql.listen('jipp_outbox', wake, wake).catch((error) => {
    log.warn({ err: error }, 'mail is looked for every 15 s only: the database cannot announce it')
    return undefined
  })
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
      await (await listening)?.unlisten().catch(() => undefined)
    },
  }
}

type Message = WrittenMail & { id: string; createdAt: Date; template: string; to: string }
type Deliver = (message: Message) => Promise<void>

async function attempt(options: MailWorkerOptions, deliver: Deliver, job: MailJob): Promise<void> {
  const { db, log, publicUrl, madeWhenSent = {} } = options
  try {
    const payload = payloadSchema.safeParse(job.payload)
    if (!payload.success) throw new Hopeless('a payload of another form')
    const { to, template } = payload.data
    const make = Object.hasOwn(madeWhenSent, template) ? madeWhenSent[template] : undefined
    const told = make ? await make(payload.data.params) : payload.data
    if (told) {
      const written = writeMail(told.language, { template, params: told.params, site: publicUrl })
      if (!written) throw new Hopeless('no such template')
      await deliver({ id: job.id, createdAt: job.createdAt, template, to, ...written })
    }
    await updateMailOver(db, job.id, { doneAt: new Date() })
  } catch (error) {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    if (error instanceof Hopeless || job.attempts >= ATTEMPTS_AT_MOST) {
      await updateMailOver(db, job.id, { deadAt: new Date(), lastError })
      log.error({ job: job.id, attempts: job.attempts, lastError }, 'mail was given up')
    } else {
      await updateMailRetry(db, job.id, new Date(Date.now() + retryDelay(job.attempts)), lastError)
      log.warn({ job: job.id, attempts: job.attempts, lastError }, 'mail could not be sent, will be tried again')
    }
  }
}

function throughServer({ from, log }: MailWorkerOptions, url: string): Deliver {
  const transport = createTransport({ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 })
  return async (message) => {
    try {
      await transport.sendMail({
        from,
        to: message.to,
        subject: message.subject,
        text: message.text,
        messageId: messageIdOf(message),
        headers: ownHeaders(message),
      })
    } catch (error) {
      // The server knows the address and refuses it for good (RFC 5321, 4.2.1); wrong credentials may be corrected.
      const { code, responseCode } = error as { code?: string; responseCode?: number }
      if (code === 'EENVELOPE' && responseCode && responseCode >= 550) throw new Hopeless((error as Error).message)
      throw error
    }
    log.info({ job: message.id, template: message.template }, 'mail sent')
  }
}

/** The same however often a letter is sent, so that mail programs can tell it apart from another one. */
const messageIdOf = ({ id }: Message) => `<${id}@jipp>`

/** What a mail program reads: nobody wrote this by hand, and how to have no more of it (RFC 8058: one click, one POST). */
function ownHeaders({ unsubscribe }: Message): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribe && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  }
}

function intoFolder({ from, folder, log }: MailWorkerOptions): Deliver {
  return async (message) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const moment = message.createdAt.toISOString().slice(0, 19).replaceAll(':', '')
    const file = path.join(folder, `${moment}-${message.template}-${message.id}.eml`)
    // Written aside and renamed: whoever watches the folder never reads half a letter.
    await writeFile(`${file}.partial`, plainMessage(message, from), { mode: 0o600 })
    await rename(`${file}.partial`, file)
    log.info({ file }, 'mail written to a file, because SMTP_URL is not set')
  }
}

/** A message whose body is not encoded: whoever opens the file in an editor can copy the link. */
function plainMessage(message: Message, from: string): string {
  const { to, subject, text, createdAt } = message
  const encoded = /^[ -~]*$/.test(subject) ? subject : `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`
  const headers = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encoded}`,
    `Date: ${createdAt.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageIdOf(message)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...Object.entries(ownHeaders(message)).map(([name, value]) => `${name}: ${value}`),
  ]
  return `${headers.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}`
}
