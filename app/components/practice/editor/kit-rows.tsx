import { editorText } from '#app/i18n/practice-editor.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { COST_SCALES, REGULATION_KINDS, STAFF_TIMES, TECHNOLOGY_KINDS } from '#db/vocabulary.ts'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { control, type FieldsProps, optionsOf, Tick } from './fields.tsx'
import { Rows } from './rows.tsx'

/* What a start takes, as rows that can be counted and compared; the text below each list says what rows cannot. */

export function CostRows(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, unknown } = editorText(lang)
  const words = templateText(lang)
  const scales = optionsOf(COST_SCALES, practiceVocabulary(lang).costScale)
  return (
    <Rows list="costs" title={t.costs} hint={t.costsHint} values={fields.values} extra={fields.extraRow === 'costs'}>
      {({ name }) => (
        <>
          <Field {...control(fields, name('item'))} label={t.item} small />
          <div className="trio trio--sum">
            <Field {...control(fields, name('setUp'))} label={t.setUp} inputMode="numeric" small />
            <Field {...control(fields, name('yearly'))} label={t.yearly} inputMode="numeric" small />
            <Field {...control(fields, name('year'))} label={t.year} inputMode="numeric" small />
          </div>
          <div className="duo">
            <Select {...control(fields, name('scale'))} label={words.scale} options={scales} empty={unknown} small />
            <Field {...control(fields, name('per'))} label={words.per} small />
          </div>
        </>
      )}
    </Rows>
  )
}

export function StaffRows(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, unknown } = editorText(lang)
  const words = templateText(lang)
  const times = optionsOf(STAFF_TIMES, practiceVocabulary(lang).staffTime)
  return (
    <>
      <Rows
        list="staffing"
        title={words.staffing}
        hint={words.staffingHint}
        values={fields.values}
        extra={fields.extraRow === 'staffing'}
        none
      >
        {({ name }) => (
          <>
            <Field {...control(fields, name('role'))} label={words.role} small />
            <div className="duo">
              <Field {...control(fields, name('count'))} label={words.count} inputMode="numeric" small />
              <Select {...control(fields, name('time'))} label={words.time} options={times} empty={unknown} small />
            </div>
            <Field {...control(fields, name('skill'))} label={words.skill} small />
          </>
        )}
      </Rows>
      <TextArea {...control(fields, 'staff')} label={words.staff} hint={t.staffHint} rows={2} />
    </>
  )
}

export function RegulationRows(fields: FieldsProps) {
  const lang = useLang()
  const { unknown } = editorText(lang)
  const words = templateText(lang)
  const kinds = optionsOf(REGULATION_KINDS, practiceVocabulary(lang).regulationKind)
  return (
    <>
      <Rows
        list="regulations"
        title={words.regulations}
        hint={words.regulationsHint}
        values={fields.values}
        extra={fields.extraRow === 'regulations'}
        none
      >
        {({ name }) => (
          <>
            <Select {...control(fields, name('kind'))} label={words.kind} options={kinds} empty={unknown} small />
            <div className="duo">
              <Field {...control(fields, name('number'))} label={words.number} small />
              <Field {...control(fields, name('year'))} label={words.regulationYear} inputMode="numeric" small />
            </div>
            <Field {...control(fields, name('about'))} label={words.about} small />
            <Field {...control(fields, name('link'))} label={words.link} inputMode="url" small />
          </>
        )}
      </Rows>
      <TextArea {...control(fields, 'legalBasis')} label={words.legalBasis} rows={2} />
    </>
  )
}

export function TechnologyRows(fields: FieldsProps) {
  const lang = useLang()
  const { unknown } = editorText(lang)
  const words = templateText(lang)
  const kinds = optionsOf(TECHNOLOGY_KINDS, practiceVocabulary(lang).technologyKind)
  return (
    <>
      <Rows
        list="technologies"
        title={words.technologies}
        hint={words.technologiesHint}
        values={fields.values}
        extra={fields.extraRow === 'technologies'}
        none
      >
        {({ name }) => (
          <>
            <div className="duo">
              <Field {...control(fields, name('name'))} label={words.technologyName} small />
              <Select {...control(fields, name('kind'))} label={words.kind} options={kinds} empty={unknown} small />
            </div>
            <Tick fields={fields} name={name('openSource')} label={words.openSource} />
            <Tick fields={fields} name={name('shared')} label={words.shared} />
          </>
        )}
      </Rows>
      <TextArea {...control(fields, 'technology')} label={words.technology} rows={2} />
    </>
  )
}
