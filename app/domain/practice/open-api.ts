import {
  AWARD_SCHEMES,
  COST_BANDS,
  EVIDENCE_LEVELS,
  FORMS,
  FRESHNESS,
  GOVERNMENT_LEVELS,
  LANGUAGES,
  LAUNCH_BANDS,
  LICENCES,
  LIFE_STATUSES,
  MATURITIES,
  ROUNDTABLE_TOPICS,
  SDGS,
  SECTORS,
  SERVICE_TYPES,
  TARGET_GROUPS,
} from '#db/vocabulary.ts'
import {
  integer,
  KIT,
  list,
  maybe,
  object,
  oneOf,
  partialDate,
  RESULT,
  ref,
  type Schema,
  text,
} from './open-api-kit.ts'
import { MAX_LIMIT, MAX_WORDS_LENGTH, SORT_CHOICES, WITHOUT_CHOICES, YEAR_GROUPS } from './practice-query.ts'
import { TRANSLATION_STATES } from './translation.ts'

const bilingual = object({ id: maybe(text), en: maybe(text) })

const IDENTITY: Record<string, Schema> = {
  id: { type: 'string', pattern: '^JIPP-[0-9]{2}-[0-9]{4,}$', example: 'JIPP-35-0042' },
  url: { type: 'string', format: 'uri' },
  title: { ...text, description: 'Plain title in the language asked for, else in the other one, else the brand.' },
  title_language: { ...maybe(oneOf(LANGUAGES)), description: 'null: nobody has written a plain title yet.' },
  brand: text,
  summary: maybe(text),
  agency: text,
  unit: maybe(text),
  region: maybe(text),
  region_code: { ...maybe(text), description: 'Kemendagri code, e.g. 35.10' },
  province: maybe(text),
  province_code: maybe(text),
  country: { type: 'string', description: 'ISO 3166-1 alpha-2' },
  sector: oneOf(SECTORS),
  form: maybe(oneOf(FORMS)),
  life_status: oneOf(LIFE_STATUSES),
  life_confirmed_on: maybe({ type: 'string', format: 'date' }),
  life_freshness: { ...oneOf(FRESHNESS), description: 'Age of that day: up to 6 months, up to 12, older, never.' },
  evidence: { ...oneOf(EVIDENCE_LEVELS), description: 'Level by the rule on /about#bukti' },
  demo: { type: 'boolean', description: 'A made-up record for trying the system.' },
}

const SCHEMAS: Record<string, Schema> = {
  Hit: object({
    ...IDENTITY,
    start_year: maybe({ type: 'integer' }),
    adoptions: { type: 'integer', description: 'Places on record as having copied it.' },
    score: { type: 'number', minimum: 0, maximum: 1 },
    highlights: list(
      object({
        field: text,
        language: maybe(oneOf(LANGUAGES)),
        segments: list(object({ text, mark: { type: 'boolean' } })),
      }),
    ),
  }),
  FacetValue: object({
    value: { ...text, description: 'What the parameter of the same name takes.' },
    label: { ...text, description: 'In the language asked for.' },
    count: { type: 'integer' },
  }),
  Understood: object(
    {
      words: { ...list(text), description: 'Words that were searched.' },
      also: { ...list(text), description: 'Other words for them that were searched too.' },
      corrected: list(object({ from: text, to: text })),
      places: {
        ...list(object({ name: text, codes: list(text), typed: text })),
        description: 'Places that the words name: practices from there come first.',
      },
      left_aside: { ...list(text), description: 'Words of a long statement that were not searched.' },
      unknown: { ...list(text), description: 'Words that occur nowhere in the catalogue.' },
    },
    { description: 'What was made of the words; `without` takes parts of it back.' },
  ),
  Result: object({
    total: { type: 'integer' },
    page: { type: 'integer' },
    limit: { type: 'integer' },
    engine: oneOf(['meilisearch', 'postgres']),
    degraded: { type: 'boolean', description: 'The configured engine did not answer and PostgreSQL stood in.' },
    took_ms: { type: 'number' },
    hits: list(ref('Hit')),
    facets: {
      type: 'object',
      additionalProperties: list(ref('FacetValue')),
      description: 'Counts over the whole result; what is chosen in a facet does not reduce its own counts.',
    },
    understood: ref('Understood'),
  }),
  Practice: object(
    {
      ...IDENTITY,
      version: { type: 'integer' },
      titles: bilingual,
      translations: {
        ...{ type: 'object', additionalProperties: oneOf(TRANSLATION_STATES) },
        description: 'State of the English of each text; `behind`: the Indonesian changed since.',
      },
      tagline: bilingual,
      problem: bilingual,
      approach: bilingual,
      story: { type: 'object', additionalProperties: bilingual },
      level: maybe(oneOf(GOVERNMENT_LEVELS)),
      service_type: maybe(oneOf(SERVICE_TYPES)),
      roundtable_topic: maybe(oneOf(ROUNDTABLE_TOPICS)),
      contact_role: maybe(text),
      innovators: {
        ...list(object({ name: text, role: maybe(text) })),
        description: 'Only people who agreed that their name is shown.',
      },
      trial_on: partialDate,
      implemented_on: partialDate,
      results: list(RESULT),
      remarks: { ...maybe(text), description: 'Doubts about a figure of the source.' },
      adoption_kit: KIT,
      awards: list(
        object({ name: text, year: maybe(integer), scheme: maybe(oneOf(AWARD_SCHEMES)), tier: maybe(text) }),
      ),
      replicated_by: { ...list(text), description: 'Places that sources name as adopters.' },
      adoptions: { ...list({ type: 'object' }), description: 'Adoptions recorded here.' },
      sources: list({ type: 'string', format: 'uri' }),
      versions: list(object({ version: { type: 'integer' }, published_at: maybe(text), url: text })),
    },
    { additionalProperties: true },
  ),
  Error: object({
    error: {
      type: 'object',
      properties: { code: text, message: text, parameter: text },
      required: ['code', 'message'],
    },
  }),
}

const parameter = (name: string, schema: Schema, description: string) => ({ name, in: 'query', description, schema })
const many = (name: string, items: Schema, description: string) => ({
  ...parameter(name, list(items), `${description} May be repeated: any of the values.`),
  style: 'form',
  explode: true,
})
const answer = (description: string, schema: string) => ({
  description,
  content: { 'application/json': { schema: ref(schema) } },
})

const LANG = parameter('lang', { ...oneOf(LANGUAGES), default: 'id' }, 'Language of titles and summaries.')

/** The OpenAPI 3.1 description of the programming interface. */
export function openApiDocument(site: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'JIPP',
      version: '1.0.0',
      summary: 'Practices of Indonesia’s public-service innovation network',
      description:
        'Read only, no key needed. Figures are those of the agencies or the press named under sources. Region codes follow Kemendagri.',
    },
    servers: [{ url: site }],
    paths: {
      '/api/v1/practices': {
        get: {
          operationId: 'searchPractices',
          summary: 'Find published practices',
          parameters: [
            parameter('q', { type: 'string', maxLength: MAX_WORDS_LENGTH }, 'Words, in Indonesian or English.'),
            many('life', oneOf(LIFE_STATUSES), 'Life status.'),
            many('age', oneOf(FRESHNESS), 'Age of its last confirmation: up to 6 months, up to 12, older, none.'),
            many('sector', oneOf(SECTORS), 'Sector.'),
            many('province', { type: 'string', pattern: '^[0-9]{2}$' }, 'Province code.'),
            many('district', { type: 'string', pattern: '^[0-9]{2}\\.[0-9]{2}$' }, 'Regency or city code.'),
            many('group', oneOf(TARGET_GROUPS), 'Whom it is for.'),
            many('form', oneOf(FORMS), 'Form of innovation.'),
            many('maturity', oneOf(MATURITIES), 'Stage.'),
            many('evidence', oneOf(EVIDENCE_LEVELS), 'Level of evidence by the rule on /about#bukti.'),
            many('cost', oneOf(COST_BANDS), 'Band of the cost to start, in million rupiah.'),
            many('launch', oneOf(LAUNCH_BANDS), 'Months to launch at worst: up to 3, 6 or 12; 13 is more than 12.'),
            many('licence', oneOf(LICENCES), 'Terms under which documents and applications may be used.'),
            many('sdg', oneOf(SDGS), 'Sustainable development goal.'),
            many('hub', text, 'Hub, by its slug as named in the facet.'),
            many('year', text, `Year of start, or one of the groups ${YEAR_GROUPS.join(', ')}.`),
            many('award', text, 'Group of awards, as named in the facet.'),
            many('without', oneOf(WITHOUT_CHOICES), 'Part of the understanding of the words to do without.'),
            parameter('sort', { ...oneOf(SORT_CHOICES), default: 'relevance' }, 'Order.'),
            parameter(
              'near',
              { type: 'string', pattern: '^[0-9]{2}([.][0-9]{2})?$' },
              'Province or district that `nearest` starts from; it also decides between equals.',
            ),
            parameter('page', { type: 'integer', minimum: 1, default: 1 }, 'Page, from 1.'),
            parameter('limit', { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 20 }, 'Hits on a page.'),
            LANG,
          ],
          responses: {
            200: answer('Hits and facets', 'Result'),
            400: answer('A parameter cannot be used', 'Error'),
          },
        },
      },
      '/api/v1/practices/{practiceId}': {
        get: {
          operationId: 'readPractice',
          summary: 'Everything public of one practice',
          parameters: [{ name: 'practiceId', in: 'path', required: true, schema: IDENTITY.id }, LANG],
          responses: {
            200: answer('The practice', 'Practice'),
            301: answer('It was merged into another practice: `Location` leads there', 'Error'),
            404: answer('No such practice', 'Error'),
            410: answer('The practice was withdrawn', 'Error'),
          },
        },
      },
    },
    components: { schemas: SCHEMAS },
  }
}
