import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { FileContext } from '../domain/attachment/file-context.ts'
import { type ReadableFile, readFile } from '../domain/attachment/read-file.server.ts'
import { NotFound } from '../domain/shared/errors.ts'
import { FileDamaged, FileMissing, StoreUnavailable } from '../files/file-store.server.ts'
import { platform } from '../platform.server.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { attachmentNamed } from './download.ts'
import { log } from './logger.server.ts'
import { toResponse } from './respond.server.ts'

/** The context of a request whose verb touches the bytes of files. */
export function withFiles(ctx: RequestContext): RequestContext & FileContext {
  return { ...ctx, files: platform().files }
}

/** Whether files can be neither stored nor read at this moment. */
export async function isStoreAway(): Promise<boolean> {
  const isThere = platform()
    .files.store.ping()
    .then(() => true)
  return !(await Promise.race([isThere, delay(1_000, false, { ref: false })]).catch(() => false))
}

/** Nothing in a file may run, ask for anything or be framed, however it is opened. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"

/** Answers with a file: a photo to be shown, a document only to be kept. Its content is checked before its end is sent. */
export async function sendFile(args: RouteArgs, asked: { fileId: string; name: string }): Promise<Response> {
  try {
    const file = await readFile(await contextFor(args), asked)
    return 'gone' in file ? plain(410, 'Gone: this practice was withdrawn.') : await send(args, file)
  } catch (error) {
    if (error instanceof NotFound) return plain(404, 'Not found.')
    throw toResponse(error, args.context.requestId)
  }
}

async function send({ request, context }: RouteArgs, file: ReadableFile): Promise<Response> {
  const { store } = platform().files
  const headers = headersOf(file)
  if (request.headers.get('If-None-Match') === headers.get('ETag')) return new Response(null, { status: 304, headers })
  if (request.method === 'HEAD') return new Response(null, { headers })
  try {
    // A photo is small: it is checked as a whole, so that nobody ever sees half of a damaged one.
    if (file.kind === 'photo') return new Response(new Uint8Array(await store.read(file.sha256)), { headers })
    const stream = await store.open(file.sha256)
    stream.once('error', (err) =>
      log.error({ requestId: context.requestId, sha256: file.sha256, err }, 'file broke off'),
    )
    return new Response(Readable.toWeb(stream) as ReadableStream, { headers })
  } catch (error) {
    return failed(error, context.requestId, file)
  }
}

function headersOf({ kind, mediaType, bytes, name, sha256, isPublic }: ReadableFile): Headers {
  const headers = new Headers({
    'Content-Type': mediaType,
    'Content-Length': String(bytes),
    'Content-Security-Policy': POLICY,
    'Cache-Control': isPublic
      ? kind === 'photo'
        ? 'public, max-age=31536000, immutable'
        : 'public, no-cache'
      : 'private, no-store',
    ETag: `"${sha256.slice(0, 32)}"`,
  })
  if (kind === 'document') headers.set('Content-Disposition', attachmentNamed(name))
  return headers
}

function failed(error: unknown, requestId: string, { sha256 }: ReadableFile): Response {
  if (!(error instanceof StoreUnavailable || error instanceof FileMissing || error instanceof FileDamaged)) throw error
  log.error({ requestId, sha256, err: error }, 'a file cannot be read')
  return plain(503, 'The file cannot be read now. All texts of this site can.', { 'Retry-After': '60' })
}

function plain(status: number, text: string, more: Record<string, string> = {}): Response {
  const headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'no-store',
  }
  return new Response(`${text}\n`, { status, headers: { ...headers, ...more } })
}
