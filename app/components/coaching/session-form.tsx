import type { Partner } from '#app/domain/coaching/read-session-form.server.ts'
import { coachingFormText } from '#app/i18n/coaching-form.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { OBSTACLES, SESSION_VISIBILITIES, type SessionState } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { FieldGroup, Pick, Picks } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { type FormReplyFields, useFormReply } from '../ui/form-reply.ts'
import { ItemRows } from './item-rows.tsx'
import { HiddenFields, LaterFields, MeetingFields, needsCorrection } from './meeting-fields.tsx'
import { useOwnAddress } from './own-address.ts'
import { errorsOf, SmallInput } from './small-input.tsx'

type Values = Readonly<Record<string, unknown>>

/** A session that is there already: the log of a planned visit, or a correction. */
type Stored = {
  state: SessionState
  disputeNote: string | null
  startedItems: readonly { id: string; what: string }[]
}

type SessionFormProps = { partners: readonly Partner[]; defaults: Values; stored?: Stored; cancelHref: string }

/** The log of a session. What is needed comes first, the rest is folded; it works without script. */
export function SessionForm({ partners, defaults, stored, cancelHref }: SessionFormProps) {
  const t = coachingFormText(useLang())
  const form = useFormReply(defaults)
  const action = useOwnAddress()
  const correction = stored && stored.state !== 'planned'
  return (
    <form method="post" action={action}>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      {stored?.disputeNote && (
        <Band tone="warn" title={t.disputed} className="mb-5">
          {stored.disputeNote}
        </Band>
      )}
      <HiddenFields form={form} />
      {stored && <input type="hidden" name="was" value={correction ? 'written' : 'planned'} />}
      <MeetingFields form={form} partners={partners} />
      <Participants form={form} />
      <Findings form={form} />
      <ItemRows form={form} started={stored?.startedItems} />
      <More form={form} />
      <div className="end-bar">
        <Button wide>{correction ? t.saveCorrection : t.save}</Button>
        <p className="small dim mt-2">
          {!correction && `${t.saveNote} `}
          <a href={cancelHref}>{t.cancel}</a>
        </p>
      </div>
    </form>
  )
}

const COUNTS = ['women', 'men', 'withDisability'] as const

function Participants({ form }: { form: FormReplyFields }) {
  const t = coachingFormText(useLang())
  const label = (
    <>
      {t.people} <span className="dim norm">{t.peopleNote}</span>
    </>
  )
  return (
    <FieldGroup name="people" label={label} hint={t.peopleHint} errors={errorsOf(COUNTS.map(form.field))}>
      <div className="trio">
        {COUNTS.map((name) => (
          <SmallInput
            key={name}
            field={form.field(name)}
            group="people"
            type="number"
            inputMode="numeric"
            min={0}
            max={5000}
            label={t[name]}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

function Findings({ form }: { form: FormReplyFields }) {
  const t = coachingFormText(useLang())
  return (
    <>
      <TextArea {...form.field('findings')} label={t.findings} hint={t.findingsHint} maxLength={4000} required />
      <div className="field">
        <TextArea {...form.field('advice')} label={t.advice} rows={3} maxLength={2000} optional />
        <Pick
          name="adviceReusable"
          label={t.reusable}
          defaultChecked={form.field('adviceReusable').defaultValue === 'on'}
        />
      </div>
    </>
  )
}

const MORE = ['purpose', 'topics', 'unit', 'travelMinutes', 'obstacles', 'obstacleNote', 'nextOn', 'visibility']

function More({ form }: { form: FormReplyFields }) {
  const lang = useLang()
  const t = coachingFormText(lang)
  const words = vocabularyText(lang)
  const visibility = form.field('visibility')
  return (
    <div className="mt-5">
      <Fold summary={t.more} note={t.later} open={needsCorrection(form, MORE)}>
        <div className="stack">
          <Picks
            {...visibility}
            defaultValue={visibility.defaultValue ?? 'pair'}
            type="radio"
            label={t.visibility}
            hint={t.visibilityHint}
            options={SESSION_VISIBILITIES.map((value) => ({ value, label: words.sessionVisibility[value] }))}
          />
          <Field {...form.field('nextOn')} type="date" width="m" label={t.nextOn} optional />
          <LaterFields form={form} />
          <Picks
            {...form.list('obstacles')}
            label={t.obstacles}
            options={OBSTACLES.map((value) => ({ value, label: words.obstacle[value] }))}
            optional
          />
          <TextArea {...form.field('obstacleNote')} label={t.obstacleNote} rows={2} maxLength={500} optional />
        </div>
      </Fold>
    </div>
  )
}

type PlanFormProps = Omit<SessionFormProps, 'stored'>

/** The plan of a visit, or its change. */
export function PlanForm({ partners, defaults, cancelHref }: PlanFormProps) {
  const lang = useLang()
  const t = coachingFormText(lang)
  const form = useFormReply(defaults)
  const action = useOwnAddress()
  return (
    <form method="post" action={action}>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <HiddenFields form={form} />
      <MeetingFields form={form} partners={partners} />
      <div className="mt-5">
        <Fold
          summary={t.morePlan}
          note={t.later}
          open={needsCorrection(form, MORE) || Boolean(form.field('purpose').defaultValue)}
        >
          <div className="stack">
            <LaterFields form={form} />
          </div>
        </Fold>
      </div>
      <div className="end-bar">
        <Button wide>{t.savePlan}</Button>
        <p className="small dim mt-2">
          <a href={cancelHref}>{t.cancel}</a>
        </p>
      </div>
    </form>
  )
}
