import { editorText } from '#app/i18n/practice-editor.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { AWARD_SCHEMES } from '#db/vocabulary.ts'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { control, type FieldsProps, optionsOf } from './fields.tsx'
import { Rows } from './rows.tsx'

/** Where statements can be checked, and what others said of the practice. */
export function SourcesFields(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, unknown } = editorText(lang)
  const words = templateText(lang)
  const schemes = optionsOf(AWARD_SCHEMES, practiceVocabulary(lang).awardScheme)
  return (
    <>
      <TextArea {...control(fields, 'sources')} label={t.sources} hint={t.sourcesHint} rows={4} />
      <Rows list="awards" title={t.awards} values={fields.values} extra={fields.extraRow === 'awards'}>
        {({ name }) => (
          <>
            <Field {...control(fields, name('name'))} label={t.awardName} small />
            <Select {...control(fields, name('scheme'))} label={words.scheme} options={schemes} empty={unknown} small />
            <div className="duo">
              <Field {...control(fields, name('tier'))} label={words.tier} small />
              <Field {...control(fields, name('year'))} label={t.awardYear} inputMode="numeric" small />
            </div>
          </>
        )}
      </Rows>
      <TextArea {...control(fields, 'replicatedBy')} label={t.replicatedBy} hint={t.replicatedByHint} rows={3} />
      <TextArea {...control(fields, 'remarks')} label={t.remarks} hint={fields.hints.remarks} rows={3} />
    </>
  )
}
