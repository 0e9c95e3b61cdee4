import type { SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import { Invalid } from '../domain/shared/errors.ts'
import { validationMessage } from '../i18n/validation.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { download } from './download.ts'
import type { FormMessages, FormReply } from './form.server.ts'
import { isFormError, toResponse } from './respond.server.ts'

export type Upload = { fileName: string; bytes: Buffer; form: FormData }

type UploadOptions = {
  messages: (lang: RequestContext['lang']) => FormMessages
  /** Who may send a file at all: asked before any of it is read. */
  before: (ctx: RequestContext) => unknown
}

/**
 * Runs the action of a form with one file, called `file`: hands name and content to `act`, and shows the form again with
 * a message in the user's language when the file was refused. The server limits how long a body may be.
 */
export async function handleUpload(
  args: RouteArgs,
  act: (ctx: RequestContext, upload: Upload) => Promise<Response>,
  { messages, before }: UploadOptions,
) {
  try {
    const ctx = await contextFor(args)
    before(ctx)
    const form = await args.request.formData().catch(() => new FormData())
    const again = (error: Record<string, string[]>, status: number) => {
      const say = (key: string) => validationMessage(ctx.lang, key, messages(ctx.lang))
      const said = Object.entries(error).map(([field, keys]) => [field, keys.map(say)])
      const result: SubmissionResult<string[]> = { status: 'error', error: Object.fromEntries(said) }
      return data({ result } satisfies FormReply, { status })
    }
    const file = form.get('file')
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) return again({ file: ['fileMissing'] }, 422)
    try {
      return await act(ctx, { fileName: file.name, bytes: Buffer.from(await file.arrayBuffer()), form })
    } catch (error) {
      if (!isFormError(error)) throw error
      if (error instanceof Invalid) return again(error.fieldErrors, 422)
      return again({ '': [error.code] }, 409)
    }
  } catch (error) {
    throw toResponse(error, args.context.requestId)
  }
}

/** A sheet to be saved. */
export function sheetResponse(bytes: Buffer, fileName: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { ...download(fileName, SHEET), 'Cache-Control': 'private, no-store' },
  })
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
