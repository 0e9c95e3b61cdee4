import { Meilisearch } from 'meilisearch'
import type { Database } from '#db/client.server.ts'
import { listPublishedKeys } from '#db/queries/search-documents.server.ts'
import { readDocuments } from '#search/documents.server.ts'
import { DEPTH } from './measures.ts'

/** Fields of the comparison, most telling first: what somebody would send who reads the manual and stops there. */
const FIELDS = [
  'brand',
  'titleId',
  'titleEn',
  'subjectsId',
  'subjectsEn',
  'tagline',
  'summaryId',
  'summaryEn',
  'problem',
  'approach',
  'agency',
  'region',
  'province',
  'sector',
]

/** The same practices in a Meilisearch with its own settings: the comparison. Search terms of curators stay out. */
export async function stockMeilisearch(db: Database, { url, key }: { url: string; key: string }) {
  const client = new Meilisearch({ host: url, apiKey: key })
  const index = client.index('stock')
  const { documents } = await readDocuments(db, await listPublishedKeys(db, null, 10_000))
  await client.createIndex('stock', { primaryKey: 'id' }).waitTask()
  await index.updateSearchableAttributes(FIELDS).waitTask()
  await index
    .addDocuments(
      documents.map(({ document: one }) => ({
        id: one.publicId,
        brand: one.brand,
        titleId: one.title.id,
        titleEn: one.title.en,
        subjectsId: one.subjects.id,
        subjectsEn: one.subjects.en,
        tagline: one.tagline.id ?? one.tagline.en,
        summaryId: one.story.summary.id,
        summaryEn: one.story.summary.en,
        problem: one.problem.id ?? one.problem.en,
        approach: one.approach.id ?? one.approach.en,
        agency: one.agency,
        region: one.region,
        province: one.province,
        sector: one.sector,
      })),
    )
    .waitTask({ timeout: 60_000 })
  return async (q: string): Promise<string[]> => {
    const { hits } = await index.search<{ id: string }>(q, { limit: DEPTH, attributesToRetrieve: ['id'] })
    return hits.map(({ id }) => id)
  }
}
