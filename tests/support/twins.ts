import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/domain/shared/context.ts'
import type { Database } from '#db/client.server.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { practiceMerges, practices } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { contextAs } from './context.ts'
import { merged } from './merging.ts'

type World = { db: Database; people: Record<'author' | 'curator', Extract<Actor, { kind: 'user' }>> }
export type Twins = { from: string; into: string }

/** Two published demo practices of the demo district about one thing, each with something of its own. */
export async function twins(
  { db, people }: World,
  name: string,
  changes: Partial<PracticeContent> = {},
): Promise<Twins> {
  const one = async (own: Partial<PracticeContent>) => {
    const { id, publicId } = await publishedPractice(db, {
      agencyId: people.author.hat?.organisationId ?? '',
      hubId: people.curator.hat?.organisationId,
      content: practiceContent({ ...own, ...changes }),
    })
    await db.update(practices).set({ isDemo: true }).where(eq(practices.id, id))
    return publicId
  }
  const { kit, story, results } = practiceContent()
  const from = await one({
    ...{ brand: `KEMBAR ${name}`, title: { id: `Lampu jalan dijaga warga ${name}`, en: null }, sdgs: [9, 11] },
    problem: { id: 'Sepertiga lampu jalan padam lebih dari sebulan dan tidak ada yang melapor.', en: null },
    sources: ['https://contoh.go.id/kembar'],
    results: [...results, { ...results[0]!, indicator: 'Laporan warga', result: '640 (2025)', baseline: '12 (2023)' }],
    kit: { ...kit, costs: [], pitfalls: ['Penjaga lampu berganti setiap tahun'] },
  })
  const summary = {
    id: 'Penjaga lampu di setiap RT melapor lewat pesan singkat, petugas mengganti dalam dua hari.',
    en: null,
  }
  const into = await one({
    ...{
      brand: `LENTERA ${name}`,
      title: { id: `Lampu jalan yang dirawat warga ${name}`, en: 'Street lamps kept by residents' },
    },
    story: { ...story, summary },
    contactEmail: 'lentera@contoh.invalid',
  })
  return { from, into }
}

/** The address at which twins are compared: the same pair every time. */
export async function twinsToMerge(world: World): Promise<string> {
  const [known] = await world.db
    .select({ publicId: practices.publicId })
    .from(practices)
    .where(
      and(
        eq(practices.state, 'published'),
        sql`exists (select from practice_revisions r
      where r.id = live_revision_id and r.content ->> 'brand' = 'KEMBAR CONTOH')`,
      ),
    )
  const { from, into } = known
    ? { from: known.publicId, into: await publicIdOf(world, 'LENTERA CONTOH') }
    : await twins(world, 'CONTOH')
  return `/work/practices/${from}/merge?with=${into}&keep=${into}`
}

/** The address at which a merge is undone: the same one every time. */
export async function mergeToUndo(world: World): Promise<string> {
  const [known] = await world.db
    .select({ id: practiceMerges.id, publicId: practices.publicId })
    .from(practiceMerges)
    .innerJoin(practices, eq(practices.id, practiceMerges.fromId))
    .where(isNull(practiceMerges.undoneAt))
  if (known) return `/work/practices/${known.publicId}/merges/${known.id}`
  const pair = await twins(world, 'GABUNGAN')
  const { mergeId } = await merged(contextAs(world.db, world.people.curator), pair)
  return `/work/practices/${pair.from}/merges/${mergeId}`
}

async function publicIdOf({ db }: World, brand: string): Promise<string> {
  const [row] = await db.execute<{ publicId: string }>(sql`
    select p.public_id as "publicId" from practices p join practice_revisions r on r.id = p.live_revision_id
    where r.content ->> 'brand' = ${brand} and p.state = 'published'`)
  return row!.publicId
}
