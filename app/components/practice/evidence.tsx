import { marksText } from '#app/i18n/marks.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { EvidenceLevel } from '#db/vocabulary.ts'

const square = (index: number) => `M${index * 10.5 + 0.5} .5h9v9h-9z`
const SQUARES = [0, 1, 2, 3, 4].map(square)

/** How do we know? Five squares, the level, the rule in words when there is room; always a link to the rule. */
export function Evidence({ level, rule }: { level: EvidenceLevel; rule?: boolean }) {
  const lang = useLang()
  const words = marksText(lang).evidence(level)
  return (
    <a className="ev" href={paths.evidenceRule()}>
      <svg viewBox="0 0 52 10" aria-hidden="true">
        <path d={SQUARES.slice(0, level).join('')} fill="currentColor" />
        {level < 5 && <path d={SQUARES.slice(level).join('')} fill="none" />}
      </svg>
      {rule ? `${words} · ${vocabularyText(lang).evidenceLevel[level]}` : words}
    </a>
  )
}
