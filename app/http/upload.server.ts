import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { LARGEST_FILE, MOST_AT_ONCE, MOST_FILES } from '../domain/attachment/attachment.ts'
import type { Upload } from '../domain/attachment/upload-file.server.ts'
import { type Files, incomingPath } from '../files/files.server.ts'

/** A file that was sent, or what came of it that is no file. */
export type Sent = Upload | { name: string; fault: 'tooLarge' | 'storeAway' | 'atOnce' }

/** Captions and descriptions of every file in two languages, with what the form says of itself. */
const MOST_FIELDS = MOST_FILES * 5 + 20

/** The form was cut off, or is none. */
export class BrokenForm extends Error {}

/**
 * Reads the files of a form straight into files of this machine, piece by piece: no file is ever in memory whole, and a
 * file beyond the limit is read to its end and forgotten. Hands over what arrived with the words of the form, and takes all
 * files away afterwards.
 */
export async function withUploads<T>(
  request: Request,
  files: Files,
  use: (sent: Sent[], words: FormData) => Promise<T>,
): Promise<T> {
  const paths: string[] = []
  const words = new FormData()
  try {
    return await use(await receive(request, { files, paths, words }), words)
  } finally {
    for (const path of paths) await rm(path, { force: true })
  }
}

type Into = { files: Files; paths: string[]; words: FormData }

async function receive(request: Request, { files, paths, words }: Into): Promise<Sent[]> {
  if (!request.body) throw new BrokenForm('no body')
  const form = openForm(request)
  const sent: Promise<Sent | null>[] = []
  form.on('file', (_field, stream, { filename }) => {
    const name = filename ?? ''
    sent.push(
      write(stream, name, files, paths).catch((error) => {
        // The form itself broke off; otherwise the disk is full or away, and the rest of the form is still read.
        if (form.destroyed) throw error
        stream.resume()
        return { name, fault: 'storeAway' as const }
      }),
    )
  })
  form.on('field', (name, value) => words.append(name, value))
  form.on('filesLimit', () => sent.push(Promise.resolve({ name: '', fault: 'atOnce' })))
  const body = Readable.fromWeb(request.body as ReadableStream)
  try {
    body.pipe(form)
    body.once('error', (error) => form.destroy(error))
    await finished(form)
  } catch (error) {
    body.unpipe(form)
    body.resume().on('error', () => {})
    await Promise.allSettled(sent)
    throw new BrokenForm('the form cannot be read', { cause: error })
  }
  return (await Promise.all(sent)).filter((one) => one !== null)
}

function openForm(request: Request) {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('Content-Type') ?? '' },
      defParamCharset: 'utf8',
      // A name that pretends to be a path is refused later, with the reason; here it is only not believed.
      preservePath: true,
      limits: {
        files: MOST_AT_ONCE,
        fileSize: LARGEST_FILE + 1,
        fields: MOST_FIELDS,
        fieldSize: 8_000,
        fieldNameSize: 100,
        headerPairs: 20,
        parts: MOST_AT_ONCE + MOST_FIELDS,
      },
    })
  } catch (error) {
    throw new BrokenForm('not a form with files', { cause: error })
  }
}

type FileStream = Readable & { truncated?: boolean }

async function write(stream: FileStream, name: string, files: Files, paths: string[]): Promise<Sent | null> {
  const path = await incomingPath(files)
  paths.push(path)
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      bytes += piece.length
      done(null, piece)
    },
  })
  await pipeline(stream, counted, createWriteStream(path, { mode: 0o600 }))
  // A form whose field was left empty sends a file without name and without content.
  if (bytes === 0 && name === '') return null
  if (stream.truncated || bytes > LARGEST_FILE) return { name, fault: 'tooLarge' }
  return { path, name, bytes, sha256: hash.digest('hex') }
}
