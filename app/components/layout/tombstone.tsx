import { written } from '#app/domain/practice/bilingual.ts'
import { problemText } from '#app/i18n/problems.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { Bilingual } from '#db/practice-content.ts'
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '#db/vocabulary.ts'
import { InLanguage } from '../practice/in-language.tsx'
import { Fact, Facts } from '../ui/facts.tsx'

/** What is left of a withdrawn practice. Everything is optional: an error page must not fail. */
export type Tombstone = {
  practiceId?: string
  name?: Bilingual
  agency?: string
  withdrawnOn?: string
  reason?: WithdrawalReason
  successorId?: string
  successorName?: Bilingual
}

/** Reads what the server says of it; what is not understood is left out. */
export function readTombstone(told: unknown): Tombstone {
  const grave = (typeof told === 'object' ? (told ?? {}) : {}) as Record<string, unknown>
  return {
    practiceId: text(grave.practiceId),
    name: bilingual(grave.name),
    agency: text(grave.agency),
    withdrawnOn: text(grave.withdrawnOn),
    reason: WITHDRAWAL_REASONS.find((reason) => reason === grave.reason),
    successorId: text(grave.successorId),
    successorName: bilingual(grave.successorName),
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

function bilingual(value: unknown): Bilingual | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, en } = value as Record<string, unknown>
  return { id: text(id) ?? null, en: text(en) ?? null }
}

/** Name, owner, number, reason, and what takes its place. */
export function TombstoneFacts({ tombstone }: { tombstone: Tombstone }) {
  const lang = useLang()
  const t = problemText(lang)
  const { practiceId, name, agency, reason, successorId, successorName } = tombstone
  return (
    <Facts>
      {name && (
        <Fact label={t.gone.practice}>
          <Name name={name} />
        </Fact>
      )}
      {agency && <Fact label={t.gone.owner}>{agency}</Fact>}
      {practiceId && <Fact label={t.gone.id}>{practiceId}</Fact>}
      {reason && <Fact label={t.gone.reason}>{vocabularyText(lang).withdrawalReason[reason]}</Fact>}
      {successorId && (
        <Fact label={t.gone.successor}>
          <a href={paths.practice(successorId)}>{successorName ? <Name name={successorName} /> : successorId}</a>
          {successorName && ` (${successorId})`}
        </Fact>
      )}
    </Facts>
  )
}

/** What a practice is called, in the language of the reader where it has a name in it. */
function Name({ name }: { name: Bilingual }) {
  const said = written(name, useLang())
  return said && <InLanguage text={said.text} lang={said.lang} />
}
