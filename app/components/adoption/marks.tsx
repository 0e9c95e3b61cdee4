import type { ReactNode } from 'react'
import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import { lowerFirst } from '#app/i18n/format.ts'
import { needText } from '#app/i18n/need.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { Bilingual } from '#db/practice-content.ts'
import type { AdoptionState, NeedState, StopReason } from '#db/vocabulary.ts'
import { InLanguage } from '../practice/in-language.tsx'
import { Tag, type TagTone } from '../ui/tag.tsx'

const ADOPTION_TONE: Record<AdoptionState, TagTone> = {
  active: 'ok',
  completed: 'ok',
  paused: 'warn',
  stopped: 'idle',
  declined: 'idle',
}

const NEED_TONE: Record<NeedState, TagTone> = {
  open: 'idle',
  matched: 'warn',
  taken_up: 'ok',
  met: 'ok',
  closed: 'idle',
}

/** Where an adoption stands, in words; a stopped one says why. */
export function AdoptionTag({ state, stopReason }: { state: AdoptionState; stopReason?: StopReason | null }) {
  const words = useText(vocabularyText)
  return (
    <>
      <Tag tone={ADOPTION_TONE[state]}>{words.adoptionState[state]}</Tag>
      {stopReason && <span className="small dim"> {lowerFirst(words.stopReason[stopReason])}</span>}
    </>
  )
}

/** Where a need stands, in words; `resting` when it was taken up and the adoption has ended without meeting it. */
export function NeedTag({ state, resting }: { state: NeedState; resting?: boolean }) {
  const words = useText(vocabularyText).needState
  const t = useText(needText)
  if (state === 'taken_up' && resting) return <Tag tone="idle">{t.resting}</Tag>
  return <Tag tone={NEED_TONE[state]}>{words[state]}</Tag>
}

/** The plain title of a practice in the reader's language; its brand where nobody wrote one. */
export function PracticeName({ title, brand }: { title: Bilingual | null; brand: string | null }) {
  const lang = useLang()
  const text = title && written(title, lang)
  return text ? <InLanguage {...text} /> : splitBrand(brand ?? '').name
}

/** The same as plain text, for titles and labels. */
export function practiceName(title: Bilingual | null, brand: string | null, lang: 'id' | 'en'): string {
  return (title && written(title, lang)?.text) ?? splitBrand(brand ?? '').name
}

/** Marks what is made up. */
export function Demo({ is, children }: { is: boolean; children: ReactNode }) {
  return is ? <span className="demo">{children}</span> : children
}

/** Text that was typed in several lines. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/)
  return paragraphs.map((paragraph) => (
    <p key={paragraph} className="mt-2">
      {paragraph.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <span key={index}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
    </p>
  ))
}
