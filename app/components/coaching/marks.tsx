import type { Contact } from '#app/domain/coaching/coaching.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { ActionState, SessionState } from '#db/vocabulary.ts'
import { Tag, type TagTone } from '../ui/tag.tsx'

const SESSION_TONE: Record<SessionState, TagTone> = {
  planned: 'idle',
  held: 'warn',
  disputed: 'bad',
  confirmed: 'ok',
  locked: 'ok',
}

/** The state of a session. */
export function SessionTag({ state }: { state: SessionState }) {
  return <Tag tone={SESSION_TONE[state]}>{vocabularyText(useLang()).sessionState[state]}</Tag>
}

const ACTION_TONE: Record<ActionState, TagTone> = { open: 'idle', in_progress: 'idle', done: 'warn', verified: 'ok' }

/** The state of an action item; an overdue one says so instead. */
export function ActionTag({ state, overdue }: { state: ActionState; overdue: number }) {
  const lang = useLang()
  if (overdue > 0) return <Tag tone="bad">{coachingText(lang).overdueTag}</Tag>
  return <Tag tone={ACTION_TONE[state]}>{vocabularyText(lang).actionState[state]}</Tag>
}

/** The look of a district by the days since its last session: bars and tiles. */
export const CONTACT_TONE: Record<Contact, 'late' | 'soon' | undefined> = {
  plan: undefined,
  soon: 'soon',
  late: 'late',
}
