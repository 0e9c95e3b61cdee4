import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'

export type AnswerFormProps = {
  remarkId: string
  intent: 'reply' | 'reopen'
  words: { summary: string; body: string; submit: string }
  /** Another page than this one takes the form. */
  action?: string
  /** The section to come back to. */
  back?: string
  /** What was typed, and what is wrong with it. */
  defaultValue?: string
  errors?: readonly string[]
}

/** One answer to a remark, folded until it is needed. */
export function AnswerForm({ remarkId, intent, words, action, back, defaultValue, errors }: AnswerFormProps) {
  return (
    <Fold summary={words.summary} open={Boolean(errors)}>
      <form method="post" className="stack-s" action={action}>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="commentId" value={remarkId} />
        {back && <input type="hidden" name="back" value={back} />}
        <TextArea
          name="body"
          {...{ defaultValue, errors }}
          id={`${intent}-${remarkId}`}
          label={words.body}
          rows={2}
          maxLength={2000}
          required
          small
        />
        <p>
          <Button variant="quiet">{words.submit}</Button>
        </p>
      </form>
    </Fold>
  )
}
