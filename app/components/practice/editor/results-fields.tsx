import { editorText } from '#app/i18n/practice-editor.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { control, type FieldsProps } from './fields.tsx'
import { Rows } from './rows.tsx'

/** Impact as data: one row an indicator, before and after; or a word why there are no figures yet. */
export function ResultsFields(fields: FieldsProps) {
  const { field: t } = useText(editorText)
  return (
    <>
      <Rows
        list="results"
        title={t.results}
        hint={t.resultsHint}
        values={fields.values}
        extra={fields.extraRow === 'results'}
      >
        {({ name }) => (
          <>
            <Field {...control(fields, name('indicator'))} label={t.indicator} small />
            <div className="trio">
              <Field {...control(fields, name('baseline'))} label={t.baseline} small />
              <Field {...control(fields, name('result'))} label={t.result} small />
              <Field {...control(fields, name('unit'))} label={t.unitOfMeasure} small />
            </div>
            <Field {...control(fields, name('period'))} label={t.period} width="m" small />
            <Field {...control(fields, name('method'))} label={t.method} small />
          </>
        )}
      </Rows>
      <TextArea
        {...control(fields, 'noResultsReason')}
        label={t.noResultsReason}
        hint={t.noResultsHint}
        rows={2}
        optional
      />
    </>
  )
}
