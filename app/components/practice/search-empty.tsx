import { countFilters, type SearchState, searchParams } from '#app/domain/practice/practice-query.ts'
import type { Relaxation } from '#app/domain/practice/relax-search.server.ts'
import type { SearchPage } from '#app/domain/practice/search-practices.server.ts'
import { searchText } from '#app/i18n/search.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { useRoot } from '../layout/root-data.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Section } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { PracticeHitRow } from './practice-hit.tsx'

/** What to do where nothing was found: loosen the search, look at the nearest, record the need. Never a dead end. */
export function NothingFound({ page, now }: { page: SearchPage; now: Date }) {
  const t = searchText(useLang())
  const { relaxed, nearest } = page
  return (
    <>
      {relaxed.length > 0 ? (
        <>
          <Section id="longgar" title={t.relaxed} look="bare">
            <p className="small dim">{t.relaxedNote}</p>
            <ol className="lines mt-3">
              {relaxed.map((step) => (
                <li key={hrefOf(step.state)} className="task">
                  <a href={hrefOf(step.state)} rel="nofollow">
                    <Dropped step={step} />
                  </a>
                  <Tag tone="ok">{t.found(step.total)}</Tag>
                </li>
              ))}
            </ol>
          </Section>
          <Section id="dekat" title={relaxed[0]?.dropped.kind === 'words' ? t.newestOfAll : t.nearest}>
            <ol className="hits">
              {nearest.map((hit) => (
                <PracticeHitRow key={hit.publicId} hit={hit} now={now} heading="h3" />
              ))}
            </ol>
          </Section>
        </>
      ) : (
        <p className="read">
          {t.nothingEither} <a href={paths.practices()}>{t.allPractices}</a>.
        </p>
      )}
      <RecordNeed words={page.state.q} />
    </>
  )
}

const hrefOf = (state: SearchState) => paths.practices(searchParams(state))

/** What a step gives up, in words. */
function Dropped({ step: { state, dropped } }: { step: Relaxation }) {
  const lang = useLang()
  const t = searchText(lang)
  const more = searchPageText(lang)
  switch (dropped.kind) {
    case 'filter':
      return t.withoutFilter(t.facet[dropped.facet].toLowerCase())
    case 'filters':
      return t.withoutFilters
    case 'word':
      return t.withoutWord(dropped.word)
    case 'place':
      return more.ignoringPlace(dropped.name)
    case 'taken-back':
      return more.taken
    case 'words':
      return countFilters(state) > 0 ? more.withoutWordsFiltered : more.withoutWords
  }
}

function RecordNeed({ words }: { words: string }) {
  const lang = useLang()
  const t = searchText(lang)
  const isVisitor = !useRoot()?.user
  return (
    <section className="panel mt-6" aria-labelledby="h-catat">
      <h2 id="h-catat">{t.recordTitle}</h2>
      <p className="small read">
        {t.recordText}
        {isVisitor && ` ${searchPageText(lang).signInFirst}`}
      </p>
      <p>
        <ButtonLink href={paths.newNeed({ problem: words })} rel="nofollow">
          {t.recordAct}
        </ButtonLink>
      </p>
    </section>
  )
}
