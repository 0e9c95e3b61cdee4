import { saysTheSame, splitBrand, written } from '#app/domain/practice/bilingual.ts'
import { freshnessOf } from '#app/domain/practice/practice.ts'
import { searchText } from '#app/i18n/search.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { type Language, STORY_SECTIONS } from '#db/vocabulary.ts'
import type { Highlight, MatchField, PracticeHit, Segment, Sort } from '#search/engine.ts'
import { Pick } from '../ui/choice.tsx'
import { Tag } from '../ui/tag.tsx'
import { Evidence } from './evidence.tsx'
import { useForeign } from './in-language.tsx'
import { LifeStatus } from './life-status.tsx'
import { whereLine } from './where.ts'
import { whySentence } from './why.ts'

/** Text with the words that were searched marked in it. */
function Marked({ segments }: { segments: readonly Segment[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: segments never move
  return segments.map(({ text, mark }, index) => (mark ? <mark key={index}>{text}</mark> : text))
}

const plain = (text: string): Segment[] => [{ text, mark: false }]

function highlightOf(hit: PracticeHit, field: MatchField, lang: Language | null): Segment[] | undefined {
  return hit.highlights.find((one) => one.field === field && (one.lang === lang || one.lang === null))?.text
}

/** A practice in a list of results: plain title, brand, where, one snippet, why it is shown, and the marks of trust. */
export function PracticeHitRow({
  hit,
  now,
  heading: Heading = 'h2',
  compareForm,
  chosen,
  sort,
}: {
  hit: PracticeHit
  now: Date
  heading?: 'h2' | 'h3'
  /** Id of the form that the check box for comparing belongs to. */
  compareForm?: string
  /** It was chosen for comparing. */
  chosen?: boolean
  sort?: Sort
}) {
  const lang = useLang()
  const t = searchText(lang)
  const { name } = splitBrand(hit.brand)
  const why = whySentence(hit, { lang, now, sort })
  return (
    <li className="hit hit--split">
      <div>
        <HitTitle hit={hit} heading={Heading} />
        <p className="small dim">
          {written(hit.title, lang) && (
            <>
              <HitBrand hit={hit} />
              {' · '}
            </>
          )}
          {hit.isDemo ? <span className="demo">{whereLine(lang, hit)}</span> : whereLine(lang, hit)}
          {hit.startYear && ` · ${t.since(hit.startYear)}`}
        </p>
        <HitSnippet hit={hit} />
        {hit.pinned && (
          <p className="small">
            <Tag tone="ok">{searchPageText(lang).pinned(hit.pinned.hub)}</Tag> {hit.pinned.reason}
          </p>
        )}
        {why && <p className="hit__why">{why}</p>}
      </div>
      <div className="hit__side">
        <LifeStatus
          status={hit.lifeStatus}
          confirmedOn={hit.lifeConfirmedOn}
          freshness={freshnessOf(hit.lifeConfirmedOn, now)}
          now={now}
          as="short"
        />
        <Evidence level={hit.evidence} />
        {compareForm && (
          <Pick
            name="id"
            value={hit.publicId}
            form={compareForm}
            defaultChecked={chosen}
            label={
              <>
                {t.compare}
                <span className="vh"> {name}</span>
              </>
            }
          />
        )}
      </div>
    </li>
  )
}

function HitTitle({ hit, heading: Heading }: { hit: PracticeHit; heading: 'h2' | 'h3' }) {
  const lang = useLang()
  const title = written(hit.title, lang)
  const foreign = useForeign(title?.lang)
  return (
    <Heading className="hit__title">
      <a href={paths.practice(hit.publicId)} lang={foreign}>
        {title ? (
          <Marked segments={highlightOf(hit, 'title', title.lang) ?? plain(title.text)} />
        ) : (
          <Marked segments={highlightOf(hit, 'brand', null) ?? plain(hit.brand)} />
        )}
      </a>
      {!title && (
        <>
          {' '}
          <Tag tone="idle">{searchText(lang).incomplete}</Tag>
        </>
      )}
    </Heading>
  )
}

/** The short name; spelt out only where the search found a word in it. */
function HitBrand({ hit }: { hit: PracticeHit }) {
  const found = highlightOf(hit, 'brand', null)
  return (
    <span className="brand-name">
      {found?.some(({ mark }) => mark) ? <Marked segments={found} /> : splitBrand(hit.brand).name}
    </span>
  )
}

function HitSnippet({ hit }: { hit: PracticeHit }) {
  const lang = useLang()
  const t = searchText(lang)
  const snippet = bestSnippet(hit, lang)
  const foreign = useForeign(snippet?.lang ?? lang)
  if (!snippet) return null
  return (
    <p className="hit__snip">
      <b>{t.section[snippet.field]}:</b>{' '}
      <span lang={foreign}>
        <Marked segments={snippet.text} />
      </span>
    </p>
  )
}

/** Parts that tell a reader most about a hit, before those that only name a topic. */
const TELLING: readonly MatchField[] = ['problem', 'approach', 'results', ...STORY_SECTIONS, 'tagline']

/** The most telling match outside the heading; without one, what the practice is in a sentence. */
function bestSnippet(hit: PracticeHit, lang: Language): Highlight | undefined {
  const title = written(hit.title, lang)?.text
  const repeats = (text: string) => title !== undefined && saysTheSame(title, text)
  const found = hit.highlights.filter(({ field, text }) => !(field === 'tagline' && repeats(plainText(text))))
  for (const field of TELLING) {
    const own = found.filter((one) => one.field === field)
    const best = own.find((one) => one.lang === lang || one.lang === null) ?? own[0]
    if (best) return best
  }
  const [summary, tagline] = [written(hit.summary, lang), written(hit.tagline, lang)]
  if (summary) return { field: 'summary', lang: summary.lang, text: plain(summary.text) }
  if (tagline && !repeats(tagline.text)) return { field: 'tagline', lang: tagline.lang, text: plain(tagline.text) }
  return found.find(({ field }) => field === 'subjects')
}

const plainText = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('')
