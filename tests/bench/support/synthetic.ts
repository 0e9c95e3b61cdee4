import type { Database } from '#db/client.server.ts'
import { insertPublishedPractices, type PublishedRecord } from '#db/queries/catalogue.server.ts'
import { practices } from '#db/schema/index.ts'
import { type CatalogueRecord, contentOf, keyOf, readCatalogue } from '#db/seed/catalogue.ts'
import { seeded } from './figures.ts'

const BATCH = 500

/**
 * Makes the catalogue `size` practices large. Each new one takes place, agency, sector, year and awards of a real record,
 * so their shares stay those of the real catalogue, and its words from real records of the same sector: sentences,
 * subject terms and results are mixed. Names are new, so the vocabulary grows as that of a real collection does. The same
 * numbers always give the same catalogue.
 */
export async function growCatalogue(db: Database, size: number, seed = 4): Promise<void> {
  const rows = await db
    .select({ key: practices.catalogueKey, agencyId: practices.agencyId, hubId: practices.hubId })
    .from(practices)
  const homes = new Map(rows.flatMap(({ key, ...home }) => (key ? [[key, home] as const] : [])))
  const { records } = readCatalogue()
  const there = rows.length
  for (let start = there; start < size; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, size - start) }, (_, i) => {
      const number = start + i
      const { record, base } = mixedRecord(records, seeded(seed * 1_000_003 + number))
      const home = homes.get(keyOf(base))
      if (!home) throw new Error('the starting catalogue is not loaded')
      const scope = base.country === 'ID' ? (base.province_code ?? '00') : '99'
      return {
        practice: { ...home, publicId: `JIPP-${scope}-${1_000_000 + number}`, createdAt: new Date() },
        content: contentOf(record),
      } satisfies PublishedRecord
    })
    await db.transaction((tx) => insertPublishedPractices(tx, batch, new Date()))
  }
}

function mixedRecord(records: readonly CatalogueRecord[], random: () => number) {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const base = pick(records)
  if (!base) throw new Error('the starting catalogue is empty')
  const peers = records.filter((record) => record.sector === base.sector)
  const peer = () => pick(peers) ?? base
  const mixed = (text: (record: CatalogueRecord) => string | null) =>
    [text(peer()), text(peer())]
      .map((whole) => pick(sentencesOf(whole)))
      .filter(Boolean)
      .join(' ') || text(base)
  const titled = peer()
  const [some, others] = [peer(), peer()]
  const record: CatalogueRecord = {
    ...base,
    name: `${halfOf(peer().name, 0)}${halfOf(peer().name, 1)} ${pick(titled.name.split(' ')) ?? ''}`.trim(),
    tagline: peer().tagline,
    language: base.language,
    problem: mixed((one) => one.problem),
    approach: mixed((one) => one.approach),
    title_id: titled.title_id,
    title_en: titled.title_en,
    summary_id: mixed((one) => one.summary_id),
    summary_en: mixed((one) => one.summary_en),
    subjects_id: among(random, [...some.subjects_id, ...others.subjects_id], base.subjects_id.length),
    subjects_en: among(random, [...some.subjects_en, ...others.subjects_en], base.subjects_en.length),
    results: peer().results,
    target_groups: peer().target_groups,
    sdgs: peer().sdgs,
  }
  return { record, base }
}

const sentencesOf = (text: string | null) => text?.split(/(?<=[.;!?])\s+/) ?? []

function halfOf(name: string, part: 0 | 1): string {
  const word = name.split(/[^\p{L}]+/u).find((one) => one.length > 3) ?? name
  const middle = Math.ceil(word.length / 2)
  return part === 0 ? word.slice(0, middle) : word.slice(middle).toLowerCase()
}

function among<T>(random: () => number, list: readonly T[], count: number): T[] {
  const left = [...new Set(list)]
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat()
}
