import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionLateFormText } from '#app/i18n/adoption-late-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { ADAPTATION_DECISIONS, PART_KINDS, type PartKind } from '#db/vocabulary.ts'
import { Segmented } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { type FormReplyFields, useFormReply } from '../../ui/form-reply.ts'
import { Tag } from '../../ui/tag.tsx'
import { AdoptionForm, FormPage, ReadOnly } from './form-page.tsx'

/** Empty rows for parts that the record of the source does not name: several to begin with, then one more each time. */
const spareRows = (stored: number) => (stored === 0 ? 4 : 1)
const LOOK = { core: 'filled', adaptable: 'outlined', optional: 'dashed' } as const satisfies Record<PartKind, string>

/** Step 6: each part of the source practice: kept, changed or dropped, and why. */
export function AdaptationPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionLateFormText).adaptation
  const { sourceParts, adaptations, can } = view
  const fromSource = sourceParts.map(({ name, kind }) => ({
    ...adaptations.find(({ part }) => part === name),
    part: name,
    kind,
  }))
  const own = adaptations.filter(({ part }) => !sourceParts.some(({ name }) => name === part))
  const stored = [...fromSource, ...own]
  const form = useFormReply({ parts: stored })
  const rows = Math.max(stored.length + spareRows(stored.length), form.rows('parts'))
  return (
    <FormPage view={view} page="adaptation" offered={can.adapt} forms={[form]}>
      {sourceParts.length === 0 && <p className="dim">{t.noParts}</p>}
      {can.adapt ? (
        <AdoptionForm view={view} act={t.act}>
          {Array.from({ length: rows }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
            <PartRow key={index} index={index} form={form} kind={sourceParts[index]?.kind} />
          ))}
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}

function PartRow({ index, form, kind }: { index: number; form: FormReplyFields; kind: PartKind | undefined }) {
  const t = useText(adoptionLateFormText).adaptation
  const words = useText(vocabularyText)
  const field = (name: string) => form.field(`parts[${index}].${name}`)
  const part = field('part')
  return (
    <fieldset className="sec">
      <legend className="h-l">{kind ? part.defaultValue : t.row(index + 1)}</legend>
      {kind ? (
        <p className="mb-3">
          <input type="hidden" name={part.name} value={part.defaultValue} />
          <Tag look={LOOK[kind]}>{words.partKind[kind]}</Tag>
        </p>
      ) : (
        <>
          <Field {...part} label={t.part} maxLength={200} />
          <Select
            {...field('kind')}
            label={t.kind}
            width="m"
            options={PART_KINDS.map((value) => ({ value, label: words.partKind[value] }))}
          />
        </>
      )}
      <Segmented
        {...field('decision')}
        label={t.decision}
        options={ADAPTATION_DECISIONS.map((value) => ({ value, label: words.adaptationDecision[value] }))}
      />
      <Field {...field('becomes')} label={t.becomes} maxLength={500} optional />
      <Field {...field('reason')} label={t.reason} maxLength={1000} optional />
    </fieldset>
  )
}
