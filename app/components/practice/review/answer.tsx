import { useFormReply } from '../../ui/form-reply.ts'
import { AnswerForm, type AnswerFormProps } from './answer-form.tsx'

/** The form of an answer on a page that shows it again where something is wrong with it. */
export function Answer(props: Omit<AnswerFormProps, 'defaultValue' | 'errors'>) {
  const form = useFormReply({}, { intent: props.intent, commentId: props.remarkId })
  const { defaultValue, errors } = form.field('body')
  return <AnswerForm {...props} defaultValue={defaultValue} errors={errors} />
}
