import { written } from '#app/domain/practice/bilingual.ts'
import type { MergeView } from '#app/domain/practice/read-merge.server.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { FieldGroup, Pick } from '../../ui/choice.tsx'
import { When } from '../../ui/when.tsx'
import { InLanguage } from '../in-language.tsx'
import { whereLine } from '../where.ts'

type View = Extract<MergeView, { step: 'survivor' }>
type Side = View['survivor']

/** Which of the two records goes on: the one that somebody came from, unless they say otherwise. */
export function MergeSurvivor({ view: { publicId, survivor, other } }: { view: View }) {
  const { survivor: t } = mergeText(useLang())
  return (
    <form method="get" action={paths.mergePractice(publicId)} className="stack">
      <input type="hidden" name="with" value={other.publicId} />
      <FieldGroup name="keep" label={t.title} hint={t.hint}>
        {[survivor, other].map((side) => (
          <Pick
            key={side.publicId}
            type="radio"
            name="keep"
            value={side.publicId}
            defaultChecked={side.publicId === survivor.publicId}
            label={<Side side={side} />}
            top
            required
          />
        ))}
      </FieldGroup>
      <p className="acts">
        <Button>{t.submit}</Button>
        <a href={paths.mergePractice(publicId)}>{t.back}</a>
      </p>
    </form>
  )
}

function Side({ side }: { side: Side }) {
  const lang = useLang()
  const t = mergeText(lang)
  const title = written(side.content.title, lang)
  return (
    <>
      <b>{title ? <InLanguage {...title} /> : side.content.brand}</b>
      <br />
      <span className="small dim">
        {side.publicId} · {whereLine(lang, { ...side, unit: side.content.unit })} ·{' '}
        {side.content.startedOn && `${t.search.since(side.content.startedOn.slice(0, 4))} · `}
        {vocabularyText(lang).lifeStatus[side.lifeStatus]} · {t.survivor.published}{' '}
        {side.versionPublishedAt && <When at={side.versionPublishedAt} />}
      </span>
    </>
  )
}
