import { editorText } from '#app/i18n/practice-editor.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { type StorySection, WORD_CAPS } from '#db/vocabulary.ts'
import { Fold } from '../../ui/fold.tsx'
import { CountedText, EnglishSide, type FieldsProps, PairField } from './fields.tsx'

/** One section of the story: the question, the text with its word cap, guiding questions, English below. */
export function StoryFields({ section, ...fields }: FieldsProps & { section: StorySection }) {
  const t = useText(editorText)
  const { label = '', hint, questions = [] } = fields.guide ?? {}
  const cap = WORD_CAPS[section]
  const rows = cap > 300 ? 16 : cap > 100 ? 10 : 6
  return (
    <>
      <div className="field sides">
        <CountedText fields={fields} name="text.id" label={label} hint={hint} cap={cap} rows={rows} lang="id" />
        <EnglishSide fields={fields} name="text.en" field={section}>
          <CountedText
            fields={fields}
            name="text.en"
            label={`${label} (${t.english})`}
            cap={cap}
            rows={rows}
            lang="en"
          />
        </EnglishSide>
      </div>
      <Fold summary={t.guide}>
        <ul className="prose small">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Fold>
      {section === 'background' && (
        <PairField fields={fields} name="problem" label={t.field.problem} hint={t.field.problemHint} long />
      )}
      {section === 'implementation' && (
        <PairField fields={fields} name="approach" label={t.field.approach} hint={t.field.approachHint} long />
      )}
    </>
  )
}
