import { importText } from '#app/i18n/import.ts'
import { useText } from '#app/i18n/use-text.tsx'
import type { ImportOutcome, ImportState } from '#db/vocabulary.ts'
import { Tag, type TagTone } from '../ui/tag.tsx'

const STATE_TONE: Record<ImportState, TagTone> = {
  checking: 'idle',
  checked: 'warn',
  applying: 'idle',
  stopped: 'warn',
  applied: 'ok',
  undoing: 'idle',
  undone: 'idle',
  discarded: 'idle',
}

/** Where a sheet stands. */
export function ImportTag({ state }: { state: ImportState }) {
  const t = useText(importText)
  return <Tag tone={STATE_TONE[state]}>{t.states[state]}</Tag>
}

const OUTCOME_TONE: Record<ImportOutcome, TagTone> = {
  create: 'ok',
  update: 'ok',
  unchanged: 'idle',
  touched: 'warn',
  repeated: 'idle',
  error: 'bad',
}

/** What a row does. */
export function OutcomeTag({ outcome }: { outcome: ImportOutcome }) {
  const t = useText(importText)
  return <Tag tone={OUTCOME_TONE[outcome]}>{t.outcomes[outcome]}</Tag>
}
