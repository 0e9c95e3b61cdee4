import { DURATION_CHOICES } from '#app/domain/coaching/coaching.schema.ts'
import type { Partner } from '#app/domain/coaching/read-session-form.server.ts'
import { written } from '#app/domain/practice/bilingual.ts'
import { coachingFormText } from '#app/i18n/coaching-form.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { COACHING_CHANNELS, COACHING_MODES, COACHING_TOPICS } from '#db/vocabulary.ts'
import { FieldGroup, Picks, Segmented } from '../ui/choice.tsx'
import { Field, Select } from '../ui/field.tsx'
import { ErrorText } from '../ui/field-frame.tsx'
import type { FormReplyFields } from '../ui/form-reply.ts'
import { errorsOf, SmallInput } from './small-input.tsx'

type Form = Pick<FormReplyFields, 'field' | 'list' | 'rows'>

/** With whom, how and when: what a plan and a log ask alike. */
export function MeetingFields({ form, partners }: { form: Form; partners: readonly Partner[] }) {
  const lang = useLang()
  const t = coachingFormText(lang)
  const words = vocabularyText(lang)
  const [mode, channel] = [form.field('mode'), form.field('channel')]
  return (
    <>
      <Select
        {...form.field('partner')}
        label={t.partner}
        hint={form.field('version').defaultValue ? undefined : t.partnerHint}
        options={byRegion(partners, (partner) => partnerLabel(partner))}
        required
      />
      <Segmented
        {...mode}
        label={t.mode}
        options={COACHING_MODES.map((value) => ({ value, label: words.coachingMode[value] }))}
        required
      >
        <SegRow
          name={channel.name}
          label={t.channel}
          value={channel.defaultValue}
          options={COACHING_CHANNELS.map((value) => ({ value, label: words.coachingChannel[value] }))}
          required
        />
        <ErrorText id="f-channel" errors={channel.errors} />
      </Segmented>
      <When form={form} partners={partners} />
    </>
  )

  function partnerLabel({ agencyName, adoptionRef, step, title, brand }: Partner): string {
    if (!adoptionRef || !step) return agencyName
    const name = (title && written(title, lang)?.text) ?? brand ?? adoptionRef
    return `${agencyName} · ${name} (${t.step(step)})`
  }
}

function byRegion(partners: readonly Partner[], label: (partner: Partner) => string) {
  const regions = [...new Set(partners.map((partner) => partner.regionName))]
  return regions.map((region) => {
    const here = partners.filter((partner) => partner.regionName === region)
    return {
      label: `${region} (${here[0]?.timeZone})`,
      options: here.map((partner) => ({ value: partner.value, label: label(partner) })),
    }
  })
}

function When({ form, partners }: { form: Form; partners: readonly Partner[] }) {
  const t = coachingFormText(useLang())
  const zones = new Set(partners.map((partner) => partner.timeZone))
  const zone = zones.size === 1 ? partners[0]?.timeZone : undefined
  const [date, time, duration] = [form.field('date'), form.field('time'), form.field('duration')]
  return (
    <FieldGroup name="when" label={t.when} errors={errorsOf([date, time])}>
      <div className="trio trio--date">
        <SmallInput field={date} group="when" type="date" label={t.date} required />
        <SmallInput field={time} group="when" type="time" label={zone ? t.start(zone) : t.startLocal} required />
      </div>
      <SegRow
        name={duration.name}
        label={t.duration}
        value={duration.defaultValue}
        options={DURATION_CHOICES.map((value) => ({ value, label: t.durations[value] }))}
        short
      />
      <ErrorText id="f-duration" errors={duration.errors} />
      <div className="mt-3">
        <Field
          {...form.field('durationOther')}
          type="number"
          inputMode="numeric"
          min={5}
          max={1440}
          width="s"
          label={t.durationOther}
          hint={t.durationHint}
          small
        />
      </div>
    </FieldGroup>
  )
}

type SegRowProps = {
  name: string
  label: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
  short?: boolean
  required?: boolean
}

/** A second row of segments inside a group; its label is read aloud only. */
function SegRow({ name, label, value, options, short, required }: SegRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the fieldset of the group would repeat its legend
    <div className={short ? 'seg seg--short mt-3' : 'seg mt-2'} role="group" aria-label={label}>
      {options.map((option, index) => (
        <label key={option.value}>
          <input
            type="radio"
            id={index === 0 ? `f-${name}` : undefined}
            name={name}
            value={option.value}
            defaultChecked={value === option.value}
            required={required}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}

/** Purpose, topics, unit and travel: what may be filled in later. */
export function LaterFields({ form }: { form: Form }) {
  const lang = useLang()
  const t = coachingFormText(lang)
  const words = vocabularyText(lang)
  return (
    <>
      <Field {...form.field('purpose')} label={t.purpose} maxLength={300} optional />
      <Picks
        {...form.list('topics')}
        label={t.topics}
        options={COACHING_TOPICS.map((value) => ({ value, label: words.coachingTopic[value] }))}
        optional
      />
      <Field {...form.field('unit')} label={t.unit} maxLength={150} optional />
      <Field
        {...form.field('travelMinutes')}
        type="number"
        inputMode="numeric"
        min={0}
        max={5760}
        width="s"
        label={t.travel}
        optional
      />
    </>
  )
}

/** Whether one of these fields needs a correction, so that its fold stands open. */
export function needsCorrection(form: FormReplyFields, names: readonly string[]): boolean {
  return names.some((name) => form.errors[name])
}

/** What every form carries unseen: its id, the version it was made from, and the button that Enter presses. */
export function HiddenFields({ form }: { form: Form }) {
  const version = form.field('version').defaultValue
  return (
    <>
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={form.field('id').defaultValue} />
      {version && <input type="hidden" name="version" value={version} />}
    </>
  )
}
