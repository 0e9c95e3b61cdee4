import { editorText } from '#app/i18n/practice-editor.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { GOVERNMENT_LEVELS } from '#db/vocabulary.ts'
import { Field, Select } from '../../ui/field.tsx'
import { control, type FieldsProps, optionsOf, PairField, Tick } from './fields.tsx'
import { Rows } from './rows.tsx'

/** What the practice is called, who runs it, and how to reach them. */
export function IdentityFields(fields: FieldsProps) {
  const lang = useLang()
  const { field: t, unknown } = editorText(lang)
  const words = templateText(lang)
  return (
    <>
      <PairField fields={fields} name="title" label={t.title} hint={t.titleHint} />
      <Field {...control(fields, 'brand')} label={t.brand} hint={t.brandHint} maxLength={300} required />
      <PairField fields={fields} name="tagline" label={t.tagline} hint={t.taglineHint} long />
      <Field {...control(fields, 'unit')} label={t.unit} hint={t.unitHint} optional />
      <Select
        {...control(fields, 'level')}
        label={words.level}
        options={optionsOf(GOVERNMENT_LEVELS, practiceVocabulary(lang).level)}
        empty={unknown}
        width="m"
      />
      <Field {...control(fields, 'startedOn')} label={t.startedOn} hint={t.startedOnHint} width="m" optional />
      <Field
        {...control(fields, 'contactEmail')}
        label={t.contactEmail}
        hint={fields.hints.contactEmail}
        inputMode="email"
        optional
      />
      <Field {...control(fields, 'contactRole')} label={words.contactRole} hint={words.contactRoleHint} optional />
      <Rows
        list="innovators"
        title={words.innovators}
        hint={words.innovatorsHint}
        values={fields.values}
        extra={fields.extraRow === 'innovators'}
        none
      >
        {({ name }) => (
          <>
            <div className="duo">
              <Field {...control(fields, name('name'))} label={words.innovatorName} autoComplete="off" small />
              <Field {...control(fields, name('role'))} label={words.innovatorRole} small />
            </div>
            <Tick fields={fields} name={name('consent')} label={words.consent} />
          </>
        )}
      </Rows>
    </>
  )
}
