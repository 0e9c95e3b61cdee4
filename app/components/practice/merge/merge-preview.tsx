import { written } from '#app/domain/practice/bilingual.ts'
import { pickName } from '#app/domain/practice/merge.schema.ts'
import type { MergeView } from '#app/domain/practice/read-merge.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/panel.tsx'
import { Comparison } from '../diff/comparison.tsx'
import { InLanguage } from '../in-language.tsx'

type View = Extract<MergeView, { step: 'preview' }>

/** What comes of the choices and what happens to everything else, before it is done. */
export function MergePreview({ view }: { view: View }) {
  const lang = useLang()
  const { preview: t } = mergeText(lang)
  const { publicId, survivor, other, after, undoUntil, query, parts, seen } = view
  const picks = Object.fromEntries(parts.map(({ name }) => [pickName(name), query.picks[name]]))
  const pair = { with: query.with ?? '', keep: survivor.publicId }
  return (
    <>
      <Section id="akibat" title={t.title} look="bare">
        <Facts>
          <Fact label={t.stays}>
            <Named side={survivor} />
          </Fact>
          <Fact label={t.goes}>
            <Named side={other} />
          </Fact>
        </Facts>
        <ul className="lines mt-4 mb-5">
          <li>{t.newVersion(survivor.publicId)}</li>
          <li>{t.leaves(other.publicId, survivor.publicId)}</li>
          <li>{t.moves}</li>
          <li>{t.told}</li>
          <li>{t.undo(formatDate(lang, undoUntil))}</li>
        </ul>
        <form method="post">
          {Object.entries({ ...pair, seen, ...picks }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p className="acts">
            <Button>{t.submit}</Button>
            <a href={paths.mergePractice(publicId, { ...pair, ...picks })}>{t.back}</a>
          </p>
        </form>
      </Section>
      <Section id="perubahan" title={t.changes}>
        <Comparison
          before={survivor.content}
          after={after}
          sides={{ before: t.before(survivor.publicId), after: t.after }}
        />
      </Section>
    </>
  )
}

/** A record by its title; the sentences below know it by its number. */
function Named({ side: { publicId, content } }: { side: View['survivor'] }) {
  const title = written(content.title, useLang())
  return (
    <>
      {title ? <InLanguage {...title} /> : content.brand} ({publicId})
    </>
  )
}
