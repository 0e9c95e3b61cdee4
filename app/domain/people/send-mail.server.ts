import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Executor } from '#db/client.server.ts'
import { HopelessJob, type JobPayload, type RunningJob } from '#db/jobs.ts'
import { deleteDeadMailbox, insertDeadMailbox } from '#db/queries/contacts.server.ts'
import { updateJobForgotten } from '#db/queries/jobs.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { type WrittenMail, writeMail } from '../../i18n/mail.ts'

type Log = Record<'info', (fields: Record<string, unknown>, message: string) => void>
type Params = Record<string, string>

export type MailSettings = {
  log: Log
  /** Without a mail server, mail is written into `folder`. */
  smtpUrl?: string
  from: string
  folder: string
}

type Message = WrittenMail & { id: string; orderedAt: Date; template: string; to: string }
type Deliver = (message: Message) => Promise<void>

/** What a letter is told at the moment it is sent; null: there is nothing to tell any more, and nothing is sent. */
export type MadeWhenSent = (params: Params) => Promise<{ language: Language; params: Params } | null>

export type Mailer = {
  deliver: Deliver
  /** Links in mail start with it. Never taken from a request: whoever asks for a reset must not choose where it leads. */
  site: string
  /** By template: letters whose contents are looked up at the moment they are sent. */
  madeWhenSent: Readonly<Record<string, MadeWhenSent>>
}

/** The server of the receiver will never take a letter to this mailbox. */
class RefusedMailbox extends HopelessJob {}

/** How mail leaves this installation. */
export function deliverBy(settings: MailSettings): Deliver {
  return settings.smtpUrl ? throughServer(settings, settings.smtpUrl) : intoFolder(settings)
}

/**
 * Sends a letter that was ordered. Each is delivered at least once; it is sent again only when the process died between
 * the delivery and its note, under the same Message-ID. Given up, a link that opens something is forgotten.
 */
export async function sendMail(
  { db, mail }: { db: Executor; mail: Mailer },
  payload: JobPayload<'send_mail'>,
  job: RunningJob,
): Promise<void> {
  const { letterId, to, template, params } = payload
  try {
    const make = Object.hasOwn(mail.madeWhenSent, template) ? mail.madeWhenSent[template] : undefined
    const told = make ? await make(params) : payload
    if (!told) return
    const written = writeMail(told.language, { template, params: told.params, site: mail.site })
    if (!written) throw new HopelessJob('no such template')
    await mail.deliver({ id: letterId, orderedAt: job.orderedAt, template, to, ...written })
    // Whatever a server said of this mailbox before: now it has taken a letter.
    await deleteDeadMailbox(db, to, 'refused')
  } catch (error) {
    // The owner of the mailbox cannot be reached there any more: hubs see it, and other ways are taken.
    if (error instanceof RefusedMailbox)
      await insertDeadMailbox(db, {
        email: to,
        answer: error.message.slice(0, 500),
        reportedBy: null,
        since: new Date(),
      })
    const isOver = job.isLast || error instanceof HopelessJob
    if (isOver && holdsSecret(params)) await updateJobForgotten(db, job.id, { ...payload, params: {} })
    throw error
  }
}

/** Whoever has such a link needs no password. */
const holdsSecret = (params: Params) => Object.values(params).some((value) => /[?&]token=/.test(value))

function throughServer({ from, log }: MailSettings, url: string): Deliver {
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
      if (code === 'EENVELOPE' && responseCode && responseCode >= 550)
        throw new RefusedMailbox((error as Error).message)
      throw error
    }
    log.info({ letter: message.id, template: message.template }, 'mail sent')
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

function intoFolder({ from, folder, log }: MailSettings): Deliver {
  let isTold = false
  return async (message) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const moment = message.orderedAt.toISOString().slice(0, 19).replaceAll(':', '')
    const file = path.join(folder, `${moment}-${message.template}-${message.id}.eml`)
    // Written aside and renamed: whoever watches the folder never reads half a letter.
    await writeFile(`${file}.partial`, plainMessage(message, from), { mode: 0o600 })
    await rename(`${file}.partial`, file)
    // Once: a demo with sixty letters would push everything else off the screen.
    if (!isTold) log.info({ folder }, 'mail is written into a folder, because SMTP_URL is not set')
    isTold = true
  }
}

/** A message whose body is not encoded: whoever opens the file in an editor can copy the link. */
function plainMessage(message: Message, from: string): string {
  const { to, subject, text, orderedAt } = message
  const encoded = /^[ -~]*$/.test(subject) ? subject : `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`
  const headers = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encoded}`,
    `Date: ${orderedAt.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageIdOf(message)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...Object.entries(ownHeaders(message)).map(([name, value]) => `${name}: ${value}`),
  ]
  return `${headers.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}`
}
