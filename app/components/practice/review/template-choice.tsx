import { Select } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import type { FormReplyFields } from '../../ui/form-reply.ts'

type Props = {
  form: FormReplyFields
  templates: readonly { id: string; name: string; text: string }[]
  words: { label: string; hint?: string; none: string; read: string }
  small?: boolean
}

/** A template of an answer to begin from, and what each of them says. */
export function TemplateChoice({ form, templates, words, small }: Props) {
  return (
    <>
      <Select
        {...form.field('template')}
        label={words.label}
        hint={words.hint}
        small={small}
        empty={words.none}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Fold summary={words.read}>
        <dl className="stack-s small">
          {templates.map(({ id, name, text }) => (
            <div key={id}>
              <dt>
                <b>{name}</b>
              </dt>
              <dd className="pre">{text}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </>
  )
}
