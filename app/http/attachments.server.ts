import { setTimeout as delay } from 'node:timers/promises'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { UploadReply } from '../components/practice/attachment/attachments-page.tsx'
import { describeSchema } from '../domain/attachment/attachment.schema.ts'
import { MOST_AT_ONCE } from '../domain/attachment/attachment.ts'
import { assertUploadAllowed } from '../domain/attachment/change-attachments.server.ts'
import { describeAttachments } from '../domain/attachment/describe-attachments.server.ts'
import { processFile } from '../domain/attachment/process-file.server.ts'
import { uploadFile } from '../domain/attachment/upload-file.server.ts'
import { Conflict, Invalid, InvalidTransition } from '../domain/shared/errors.ts'
import { attachmentMessages } from '../i18n/attachments.ts'
import { validationMessage } from '../i18n/validation.ts'
import { paths } from '../paths.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { withFiles } from './files.server.ts'
import { cleanForm, issueKey, translated } from './form.server.ts'
import { requireRoleKeepingForm } from './guard.server.ts'
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
    requireRoleKeepingForm(ctx, args.request, 'author')
    await assertUploadAllowed(ctx, practiceId)
    const say = (key: string) => validationMessage(ctx.lang, key, attachmentMessages(ctx.lang))
    const reply = await withUploads(args.request, withFiles(ctx).files, async (sent, words) => ({
      // First what was said of the files that are there: the form knows of no others.
      result: await describe(ctx, practiceId, cleanForm(words)),
      ...(await takeAll(ctx, practiceId, sent)),
    })).catch((error) => {
      if (!(error instanceof BrokenForm)) throw error
      return { result: undefined, added: 0, refused: [{ name: '', reason: 'brokenForm' }] }
    })
    const { added, result } = reply
    const refused = reply.refused.map(({ name, reason }) => ({ name: name.slice(0, 120), sentence: say(reason) }))
    if (refused.length === 0 && !result) return redirect(paths.editPractice(practiceId, 'attachments', { added }))
    return data({ uploads: { added, refused }, result } satisfies UploadReply, { status: 422 })
  } catch (error) {
    throw toResponse(error, args.context.requestId)
  }
}

/** Saves what was typed beside the files; answers what the form must show where that was not possible. */
async function describe(ctx: RequestContext, practiceId: string, form: FormData) {
  if (!form.has('base')) return undefined
  const say = (key: string) => validationMessage(ctx.lang, key, attachmentMessages(ctx.lang))
  const submission = parseWithZod(form, { schema: describeSchema, error: issueKey })
  if (submission.status !== 'success') {
    const reply = submission.reply()
    return { ...reply, error: translated(reply.error, say) }
  }
  const { base, said } = submission.value
  try {
    await describeAttachments(ctx, { practiceId, base, said })
    return undefined
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof InvalidTransition)) throw error
    return submission.reply({ formErrors: [say(error.code)] })
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
