import { randomUUID } from 'node:crypto'
import { addComment } from '#app/domain/practice/add-comment.server.ts'
import { createPractice } from '#app/domain/practice/create-practice.server.ts'
import type { ContentPatch } from '#app/domain/practice/practice.schema.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { requestChanges } from '#app/domain/practice/request-changes.server.ts'
import { saveSection, sectionBase } from '#app/domain/practice/save-section.server.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { submitPractice } from '#app/domain/practice/submit-practice.server.ts'
import { verifyDocuments } from '#app/domain/practice/verify-documents.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import type { Database } from '#db/client.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { findPracticeInWork } from '#db/queries/practices-work.server.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { type Cast, castOf } from './cast.ts'

export const NOW = new Date('2026-11-22T03:42:00Z')

/** The database of one test file with its people, and the verbs that bring practices to a state. */
export async function practiceStage() {
  const database = await testDatabase()
  const cast = await castOf(database.db)
  return { ...database, cast, stage: stageOf(database.db, cast) }
}

/** Brings practices to a state by the verbs that people use. */
export function stageOf(db: Database, cast: Cast) {
  const as = (actor: Actor, now = NOW) => contextAs(db, actor, now)

  const practice = async (practiceId: string) => {
    const found = await findPracticeInWork(db, practiceId, { kind: 'all' })
    if (!found) throw new Error(`no practice ${practiceId}`)
    return found
  }
  const open = async (practiceId: string) => {
    const found = await practice(practiceId)
    if (!found.open) throw new Error(`${practiceId} has no open revision`)
    return found.open
  }
  const versionOf = async (practiceId: string) => (await open(practiceId)).version
  const contentOf = async (practiceId: string) => (await findRevision(db, (await open(practiceId)).id))!.content
  const baseOf = async (practiceId: string, section: Section) => sectionBase(await contentOf(practiceId), section)

  const save = async (actor: Actor, practiceId: string, section: Section, patch: ContentPatch) =>
    saveSection(as(actor), { practiceId, section, base: await baseOf(practiceId, section), patch })

  const draft = async (author: Actor = cast.author) => {
    const { brand, sector, title, ...rest } = practiceContent()
    const { publicId } = await createPractice(as(author), { key: randomUUID(), brand, titleId: title.id!, sector })
    await save(author, publicId, 'identity', { brand, title, tagline: rest.tagline, unit: rest.unit })
    await save(author, publicId, 'background', { story: { background: rest.story.background }, problem: rest.problem })
    await save(author, publicId, 'implementation', { story: { implementation: rest.story.implementation } })
    await save(author, publicId, 'results', { results: rest.results })
    return publicId
  }
  const submit = async (practiceId: string, author: Actor = cast.author) => {
    await submitPractice(as(author), { practiceId, version: await versionOf(practiceId) })
    return practiceId
  }
  const verify = async (practiceId: string, admin: Actor = cast.admin) => {
    await verifyDocuments(as(admin), { practiceId, version: await versionOf(practiceId) })
    return practiceId
  }
  const publish = async (practiceId: string, curator: Actor = cast.curator) => {
    await publishPractice(as(curator), { practiceId, version: await versionOf(practiceId) })
    return practiceId
  }
  const giveBack = async (practiceId: string, reviewer: Actor = cast.admin) => {
    await requestChanges(as(reviewer), { practiceId, version: await versionOf(practiceId), message: 'Lengkapi.' })
    return practiceId
  }
  const comment = async (practiceId: string, reviewer: Actor, required = true) =>
    addComment(as(reviewer), { practiceId, section: 'background', body: 'Sebutkan sumber angka.', required })

  return {
    as,
    practice,
    open,
    versionOf,
    contentOf,
    baseOf,
    save,
    draft,
    submit,
    verify,
    publish,
    giveBack,
    comment,
    submitted: async () => submit(await draft()),
    verified: async () => verify(await submit(await draft())),
    returned: async () => giveBack(await submit(await draft())),
    published: async () => publish(await verify(await submit(await draft()))),
  }
}
