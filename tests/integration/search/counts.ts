import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import type { Facet } from '#search/engine.ts'

/** Facets with one value that a column holds; the others are counted from the documents themselves. */
type CountedFacet = Exclude<Facet, 'age' | 'award' | 'group' | 'sdg' | 'evidence' | 'cost' | 'launch'>

/** The values of one facet in the database, straight from the practices. */
const VALUE: Record<CountedFacet, SQL> = {
  province: sql`r.province_code`,
  district: sql`case when length(r.code) > 2 then r.code end`,
  sector: sql`v.content->>'sector'`,
  form: sql`v.content->>'form'`,
  year: sql`left(v.content->>'startedOn', 4)`,
  life: sql`p.life_status`,
  maturity: sql`v.content->>'maturity'`,
  licence: sql`v.content->'kit'->>'licenceKind'`,
  hub: sql`(select o.slug from organisations o where o.id = p.hub_id)`,
}
const PUBLISHED = sql`practices p join practice_revisions v on v.id = p.live_revision_id and p.state = 'published'
  join agencies a on a.organisation_id = p.agency_id left join regions r on r.code = a.region_code`

export type Choice = { [F in CountedFacet]?: string[] }

const where = (choice: Choice, except?: Facet) =>
  sql.join(
    [
      sql`true`,
      ...Object.entries(choice).flatMap(([facet, values]) =>
        facet === except || values.length === 0
          ? []
          : [
              sql`${VALUE[facet as keyof typeof VALUE]} in (${sql.join(
                values.map((one) => sql`${one}`),
                sql`, `,
              )})`,
            ],
      ),
    ],
    sql` and `,
  )

/** Counts of one facet, without its own choice. */
export async function countsBySql(db: Database, facet: CountedFacet, choice: Choice) {
  const rows = await db.execute<{ value: string; count: number }>(
    sql`select ${VALUE[facet]} as value, count(*)::int as count from ${PUBLISHED} where ${where(choice, facet)} group by 1`,
  )
  return Object.fromEntries(rows.filter(({ value }) => value !== null).map(({ value, count }) => [value, count]))
}

export async function totalBySql(db: Database, choice: Choice) {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${PUBLISHED} where ${where(choice)}`)
  return row!.n
}

export const nonZero = (values: { value: string; count: number }[]) =>
  Object.fromEntries(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]))

export const COUNTED_FACETS = Object.keys(VALUE) as CountedFacet[]
