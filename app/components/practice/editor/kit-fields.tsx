import { editorText } from '#app/i18n/practice-editor.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { LICENCES, PART_KINDS, PREREQUISITE_KINDS } from '#db/vocabulary.ts'
import { Segmented } from '../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { control, type FieldsProps, optionsOf } from './fields.tsx'
import { CostRows, RegulationRows, StaffRows, TechnologyRows } from './kit-rows.tsx'
import { Rows } from './rows.tsx'

/** What another district needs to know before it copies the practice. */
export function KitFields(fields: FieldsProps) {
  const t = templateText(useLang())
  return (
    <>
      <h2 className="h-m">{t.needed}</h2>
      <PrerequisiteRows {...fields} />
      <Launch {...fields} />
      <h2 className="h-m">{t.money}</h2>
      <CostRows {...fields} />
      <StaffRows {...fields} />
      <RegulationRows {...fields} />
      <TechnologyRows {...fields} />
      <h2 className="h-m">{t.change}</h2>
      <PartRows {...fields} />
      <PitfallRows {...fields} />
      <h2 className="h-m">{t.terms}</h2>
      <Terms {...fields} />
    </>
  )
}

function PrerequisiteRows(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, unknown } = editorText(lang)
  const words = templateText(lang)
  const kinds = optionsOf(PREREQUISITE_KINDS, practiceVocabulary(lang).prerequisiteKind)
  return (
    <Rows
      list="prerequisites"
      title={t.prerequisites}
      hint={t.prerequisitesHint}
      values={fields.values}
      extra={fields.extraRow === 'prerequisites'}
    >
      {({ name }) => (
        <div className="duo duo--wide">
          <Field {...control(fields, name('text'))} label={words.prerequisiteText} small />
          <Select {...control(fields, name('kind'))} label={words.kind} options={kinds} empty={unknown} small />
        </div>
      )}
    </Rows>
  )
}

function Launch(fields: FieldsProps) {
  const t = templateText(useLang())
  return (
    <fieldset className="field">
      <legend>{t.launch}</legend>
      <div className="duo">
        <Field {...control(fields, 'launchMin')} label={t.launchMin} inputMode="numeric" width="s" small />
        <Field {...control(fields, 'launchMax')} label={t.launchMax} inputMode="numeric" width="s" small />
      </div>
      <Field {...control(fields, 'timeToLaunch')} label={t.timeToLaunch} width="m" small />
    </fieldset>
  )
}

function PartRows(fields: FieldsProps) {
  const lang = useLang()
  const { field: t } = editorText(lang)
  const words = templateText(lang)
  return (
    <Rows list="parts" title={t.parts} hint={t.partsHint} values={fields.values} extra={fields.extraRow === 'parts'}>
      {({ name }) => (
        <>
          <div className="duo duo--wide">
            <Field {...control(fields, name('name'))} label={t.partName} small />
            <Select
              {...control(fields, name('kind'))}
              label={t.partKind}
              options={optionsOf(PART_KINDS, vocabularyText(lang).partKind)}
              small
            />
          </div>
          <Field {...control(fields, name('note'))} label={words.partNote} hint={words.partNoteHint} small />
        </>
      )}
    </Rows>
  )
}

function PitfallRows(fields: FieldsProps) {
  const lang = useLang()
  const { field: t } = editorText(lang)
  const words = templateText(lang)
  return (
    <Rows
      list="pitfalls"
      title={t.pitfalls}
      hint={t.pitfallsHint}
      values={fields.values}
      extra={fields.extraRow === 'pitfalls'}
      none
    >
      {({ name }) => (
        <>
          <Field {...control(fields, name('text'))} label={words.pitfallText} small />
          <Field {...control(fields, name('remedy'))} label={words.remedy} small />
        </>
      )}
    </Rows>
  )
}

function Terms(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, yes, no, unknown } = editorText(lang)
  const words = templateText(lang)
  return (
    <>
      <Select
        {...control(fields, 'licenceKind')}
        label={words.licenceKind}
        options={optionsOf(LICENCES, practiceVocabulary(lang).licence)}
        empty={unknown}
      />
      <TextArea {...control(fields, 'licence')} label={words.licence} rows={2} />
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
