import { coachingText } from '#app/i18n/coaching.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { TextArea } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Panel } from '../ui/panel.tsx'

/** The coached side confirms the log it has read, or says what is wrong with it. */
export function SessionAnswer({ version, can }: { version: number; can: { confirm: boolean; dispute: boolean } }) {
  const t = useText(coachingText)
  const note = useFormReply({}, { intent: 'dispute' }).field('note')
  return (
    <div className="mt-6">
      <Panel title={t.answer}>
        <p className="small">{t.answerNote}</p>
        {can.confirm && (
          <form method="post">
            <input type="hidden" name="version" value={version} />
            <Button name="intent" value="confirm" icon="check">
              {t.confirm}
            </Button>
          </form>
        )}
        {can.dispute && (
          <Fold summary={t.dispute} open={note.defaultValue !== undefined || Boolean(note.errors)}>
            <form method="post" className="stack">
              <input type="hidden" name="version" value={version} />
              <TextArea {...note} label={t.disputeLabel} hint={t.disputeHint} rows={3} maxLength={1000} required />
              <Button variant="quiet" name="intent" value="dispute">
                {t.sendDispute}
              </Button>
            </form>
          </Fold>
        )}
      </Panel>
    </div>
  )
}

/** The hub manager closes the session for good. */
export function SessionLock({ id, version }: { id: string; version: number }) {
  const t = useText(coachingText)
  return (
    <div className="mt-6">
      <Confirm
        open={t.lock}
        question={t.lockQuestion}
        consequence={t.lockNote}
        confirm={t.lockConfirm}
        cancelHref={paths.coachingSession(id)}
        name="intent"
        value="lock"
      >
        <input type="hidden" name="version" value={version} />
      </Confirm>
    </div>
  )
}
