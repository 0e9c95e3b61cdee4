import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { today } from '#app/domain/shared/dates.ts'
import { agencies } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { COST_BANDS, LAUNCH_BANDS, LICENCES, MATURITIES } from '#db/vocabulary.ts'
import { createSearch } from '#search/create.server.ts'
import { FACETS, type Facet, practiceQuery } from '#search/engine.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { withCatalogue } from './catalogue.ts'

/*
 * The counts of every facet against SQL that is written without looking at the search: a table of practice, facet and
 * value straight from the practices, and one statement for any choice of filters. Awards are grouped by rules that SQL
 * does not know; their counts are compared between the engines alone.
 */

const { db } = await testDatabase()
const meilisearch = await testMeilisearch()
const COUNTED = FACETS.filter((facet) => facet !== 'award')
const SETS = 1_000

/** Ages are counted by the date in Jakarta. */
const TODAY = sql.raw(`'${today(new Date())}'`)

type Choice = { [F in Facet]?: string[] }
type Counts = Record<string, Record<string, number>>

beforeAll(async () => {
  await withCatalogue(db)
  const [agency] = await db.select({ agencyId: agencies.organisationId }).from(agencies).limit(1)
  const { agencyId } = agency!
  // The starting catalogue names no costs and no stage.
  for (let number = 0; number < 30; number++) {
    const setUp = [0, 10, 49.9, 50, 120, 250, 900, 1_000, 4_000][number % 9]! * 1e6
    const content = practiceContent({ brand: `Biaya ${number}`, maturity: MATURITIES[number % 4] ?? null })
    const costs = [{ item: 'Perangkat', per: null, setUp, yearly: null, year: 2024 }]
    const launchMax = [1, 3, 4, 6, 7, 12, 13, 40][number % 8]
    const said = { launchMin: 1, launchMax, licenceKind: LICENCES[number % 9] }
    const written = { ...content, kit: { ...content.kit, costs, ...said } }
    const { id } = await publishedPractice(db, { agencyId, content: written })
    // Nor was the life of any of them ever confirmed.
    if (number % 5 === 0) continue
    await db.execute(sql`update practices set life_status = 'steady',
      life_confirmed_on = ${TODAY}::date - ${number * 17}::int where id = ${id}`)
  }
  await db.execute(sql`
    create table facet_values as
    with published as (
      select p.id, p.life_status, p.life_confirmed_on, p.hub_id, v.content as c, r.code, r.province_code
      from practices p join practice_revisions v on v.id = p.live_revision_id and p.state = 'published'
      join agencies a on a.organisation_id = p.agency_id left join regions r on r.code = a.region_code
    ), costs as (
      select id, sum((line->>'setUp')::numeric) as cost
      from published, jsonb_array_elements(c->'kit'->'costs') line where line->>'setUp' is not null group by id
    )
    select id, 'province' as facet, province_code as value from published
    union all select id, 'district', code from published where length(code) > 2
    union all select id, 'sector', c->>'sector' from published
    union all select id, 'form', c->>'form' from published
    union all select distinct id, 'group', value from published, jsonb_array_elements_text(c->'targetGroups') value
    union all select id, 'life', life_status from published
    union all select id, 'age', case when life_confirmed_on is null then 'none'
        when life_confirmed_on + interval '6 months' >= ${TODAY}::date then 'fresh'
        when life_confirmed_on + interval '12 months' >= ${TODAY}::date then 'aging' else 'stale' end from published
    union all select id, 'maturity', c->>'maturity' from published
    union all select p.id, 'evidence', case
        when exists (select from jsonb_array_elements(c->'results') l where l->>'result' ~ '\\d' and l->>'baseline' ~ '\\d')
          then case when v.published_by is null then '3' else '4' end
        when exists (select from jsonb_array_elements(c->'results') l where l->>'result' ~ '\\d') then '2' else '1' end
      from published p join practices q on q.id = p.id join practice_revisions v on v.id = q.live_revision_id
    union all select id, 'cost', case when cost <= 0 then 'free' when cost < 50e6 then 'under-50'
        when cost < 250e6 then '50-250' when cost < 1000e6 then '250-1000' else 'over-1000' end from costs
    union all select id, 'licence', c->'kit'->>'licenceKind' from published
    union all select id, 'launch', case when (c->'kit'->>'launchMax')::int <= 3 then '3'
        when (c->'kit'->>'launchMax')::int <= 6 then '6' when (c->'kit'->>'launchMax')::int <= 12 then '12'
        else '13' end from published where c->'kit' ? 'launchMax'
    union all select id, 'year', left(c->>'startedOn', 4) from published
    union all select distinct id, 'sdg', value from published, jsonb_array_elements_text(c->'sdgs') value
    union all select p.id, 'hub', o.slug from published p join organisations o on o.id = p.hub_id`)
  await db.execute(sql`delete from facet_values where value is null`)
  await db.execute(sql`create index on facet_values (facet, value, id)`)
  await db.execute(sql`create index on facet_values (id)`)
  await db.execute(sql`analyze facet_values`)
})

const text = (value: string) => sql`${value}::text`
const hasOneOf = (facet: string, values: readonly string[]) =>
  sql`exists (select from facet_values o where o.id = f.id and o.facet = ${text(facet)}
    and o.value in (${sql.join(values.map(text), sql`, `)}))`

/** Total and counts by SQL; a facet is not reduced by its own choice. */
async function bySql(choice: Choice): Promise<{ total: number; counts: Counts }> {
  const chosen = Object.entries(choice).filter(([, values]) => values.length > 0)
  const all = sql.join([sql`true`, ...chosen.map(([facet, values]) => hasOneOf(facet, values))], sql` and `)
  const others = sql.join(
    [sql`true`, ...chosen.map(([facet, values]) => sql`(f.facet = ${text(facet)} or ${hasOneOf(facet, values)})`)],
    sql` and `,
  )
  const rows = await db.execute<{ facet: string; value: string; count: number }>(sql`
    select facet, value, count(*)::int as count from facet_values f where ${others} group by 1, 2
    union all
    select 'total', '', count(*)::int from practices f where state = 'published' and ${all}`)
  const counts: Counts = {}
  for (const { facet, value, count } of rows) {
    counts[facet] ??= {}
    counts[facet][value] = count
  }
  const total = counts.total?.[''] ?? 0
  delete counts.total
  return { total, counts }
}

const engines = [
  { name: 'postgres', search: createSearch({ db }) },
  ...(meilisearch ? [{ name: 'meilisearch', search: createSearch({ db, meilisearch }) }] : []),
]

describe('the counts of every facet', () => {
  test(`are those of SQL in ${SETS} random sets of filters, from every engine`, { timeout: 180_000 }, async () => {
    for (const { search } of engines) await ensureIndexed(db, search)
    const { counts: all } = await bySql({})
    expect(Object.keys(all.cost!).sort()).toEqual([...COST_BANDS].sort())
    expect(Object.keys(all.launch!).sort()).toEqual([...LAUNCH_BANDS].sort())
    expect(Object.keys(all).sort()).toEqual([...COUNTED].sort())
    const choice = fc.record(
      Object.fromEntries(
        COUNTED.map((facet) => {
          const values = Object.keys(all[facet]!)
          return [facet, fc.subarray(values, { maxLength: Math.min(3, values.length) })]
        }),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Choice>
    let mismatches = 0
    for (const filters of fc.sample(choice, { numRuns: SETS, seed: 4 })) {
      // Most random sets of many filters are empty: keep up to three facets.
      const kept = Object.fromEntries(Object.entries(filters).slice(0, 3))
      const expected = await bySql(kept)
      for (const { search } of engines) {
        const found = await search.practices(practiceQuery({ filters: kept, limit: 1 }))
        const counts = Object.fromEntries(
          COUNTED.flatMap((facet) => {
            const values = found.facets[facet].filter(({ count }) => count > 0)
            return values.length > 0
              ? [[facet, Object.fromEntries(values.map(({ value, count }) => [value, count]))]]
              : []
          }),
        )
        if (found.total !== expected.total || !sameCounts(counts, expected.counts)) mismatches++
      }
    }
    expect(mismatches).toBe(0)
  })
})

function sameCounts(one: Counts, other: Counts): boolean {
  const flat = (counts: Counts) =>
    JSON.stringify(
      Object.entries(counts)
        .flatMap(([facet, values]) => Object.entries(values).map(([value, count]) => `${facet}=${value}:${count}`))
        .sort(),
    )
  return flat(one) === flat(other)
}
