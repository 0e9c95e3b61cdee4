import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describeAttachments } from '#app/domain/attachment/describe-attachments.server.ts'
import { processFile } from '#app/domain/attachment/process-file.server.ts'
import { readAttachments } from '#app/domain/attachment/read-attachments.server.ts'
import { uploadFile } from '#app/domain/attachment/upload-file.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import type { Files } from '#app/files/files.server.ts'
import type { Cast } from '../practice/cast.ts'
import { NOW, type stageOf } from '../practice/stage.ts'

/** Puts files into texts by the verbs that people use. */
export function attachingOf(stage: ReturnType<typeof stageOf>, cast: Cast, files: Files) {
  const as = (actor: Actor, now = NOW) => ({ ...stage.as(actor, now), files })

  const upload = (practiceId: string, name: string, content: Buffer, actor: Actor = cast.author) => {
    mkdirSync(files.incoming, { recursive: true })
    const arrived = path.join(files.incoming, randomUUID())
    writeFileSync(arrived, content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    return uploadFile(as(actor), { practiceId, upload: { path: arrived, name, bytes: content.length, sha256 } })
  }
  const view = (practiceId: string, actor: Actor = cast.author) => readAttachments(as(actor), practiceId)

  /** Says something about every file of a text. */
  const describe = async (practiceId: string, words = 'Petugas menimbang sampah', actor: Actor = cast.author) => {
    const { base, attachments } = await view(practiceId, actor)
    const said = attachments.map(({ fileId, name }) => ({
      fileId,
      caption: { id: `${words}: ${name}`, en: null },
      alt: { id: `Dua orang di depan timbangan (${name})`, en: null },
    }))
    return describeAttachments(as(actor), { practiceId, base, said })
  }
  /** A file that is uploaded, finished and described. */
  const attached = async (practiceId: string, name: string, content: Buffer) => {
    const { fileId } = await upload(practiceId, name, content)
    await processFile(as(cast.author), { fileId })
    await describe(practiceId)
    return fileId
  }
  return { as, upload, view, describe, attached }
}
