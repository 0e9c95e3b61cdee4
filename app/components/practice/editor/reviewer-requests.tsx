import type { PracticeAbilities } from '#app/domain/practice/practice.policy.ts'
import type { readSection } from '#app/domain/practice/read-work.server.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { answerText } from '#app/i18n/practice-answer.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { When } from '../../ui/when.tsx'
import { fieldLabel } from '../field-words.ts'
import { AnswerForm } from '../review/answer-form.tsx'

type Comments = Awaited<ReturnType<typeof readSection>>['comments']

/** What reviewers want changed in this section, each with the button that says it is done. */
export function ReviewerRequests({
  publicId,
  section,
  comments,
  can,
}: {
  publicId: string
  section: Section
  comments: Comments
  can: Pick<PracticeAbilities, 'address_comment' | 'reply_comment'>
}) {
  const lang = useLang()
  const t = editorText(lang)
  return comments.map((comment) => (
    <Band
      key={comment.id}
      tone={comment.required ? 'warn' : 'info'}
      title={comment.required ? t.requested : t.suggested}
    >
      <span>
        {comment.field && <b>{fieldLabel(lang, section, comment.field)}: </b>}
        {comment.quote && (
          <>
            <q>{comment.quote}</q> ·{' '}
          </>
        )}
        “{comment.body}” {comment.author}, <When at={comment.createdAt} />.
        {comment.addressedAt && <b> ({t.addressed})</b>}
      </span>
      {comment.replies.map((reply) => (
        <span key={reply.id} className="reply">
          {reply.author}, <When at={reply.createdAt} />: “{reply.body}”
        </span>
      ))}
      {can.address_comment && !comment.addressedAt && (
        <form method="post" action={paths.workPractice(publicId)}>
          <input type="hidden" name="intent" value="address" />
          <input type="hidden" name="commentId" value={comment.id} />
          <input type="hidden" name="back" value={section} />
          <Button variant="quiet">{t.address}</Button>
        </form>
      )}
      {can.reply_comment && (
        <AnswerForm
          remarkId={comment.id}
          intent="reply"
          words={answerText(lang).reply}
          action={paths.workPractice(publicId)}
          back={section}
        />
      )}
    </Band>
  ))
}
