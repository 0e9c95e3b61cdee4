import { editorText } from '#app/i18n/practice-editor.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { control, type FieldsProps } from './fields.tsx'
import { Rows } from './rows.tsx'

/** Where statements can be checked, and what others said of the practice. */
export function SourcesFields(fields: FieldsProps) {
  const { field: t } = useText(editorText)
  return (
    <>
      <TextArea {...control(fields, 'sources')} label={t.sources} hint={t.sourcesHint} rows={4} />
      <Rows list="awards" title={t.awards} values={fields.values} extra={fields.extraRow === 'awards'}>
        {({ name }) => (
          <>
            <Field {...control(fields, name('name'))} label={t.awardName} small />
            <Field {...control(fields, name('year'))} label={t.awardYear} inputMode="numeric" width="s" small />
          </>
        )}
      </Rows>
      <TextArea {...control(fields, 'replicatedBy')} label={t.replicatedBy} hint={t.replicatedByHint} rows={3} />
      <TextArea {...control(fields, 'remarks')} label={t.remarks} hint={fields.hints.remarks} rows={3} />
    </>
  )
}
