import type { NeedView } from '#app/domain/adoption/read-need.server.ts'
import { freshnessOf } from '#app/domain/practice/practice.ts'
import { needText } from '#app/i18n/need.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { LifeStatus } from '../practice/life-status.tsx'
import { whereLine } from '../practice/where.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Section } from '../ui/panel.tsx'
import { PracticeName, practiceName } from './marks.tsx'

/** What the search finds for the words of the problem, to be added; and the ones added, to be taken off again. */
export function NeedSuggestions({ view }: { view: NeedView }) {
  const lang = useLang()
  const t = needText(lang)
  const { need, suggestions, matches, now } = view
  const match = useFormReply({}, { intent: 'match' })
  const unmatch = useFormReply({}, { intent: 'unmatch' })
  return (
    <Section id="saran" title={t.suggestions}>
      <ErrorSummary errors={match.errors} formErrors={match.formErrors} />
      <ErrorSummary errors={unmatch.errors} formErrors={unmatch.formErrors} />
      {suggestions.length === 0 && <p className="dim">{t.suggestionsNone}</p>}
      <ul className="lines">
        {suggestions.map((hit) => (
          <li key={hit.publicId} className="task">
            <a href={paths.practice(hit.publicId)}>
              <PracticeName title={hit.title} brand={hit.brand} />
            </a>
            <span className="small dim">
              {whereLine(lang, hit)} ·{' '}
              <LifeStatus
                status={hit.lifeStatus}
                confirmedOn={hit.lifeConfirmedOn}
                freshness={freshnessOf(hit.lifeConfirmedOn, now)}
                now={now}
                as="word"
              />
            </span>
            <MatchButton
              need={need}
              intent="match"
              practiceId={hit.publicId}
              label={t.addOf(practiceName(hit.title, hit.brand, lang))}
            >
              {t.add}
            </MatchButton>
          </li>
        ))}
      </ul>
      <Fold summary={t.addByNumber} open={Boolean(match.errors.practiceId || match.errors.note)}>
        <form method="post" className="stack">
          <input type="hidden" name="intent" value="match" />
          <input type="hidden" name="version" value={need.version} />
          <Field {...match.field('practiceId')} label={t.number} width="m" maxLength={20} required />
          <Field {...match.field('note')} label={t.addNote} maxLength={500} optional />
          <p className="acts">
            <Button variant="quiet">{t.add}</Button>
          </p>
        </form>
        {matches.length > 0 && (
          <ul className="lines mt-4">
            {matches.map(({ publicId, title, brand }) => (
              <li key={publicId} className="task">
                <span>
                  <PracticeName title={title} brand={brand} />
                </span>
                <span className="small dim">{publicId}</span>
                <MatchButton
                  need={need}
                  intent="unmatch"
                  practiceId={publicId}
                  label={t.removeOf(practiceName(title, brand, lang))}
                >
                  {t.remove}
                </MatchButton>
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </Section>
  )
}

type MatchButtonProps = {
  need: NeedView['need']
  intent: 'match' | 'unmatch'
  practiceId: string
  label: string
  children: string
}

function MatchButton({ need, intent, practiceId, label, children }: MatchButtonProps) {
  return (
    <form method="post" className="acts">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={need.version} />
      <Button variant="quiet" name="practiceId" value={practiceId} aria-label={label}>
        {children}
      </Button>
    </form>
  )
}
