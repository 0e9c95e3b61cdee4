import { randomUUID } from 'node:crypto'
import { addComment } from '#app/domain/practice/add-comment.server.ts'
import { createPractice } from '#app/domain/practice/create-practice.server.ts'
import type { ContentPatch } from '#app/domain/practice/practice.schema.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { readSection, readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { requestChanges } from '#app/domain/practice/request-changes.server.ts'
import { saveSection } from '#app/domain/practice/save-section.server.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { submitPractice } from '#app/domain/practice/submit-practice.server.ts'
import { verifyDocuments } from '#app/domain/practice/verify-documents.server.ts'
import type { Context } from '#app/domain/shared/context.ts'
import { countPracticesInWork } from '#db/queries/practices-work.server.ts'
import type { DemoPeople } from './people.ts'
import { type DemoPractice, DRAFT, PUBLISHED, REMARK, RETURNED, SECOND_VERSION, SUBMITTED } from './practice-records.ts'

type Base = Omit<Context, 'actor'>
type Sections = Partial<Record<Section, ContentPatch>>

const DAY = 86_400_000

/**
 * Practices of the demo district: a draft, one that was given back, one that waits for the document check, and a
 * published one whose second version waits for the curator. Repeatable.
 */
export async function seedDemoPractices(base: Base, people: DemoPeople): Promise<void> {
  const agencyId = people.author.hat?.organisationId
  if (!agencyId) throw new Error('the demo author has no agency')
  if ((await countPracticesInWork(base.db, { kind: 'agency', agencyId })).all > 0) return

  const as = (who: keyof DemoPeople, daysAgo: number): Context => ({
    ...base,
    actor: people[who],
    now: new Date(base.now.getTime() - daysAgo * DAY),
  })
  const save = async (ctx: Context, practiceId: string, sections: Sections) => {
    for (const [section, patch] of Object.entries(sections) as [Section, ContentPatch][]) {
      const { base: from } = await readSection(ctx, practiceId, section)
      await saveSection(ctx, { practiceId, section, base: from, patch })
    }
  }
  const write = async (practice: DemoPractice, daysAgo: number) => {
    const { brand, title: titleId, sector, sections } = practice
    const { publicId } = await createPractice(as('author', daysAgo), { key: randomUUID(), brand, titleId, sector })
    await save(as('author', daysAgo - 0.2), publicId, sections)
    return publicId
  }
  /** The practice and the version that this person sees now. */
  const seen = async (ctx: Context, practiceId: string) => {
    const { practice } = await readWorkPractice(ctx, practiceId)
    if (!practice.open) throw new Error(`${practiceId} has no open version`)
    return { practiceId, version: practice.open.version }
  }
  const submit = async (practiceId: string, daysAgo: number) => {
    const ctx = as('author', daysAgo)
    await submitPractice(ctx, await seen(ctx, practiceId))
    return practiceId
  }
  const verify = async (practiceId: string, daysAgo: number) => {
    const ctx = as('admin', daysAgo)
    await verifyDocuments(ctx, await seen(ctx, practiceId))
    return practiceId
  }

  await write(DRAFT, 3)
  await submit(await write(SUBMITTED, 9), 4)

  const returned = await submit(await write(RETURNED, 20), 12)
  const admin = as('admin', 8)
  await addComment(admin, { practiceId: returned, section: 'implementation', body: REMARK, required: true })
  await requestChanges(admin, {
    ...(await seen(admin, returned)),
    message: 'Satu bagian perlu dilengkapi, lihat catatan.',
  })

  const published = await verify(await submit(await write(PUBLISHED, 70), 64), 60)
  const curator = as('curator', 55)
  await publishPractice(curator, await seen(curator, published))
  await startRevision(as('author', 10), { practiceId: published })
  await save(as('author', 9), published, SECOND_VERSION)
  await verify(await submit(published, 6), 2)
}
