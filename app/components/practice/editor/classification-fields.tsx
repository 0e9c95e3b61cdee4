import { editorText } from '#app/i18n/practice-editor.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import {
  AFFAIRS,
  FORMS,
  KIPP_CATEGORIES,
  MATURITIES,
  ROUNDTABLE_TOPICS,
  SDGS,
  SECTORS,
  SERVICE_TYPES,
  TARGET_GROUPS,
} from '#db/vocabulary.ts'
import { Picks, Segmented } from '../../ui/choice.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { control, EnglishSide, type FieldsProps, optionsOf as options } from './fields.tsx'

/** Where the practice is filed, and the words by which people look for it. */
export function ClassificationFields(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, yes, no, unknown, english } = editorText(lang)
  const words = vocabularyText(lang)
  const more = templateText(lang)
  const { serviceType, roundtableTopic } = practiceVocabulary(lang)
  const goals = SDGS.map((goal) => ({ value: String(goal), label: `${goal}. ${words.sdg[goal]}` }))
  const picked = (name: string) => ({ ...control(fields, name), defaultValue: fields.values.all(name) })
  return (
    <>
      <Select {...control(fields, 'sector')} label={t.sector} options={options(SECTORS, words.sector)} empty={false} />
      <Select
        {...control(fields, 'affair')}
        label={t.affair}
        options={options(AFFAIRS, words.affair)}
        empty={unknown}
      />
      <Select {...control(fields, 'form')} label={t.form} options={options(FORMS, words.form)} empty={unknown} />
      <Select
        {...control(fields, 'kippCategory')}
        label={t.kippCategory}
        options={options(KIPP_CATEGORIES, words.kippCategory)}
        empty={unknown}
      />
      <Select
        {...control(fields, 'serviceType')}
        label={more.serviceType}
        options={options(SERVICE_TYPES, serviceType)}
        empty={unknown}
      />
      <Select
        {...control(fields, 'roundtableTopic')}
        label={more.roundtableTopic}
        options={options(ROUNDTABLE_TOPICS, roundtableTopic)}
        empty={unknown}
      />
      <Select
        {...control(fields, 'maturity')}
        label={t.maturity}
        options={options(MATURITIES, words.maturity)}
        empty={unknown}
      />
      <div className="duo">
        <Field {...control(fields, 'trialOn')} label={more.trialOn} hint={more.dateHint} />
        <Field {...control(fields, 'implementedOn')} label={more.implementedOn} hint={more.dateHint} />
      </div>
      <Segmented
        {...control(fields, 'digital')}
        label={t.digital}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
          { value: '', label: unknown },
        ]}
      />
      <Field {...control(fields, 'subjects.id')} label={t.subjects} hint={fields.hints['subjects.id']} lang="id" />
      <EnglishSide fields={fields} name="subjects.en">
        <Field
          {...control(fields, 'subjects.en')}
          label={`${t.subjects} (${english})`}
          hint={fields.hints['subjects.en']}
          lang="en"
        />
      </EnglishSide>
      <Picks {...picked('targetGroups')} label={t.targetGroups} options={options(TARGET_GROUPS, words.targetGroup)} />
      <Picks {...picked('sdgs')} label={t.sdgs} options={goals} />
    </>
  )
}
