import type { ChecklistLine } from '#app/domain/adoption/adoption.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { checklistText } from '#app/i18n/adoption-checklist.ts'
import { lowerFirst } from '#app/i18n/format.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'
import { turnOf } from './turn.ts'

/** What the current gate asks for, what is missing, and the button for whoever opens it. */
export function Gate({ view }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionText(lang)
  const c = checklistText(lang)
  const { current, missing } = view
  const lines = linesOf(view, current.step)
  const required = lines.filter((line) => line.required).length
  const label = lowerFirst(vocabularyText(lang).adoptionStep[current.step])
  return (
    <Section
      id="gerbang"
      look="first"
      title={t.stepTitle(current.step, label)}
      aside={
        missing.length ? <Tag tone="warn">{t.missing(missing.length, required)}</Tag> : <Tag tone="ok">{t.ready}</Tag>
      }
    >
      <p className="dim small mb-2">
        {c.how[current.key]} {c.gate[current.key]}
      </p>
      <Checklist view={view} lines={lines} />
      <OpenGate view={view} />
    </Section>
  )
}

const linesOf = (view: AdoptionView, step: number) => view.checklists.find((one) => one.step === step)?.lines ?? []

function Checklist({ view, lines }: { view: AdoptionView; lines: readonly ChecklistLine[] }) {
  const t = useText(adoptionText)
  const words = useText(checklistText).item
  const offered = new Set<string>()
  return (
    <ul className="lines">
      {lines.map((line) => {
        const turn = turnOf(view, line)
        // One button a page leads to each form, however many lines it fills in.
        const first = turn !== null && !line.done && !offered.has(turn.href)
        if (turn && first) offered.add(turn.href)
        return (
          <li key={line.key} className="task">
            <span>
              {line.done && <Icon name="check" />}{' '}
              {turn && line.done ? <a href={turn.href}>{words[line.key]}</a> : words[line.key]}
            </span>
            <span className="dim small">
              <Detail line={line} />
            </span>
            {turn && first ? (
              <ButtonLink variant="quiet" href={turn.href}>
                {t.turn[turn.words]}
              </ButtonLink>
            ) : (
              <Tag tone={line.done ? 'ok' : 'idle'}>{line.done ? t.done : line.required ? t.notYet : t.optional}</Tag>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Detail({ line }: { line: ChecklistLine }) {
  const t = useText(adoptionText)
  const { text, on, count, of } = line
  const figure =
    count === undefined ? null : of === undefined ? count > 0 && t.count(count) : of > 0 && t.countOf(count, of)
  return (
    <>
      {text}
      {text && on && ', '}
      {on && <When at={on} />}
      {figure}
    </>
  )
}

function OpenGate({ view }: { view: AdoptionView }) {
  const t = useText(adoptionText)
  const form = useFormReply({}, { intent: 'pass_gate' })
  if (!view.can.pass_gate || view.missing.length > 0) return null
  return (
    <form method="post" className="stack mt-4">
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} ids={{ note: 'f-gate-note' }} />
      <input type="hidden" name="intent" value="pass_gate" />
      <input type="hidden" name="version" value={view.adoption.version} />
      <Field {...form.field('note')} id="f-gate-note" label={t.gateNote} maxLength={1000} />
      <p className="acts">
        <Button>{t.openGate(view.current.step + 1)}</Button>
      </p>
    </form>
  )
}

/** The checklists of the steps behind, folded. */
export function PassedSteps({ view }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionText(lang)
  const words = checklistText(lang).item
  const running = view.adoption.state === 'active'
  const passed = view.checklists.filter(({ step }) => !running || step < view.adoption.step)
  if (passed.length === 0) return null
  return (
    <Section id="langkah-lalu" title={t.passed}>
      {passed.map(({ step, lines }) => {
        const passage = view.steps.find((one) => one.step === step)
        return (
          <Fold
            key={step}
            summary={t.stepTitle(step, lowerFirst(vocabularyText(lang).adoptionStep[step]))}
            note={passage?.passedAt ? <When at={passage.passedAt} /> : undefined}
          >
            <ul className="lines small">
              {lines.map((line) => {
                const turn = turnOf(view, line)
                const label = words[line.key]
                return (
                  <li key={line.key} className="task">
                    <span>
                      {line.done && <Icon name="check" />} {turn ? <a href={turn.href}>{label}</a> : label}
                    </span>
                    <span className="dim">
                      <Detail line={line} />
                    </span>
                    <Tag tone={line.done ? 'ok' : 'idle'}>{line.done ? t.done : t.notYet}</Tag>
                  </li>
                )
              })}
            </ul>
            {passage?.note && <p className="small">{passage.note}</p>}
          </Fold>
        )
      })}
    </Section>
  )
}
