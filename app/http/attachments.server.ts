import { setTimeout as delay } from 'node:timers/promises'
import { data, redirect } from '@remix-run/node'
import type { UploadReply } from '../components/practice/attachment/attachments-page.tsx'
import { MOST_AT_ONCE } from '../domain/attachment/attachment.ts'
import { assertUploadAllowed } from '../domain/attachment/change-attachments.server.ts'
import { processFile } from '../domain/attachment/process-file.server.ts'
import { uploadFile } from '../domain/attachment/upload-file.server.ts'
import { Conflict, Invalid, InvalidTransition } from '../domain/shared/errors.ts'
import { attachmentMessages } from '../i18n/attachments.ts'
import { validationMessage } from '../i18n/validation.ts'
import { paths } from '../paths.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { withFiles } from './files.server.ts'
import { requireRole } from './guard.server.ts'
import { log } from './logger.server.ts'
import { toResponse } from './respond.server.ts'
import { BrokenForm, type Sent, withUploads } from './upload.server.ts'

/** Longer than this (milliseconds) nobody waits for the sizes of a photo: a job makes them, and the page says so. */
const PATIENCE = 1_500

/** Whether this form carries files. */
export const hasFiles = (request: Request) => request.headers.get('Content-Type')?.startsWith('multipart/') ?? false

/**
 * Takes the files of a form into the text in work, one by one: each is taken or refused for itself. Who may not do it is
 * told before a byte is read.
 */
export async function answerUploads(args: RouteArgs, practiceId: string) {
  try {
    const ctx = await contextFor(args)
    requireRole(ctx, args.request, 'author')
    await assertUploadAllowed(ctx, practiceId)
    const say = (key: string) => validationMessage(ctx.lang, key, attachmentMessages(ctx.lang))
    const reply = await withUploads(args.request, withFiles(ctx).files, (sent) => takeAll(ctx, practiceId, sent)).catch(
      (error) => {
        if (!(error instanceof BrokenForm)) throw error
        return { added: 0, refused: [{ name: '', reason: 'brokenForm' }] }
      },
    )
    const { added } = reply
    const refused = reply.refused.map(({ name, reason }) => ({ name: name.slice(0, 120), sentence: say(reason) }))
    if (refused.length === 0) return redirect(paths.editPractice(practiceId, 'attachments', { added }))
    return data({ uploads: { added, refused } } satisfies UploadReply, { status: 422 })
  } catch (error) {
    throw toResponse(error, args.context.requestId)
  }
}

type Refused = { name: string; reason: string }

async function takeAll(ctx: RequestContext, practiceId: string, sent: readonly Sent[]) {
  const context = withFiles(ctx)
  const refused: Refused[] = []
  const unfinished: string[] = []
  let added = 0
  for (const one of sent) {
    if ('fault' in one) {
      refused.push({ name: one.name, reason: one.fault === 'atOnce' ? `atOnce|${MOST_AT_ONCE}` : one.fault })
      continue
    }
    try {
      const { fileId, state } = await uploadFile(context, { practiceId, upload: one })
      added += 1
      if (state === 'processing') unfinished.push(fileId)
    } catch (error) {
      refused.push({ name: one.name, reason: reasonOf(error) })
    }
  }
  if (sent.length === 0) refused.push({ name: '', reason: 'noFile' })
  const finished = Promise.all(
    unfinished.map((fileId) =>
      processFile(context, { fileId }).catch((err) =>
        log.warn({ requestId: ctx.requestId, fileId, err }, 'a file waits for its job'),
      ),
    ),
  )
  await Promise.race([finished, delay(PATIENCE, undefined, { ref: false })])
  return { added, refused }
}

/** What is wrong with one file is told beside its name; anything else ends the request. */
function reasonOf(error: unknown): string {
  if (error instanceof Invalid) return error.fieldErrors.file?.[0] ?? 'unknownType'
  if (error instanceof Conflict || error instanceof InvalidTransition) return error.code
  throw error
}
