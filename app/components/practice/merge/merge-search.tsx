import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import type { MergeView } from '#app/domain/practice/read-merge.server.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { MergeCandidate } from '#db/queries/merge-candidates.server.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/panel.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { InLanguage } from '../in-language.tsx'

type View = Extract<MergeView, { step: 'search' }>

/** The other record: what resembles the practice, or what its number or words find. */
export function MergeSearch({ view: { publicId, query, candidates, isBeingWritten } }: { view: View }) {
  const { search: t } = mergeText(useLang())
  const { q } = query
  return (
    <Section id="cari" title={t.title} look="bare">
      {isBeingWritten && <p className="mb-4">{t.writing}</p>}
      <SearchForm action={paths.mergePractice(publicId)} className="row row--end mb-5">
        <Field name="q" type="search" label={t.label} hint={t.hint} defaultValue={q} maxLength={200} />
        <Button variant="quiet" icon="search">
          {t.submit}
        </Button>
      </SearchForm>
      <h3 className="mb-2">{q ? t.found(candidates.length) : t.alike}</h3>
      {candidates.length === 0 ? (
        <p className="dim">{q ? t.notFound : t.none}</p>
      ) : (
        <ul className="lines">
          {candidates.map((one) => (
            <Candidate key={one.publicId} one={one} publicId={publicId} mayChoose={!isBeingWritten} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Candidate({ one, publicId, mayChoose }: { one: MergeCandidate; publicId: string; mayChoose: boolean }) {
  const lang = useLang()
  const { search: t } = mergeText(lang)
  const words = vocabularyText(lang)
  const title = written(one.title, lang)
  const why = one.isOwn ? t.own : one.isBeingWritten ? t.writing : null
  const facts = [
    one.publicId,
    title && splitBrand(one.brand).name,
    one.agency,
    one.region,
    one.startedOn && t.since(one.startedOn.slice(0, 4)),
    t.versions(one.versions),
    words.lifeStatus[one.lifeStatus],
  ]
  return (
    <li>
      <b>{title ? <InLanguage {...title} /> : one.brand}</b>{' '}
      {one.state !== 'published' && <Tag tone="warn">{words.practiceState[one.state]}</Tag>}
      <br />
      <span className="small dim">{[...new Set(facts.filter(Boolean))].join(' · ')}</span>
      {why && <p className="small">{why}</p>}
      <div className="acts mt-2">
        {mayChoose && !why && one.state === 'published' && (
          <ButtonLink variant="quiet" href={paths.mergePractice(publicId, { with: one.publicId })}>
            {t.choose(one.publicId)}
          </ButtonLink>
        )}
        {one.state === 'published' && <a href={paths.practice(one.publicId)}>{t.read}</a>}
      </div>
    </li>
  )
}
