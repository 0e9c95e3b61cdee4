import { type SQL, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { uuids } from './search-documents.server.ts'

/*
 * Searching the documents of practices. Everything typed by a person arrives as a parameter; the texts of `tsquery`
 * are made of letters and digits by search/language and cannot fail to parse.
 */

/** One way to say one word of a query: the word's number, how to match it, what a match in the title is worth. */
export type SearchForm = { no: number; query: string; gain: number; cover: number; share: number }

export type SearchText = {
  forms: readonly SearchForm[]
  /** Gain of a practice that matches every word in its title, and the sum of what its words cover. */
  total: number
  /** The shares of the words that a practice has must add up to so much … */
  required: number
  /** … unless its name looks like the query. */
  named: readonly { id: string; similarity: number }[]
}

export type SearchFilters = {
  province: string[]
  district: string[]
  sector: string[]
  form: string[]
  year: string[]
  award: string[]
  life: string[]
}
type FacetName = keyof SearchFilters

export type SearchRow = { id: string; score: number }
export type SearchRows = {
  total: number
  hits: SearchRow[]
  facets: { facet: FacetName; value: string; count: number }[]
}

const FACET_COLUMNS: Record<FacetName, SQL> = {
  province: sql`province`,
  district: sql`district`,
  sector: sql`sector`,
  form: sql`form`,
  year: sql`year::text`,
  award: sql`award`,
  life: sql`life`,
}
const FACETS = Object.keys(FACET_COLUMNS) as FacetName[]

/** Order of a list; every one ends with the public id, so that pages never overlap. */
const ORDER = {
  relevance: sql`score desc, evidence desc, adoptions desc, published_on desc, public_id`,
  newest: sql`published_on desc, year desc nulls last, public_id`,
  adopted: sql`adoptions desc, evidence desc, score desc, public_id`,
  confirmed: sql`confirmed_on desc nulls last, evidence desc, score desc, public_id`,
} as const

const TITLE_WEIGHTS = sql`'{0.12, 0.3, 0.55, 1}'::float4[]`
/** How much of the whole gain a name can earn that looks like the query. */
const NAME_GAIN = 0.8

/** What a practice can earn at most, with every word and every pair of words in its title, when the words are worth 1. */
const MOST = 1.35

/** Score of each matching document: weight of the words it holds and where, lowered when words are missing. */
function scored(text: SearchText, among?: readonly string[]): SQL {
  const restricted = among ? sql`and d.practice_id = any(${uuids(among)})` : sql``
  const required = among ? 0 : text.required
  return sql`
    forms as materialized (
      select no, query::tsquery as query, gain, cover, share
      from jsonb_to_recordset(${JSON.stringify(text.forms)}::jsonb)
        as f(no int, query text, gain float8, cover float8, share int)
    ),
    matched as (
      select d.practice_id, f.no, f.gain * ts_rank(${TITLE_WEIGHTS}, d.vector, f.query) as gain, f.cover, f.share
      from forms f join practice_documents d on d.vector @@ f.query ${restricted}
      union all
      select id, 0, ${NAME_GAIN * text.total}::float8 * similarity, ${text.total}::float8 * similarity, ${text.required}::int
      from jsonb_to_recordset(${JSON.stringify(text.named)}::jsonb) as n(id uuid, similarity float8)
    ),
    best as (
      select practice_id, no, max(gain) as gain, max(cover) as cover, max(share) as share
      from matched group by 1, 2
    ),
    summed as (
      select practice_id, sum(gain) as gain, least(1, sum(cover) / ${text.total}::float8) as cover
      from best group by 1
      having sum(share) >= ${required}::int
    ),
    scored as (
      select practice_id, round((gain / ${MOST * text.total}::float8 * (0.25 + 0.75 * cover * cover))::numeric, 6)::float8 as score
      from summed
    )`
}

const isChosen = (facet: FacetName, values: readonly string[]): SQL => {
  if (values.length === 0) return sql`true`
  const list = sql`(select array_agg(value) from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb) value)::text[]`
  if (facet === 'award') return sql`d.awards && ${list}`
  return sql`coalesce(${facet === 'year' ? sql`d.year::text` : sql`d.${FACET_COLUMNS[facet]}`} = any(${list}), false)`
}

/** Total, one page of hits and the counts of every facet (each without its own choice), in one statement. */
export async function searchDocuments(
  db: Executor,
  query: {
    text: SearchText | null
    filters: SearchFilters
    sort: keyof typeof ORDER
    offset: number
    limit: number
  },
): Promise<SearchRows> {
  const { text, filters } = query
  const used = FACETS.filter((facet) => filters[facet].length > 0)
  const fits = (facets: FacetName[]) =>
    facets.length === 0
      ? sql`true`
      : sql.join(
          facets.map((facet) => sql.raw(`in_${facet}`)),
          sql` and `,
        )
  const flags = used.map((facet) => sql`, ${isChosen(facet, filters[facet])} as ${sql.raw(`in_${facet}`)}`)
  const counts = FACETS.map(
    (facet) => sql`select ${facet}::text as facet, ${FACET_COLUMNS[facet]} as value, count(*)::int as count
      from base ${facet === 'award' ? sql`cross join lateral unnest(awards) award` : sql``}
      where ${fits(used.filter((other) => other !== facet))} and ${FACET_COLUMNS[facet]} is not null group by 2`,
  )
  const order = text ? ORDER[query.sort] : query.sort === 'relevance' ? ORDER.newest : ORDER[query.sort]
  const [row] = await db.execute<{ total: number; hits: SearchRow[] | null; facets: SearchRows['facets'] | null }>(sql`
    with ${text ? sql`${scored(text)},` : sql``}
    base as materialized (
      select d.practice_id, d.public_id, d.province, d.district, d.sector, d.form, d.year, d.awards, d.life, d.adoptions,
        d.evidence, d.confirmed_on, d.published_on, ${text ? sql`s.score` : sql`0::float8 as score`}
        ${sql.join(flags, sql``)}
      from practice_documents d
      join practices p on p.id = d.practice_id and p.state = 'published'
      ${text ? sql`join scored s on s.practice_id = d.practice_id` : sql``}
    )
    select
      (select count(*)::int from base where ${fits(used)}) as total,
      (select json_agg(page) from (
        select practice_id as id, score from base where ${fits(used)}
        order by ${order} limit ${query.limit} offset ${query.offset}) page) as hits,
      (select json_agg(f) from (${sql.join(counts, sql` union all `)}) f) as facets`)
  return { total: row?.total ?? 0, hits: row?.hits ?? [], facets: row?.facets ?? [] }
}

/** The same score for documents that another engine has found, best first. */
export async function scoreDocuments(db: Executor, text: SearchText, ids: readonly string[]): Promise<SearchRow[]> {
  if (ids.length === 0 || text.forms.length === 0) return []
  const rows = await db.execute<SearchRow>(sql`
    with ${scored(text, ids)}
    select s.practice_id as id, s.score
    from scored s join practice_documents d on d.practice_id = s.practice_id
    order by ${ORDER.relevance}`)
  return [...rows]
}

export type Lexicon = {
  /** Number of documents. */
  total: number
  /** In how many documents each stem occurs; a stem that occurs nowhere is missing. */
  stems: Map<string, number>
  /** Words of the catalogue that look like one that occurs nowhere. */
  similar: Map<string, { word: string; documents: number }[]>
  /** Practices whose names look like the whole query; only where one of its words occurs nowhere. */
  named: { practiceId: string; similarity: number }[]
}

const SIMILAR_WORDS = 25
const SIMILAR_NAMES = 20
const MIN_NAME_SIMILARITY = 0.5
/** Shorter texts look like too many names. */
const MIN_NAME_LENGTH = 4

type LexiconRow = { kind: 'total' | 'stem' | 'similar' | 'named'; term: string; near: string; value: number }

/** What the catalogue knows of some stems, and where it knows nothing of a word, the words and names nearest to it. */
export async function findLexicon(
  db: Executor,
  asked: {
    stems: readonly string[]
    words: readonly { word: string; stem: string; swaps: readonly string[] }[]
    plain: string
  },
): Promise<Lexicon> {
  const rows = await db.execute<LexiconRow>(sql`
    with unknown as materialized (
      select word, swaps from jsonb_to_recordset(${JSON.stringify(asked.words)}::jsonb)
        as asked(word text, stem text, swaps text[])
      where not exists (select from practice_lexicon l where l.kind = 'stem' and l.term = asked.stem)
    )
    select 'total' as kind, '' as term, '' as near, count(*)::float8 as value from practice_documents
    union all
    select 'stem', l.term, '', l.documents from practice_lexicon l
    where l.kind = 'stem' and l.term in (select jsonb_array_elements_text(${JSON.stringify(asked.stems)}::jsonb))
    union all
    select 'similar', unknown.word, near.term, near.documents from unknown cross join lateral (
      select l.term, l.documents from practice_lexicon l
      where l.kind = 'word'
        and (l.term % unknown.word or l.term like unknown.word || '%' or l.term = any(unknown.swaps))
      order by l.term = any(unknown.swaps) desc, l.term <-> unknown.word, l.documents desc, l.term limit ${SIMILAR_WORDS}
    ) near
    union all
    (select 'named', practice_id::text, '', word_similarity(${asked.plain}, names) as similarity from practice_documents
     where exists (select from unknown) and ${asked.plain.length >= MIN_NAME_LENGTH}
       and word_similarity(${asked.plain}, names) >= ${MIN_NAME_SIMILARITY}
     order by similarity desc, public_id limit ${SIMILAR_NAMES})`)
  const lexicon: Lexicon = { total: 0, stems: new Map(), similar: new Map(), named: [] }
  for (const { kind, term, near, value } of rows) {
    if (kind === 'total') lexicon.total = value
    else if (kind === 'stem') lexicon.stems.set(term, value)
    else if (kind === 'named') lexicon.named.push({ practiceId: term, similarity: value })
    else lexicon.similar.set(term, [...(lexicon.similar.get(term) ?? []), { word: near, documents: value }])
  }
  return lexicon
}

/** Documents of hits that are published at this moment, in no order: the last check before anything is shown. */
export async function listPublicDocuments(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db.execute<{ id: string; document: Record<string, unknown> }>(sql`
    select d.practice_id as id, d.document
    from practice_documents d join practices p on p.id = d.practice_id and p.state = 'published'
    where d.practice_id = any(${uuids(ids)})`)
  return [...rows]
}
