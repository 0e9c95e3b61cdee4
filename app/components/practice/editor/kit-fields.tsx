import { editorText } from '#app/i18n/practice-editor.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { PART_KINDS } from '#db/vocabulary.ts'
import { Segmented } from '../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { control, type FieldsProps } from './fields.tsx'
import { Rows } from './rows.tsx'

/** What another district needs to know before it copies the practice. */
export function KitFields(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, perLine, yes, no, unknown } = editorText(lang)
  const kinds = PART_KINDS.map((kind) => ({ value: kind, label: vocabularyText(lang).partKind[kind] }))
  return (
    <>
      <TextArea
        {...control(fields, 'prerequisites')}
        label={t.prerequisites}
        hint={`${t.prerequisitesHint} ${perLine}`}
        rows={4}
      />
      <Rows list="costs" title={t.costs} hint={t.costsHint} values={fields.values} extra={fields.extraRow === 'costs'}>
        {({ name }) => (
          <>
            <Field {...control(fields, name('item'))} label={t.item} small />
            <div className="trio">
              <Field {...control(fields, name('setUp'))} label={t.setUp} inputMode="numeric" small />
              <Field {...control(fields, name('yearly'))} label={t.yearly} inputMode="numeric" small />
              <Field {...control(fields, name('year'))} label={t.year} inputMode="numeric" small />
            </div>
            <Field {...control(fields, name('per'))} label={t.per} width="m" small />
          </>
        )}
      </Rows>
      <TextArea {...control(fields, 'staff')} label={t.staff} hint={t.staffHint} rows={2} />
      <TextArea {...control(fields, 'legalBasis')} label={t.legalBasis} rows={2} />
      <TextArea {...control(fields, 'technology')} label={t.technology} rows={2} />
      <Field {...control(fields, 'timeToLaunch')} label={t.timeToLaunch} width="m" />
      <Rows list="parts" title={t.parts} hint={t.partsHint} values={fields.values} extra={fields.extraRow === 'parts'}>
        {({ name }) => (
          <>
            <Field {...control(fields, name('name'))} label={t.partName} small />
            <Select {...control(fields, name('kind'))} label={t.partKind} options={kinds} width="m" small />
          </>
        )}
      </Rows>
      <TextArea {...control(fields, 'pitfalls')} label={t.pitfalls} hint={`${t.pitfallsHint} ${perLine}`} rows={4} />
      <Field {...control(fields, 'licence')} label={t.licence} />
      <Segmented
        {...control(fields, 'replicable')}
        label={t.replicable}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
          { value: '', label: unknown },
        ]}
      />
      <Field {...control(fields, 'hostCapacity')} label={t.hostCapacity} inputMode="numeric" width="s" />
    </>
  )
}
