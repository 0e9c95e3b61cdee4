import { formatNumber } from '#app/i18n/format.ts'
import { uiText } from '#app/i18n/ui.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { cx } from './class-names.ts'
import { Meter } from './meter.tsx'

export const wordCountId = (fieldId: string) => `${fieldId}-c`

/** "36 dari 300 kata · masih bisa 264": counts up, warns from 90 %, says by how many a text is too long. */
export function WordCount({ fieldId, count, cap }: { fieldId: string; count: number; cap: number }) {
  const lang = useLang()
  const t = uiText(lang)
  const over = count > cap
  const tone = over ? 'late' : count >= cap * 0.9 ? 'due' : undefined
  return (
    <>
      <div className="count" id={wordCountId(fieldId)}>
        <span>
          <b>{formatNumber(lang, count)}</b> {t.ofWords(cap)}
        </span>
        <span className={cx(tone)}>{over ? <b>{t.wordsOver(count - cap)}</b> : t.wordsLeft(cap - count)}</span>
      </div>
      <Meter percent={cap === 0 ? 100 : (count / cap) * 100} tone={tone} />
    </>
  )
}
