import { editorText } from '#app/i18n/practice-editor.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { control, type FieldsProps } from './fields.tsx'
import { Rows } from './rows.tsx'

/** Impact as data: one row an indicator, before and after; or a word why there are no figures yet. */
export function ResultsFields(fields: FieldsProps) {
  const lang = useLang()
  const { field: t } = editorText(lang)
  const words = templateText(lang)
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
            <div className="duo">
              <Field {...control(fields, name('unit'))} label={t.unitOfMeasure} small />
              <Field {...control(fields, name('period'))} label={t.period} small />
            </div>
            <div className="duo">
              <Field {...control(fields, name('baseline'))} label={t.baseline} small />
              <Field {...control(fields, name('baselineOn'))} label={words.baselineOn} hint={words.dateHint} small />
            </div>
            <div className="duo">
              <Field {...control(fields, name('result'))} label={t.result} small />
              <Field {...control(fields, name('resultOn'))} label={words.resultOn} hint={words.dateHint} small />
            </div>
            <Field {...control(fields, name('method'))} label={t.method} small />
            <Field {...control(fields, name('evidence'))} label={words.evidence} hint={words.evidenceHint} small />
            <Fold
              summary={words.split}
              open={['women', 'men', 'withDisability'].some((group) => fields.values.one(name(group)) !== '')}
            >
              <div className="trio">
                <Field {...control(fields, name('women'))} label={words.women} small />
                <Field {...control(fields, name('men'))} label={words.men} small />
                <Field {...control(fields, name('withDisability'))} label={words.withDisability} small />
              </div>
            </Fold>
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
