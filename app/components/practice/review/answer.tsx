import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'

type AnswerProps = {
  remarkId: string
  intent: 'reply' | 'reopen'
  words: { summary: string; body: string; submit: string }
  /** Another page than this one takes the form. */
  action?: string
  /** The section to come back to. */
  back?: string
}

/** One answer to a remark, folded until it is needed. */
export function Answer({ remarkId, intent, words, action, back }: AnswerProps) {
  const form = useFormReply({}, { intent, commentId: remarkId })
  const body = form.field('body')
  return (
    <Fold summary={words.summary} open={Boolean(body.errors)}>
      <form method="post" className="stack-s" action={action}>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="commentId" value={remarkId} />
        {back && <input type="hidden" name="back" value={back} />}
        <TextArea {...body} id={`${intent}-${remarkId}`} label={words.body} rows={2} maxLength={2000} required small />
        <p>
          <Button variant="quiet">{words.submit}</Button>
        </p>
      </form>
    </Fold>
  )
}
