import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import type { SimilarGroup } from '#app/domain/practice/similar-practices.server.ts'
import { formatRupiahShort } from '#app/i18n/format.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { PracticeHit } from '#search/engine.ts'
import { Section } from '../ui/panel.tsx'
import { InLanguage } from './in-language.tsx'
import { whereLine } from './where.ts'

/** Practices for the same problem, by what speaks for each beside this one. */
export function SimilarPractices({ publicId, groups }: { publicId: string; groups: readonly SimilarGroup[] }) {
  const lang = useLang()
  const t = searchPageText(lang)
  if (groups.length === 0) return null
  const ids = groups.flatMap(({ hits }) => hits.map((hit) => hit.publicId))
  return (
    <Section id="serupa" title={practicePageText(lang).adoptions.similar}>
      {groups.map(({ kind, hits }) => (
        <div key={kind}>
          <h3 className="h-m mt-3">{t.similar[kind]}</h3>
          <ul className="lines">
            {hits.map((hit) => (
              <Similar key={hit.publicId} hit={hit} kind={kind} />
            ))}
          </ul>
        </div>
      ))}
      <p className="mt-3 no-print">
        <a href={paths.compare([publicId, ...ids].slice(0, MOST_COMPARED))} rel="nofollow">
          {t.compareThese}
        </a>
      </p>
    </Section>
  )
}

const MOST_COMPARED = 4

function Similar({ hit, kind }: { hit: PracticeHit; kind: SimilarGroup['kind'] }) {
  const lang = useLang()
  const title = written(hit.title, lang)
  const { evidence, costToStart } = hit
  const reason = {
    cheaper: costToStart !== null && searchPageText(lang).startsAt(formatRupiahShort(lang, costToStart)),
    stronger: vocabularyText(lang).evidenceLevel[evidence],
    other: false,
  }[kind]
  return (
    <li>
      <a href={paths.practice(hit.publicId)}>{title ? <InLanguage {...title} /> : hit.brand}</a>
      <br />
      <span className="small dim">
        {[reason, splitBrand(hit.brand).name, whereLine(lang, hit)].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}
