import type { ItemView } from '#app/domain/coaching/read-session.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { When } from '../ui/when.tsx'
import { ActionTag } from './marks.tsx'

/** Action items with what may be done with each; `withSession` names the session they come from. */
export function ActionList({ items, withSession }: { items: readonly ItemView[]; withSession?: boolean }) {
  return (
    <ul className="lines">
      {items.map((item) => (
        <Item key={item.id} item={item} withSession={withSession} />
      ))}
    </ul>
  )
}

/** The id of the note of an item, for links from an error summary. */
export const noteId = (itemId: string | undefined) => `f-note-${itemId}`

function Item({ item, withSession }: { item: ItemView; withSession?: boolean }) {
  const lang = useLang()
  const t = coachingText(lang)
  return (
    <li id={`t-${item.id}`}>
      <div className="task">
        <b>{item.what}</b>
        <span className="dim small">
          {item.who} · {t.due} <When at={item.dueOn} as="long" />
          {item.overdue > 0 && (
            <>
              , <b className="late">{t.overdue(item.overdue)}</b>
            </>
          )}
          {withSession && (
            <>
              {' '}
              · {item.regionName},{' '}
              <a href={paths.coachingSession(item.sessionId)}>
                {t.fromSession(formatDate(lang, item.heldAt, item.timeZone))}
              </a>
            </>
          )}
        </span>
        <ActionTag state={item.state} overdue={item.overdue} />
      </div>
      {item.doneAt && item.doneNote && (
        <p className="quote small mt-2">
          {item.doneNote}
          <br />
          <span className="dim">
            <When at={item.doneAt} zone={item.timeZone} />, {t.doneBy(item.doneByName ?? '')}
            {item.verifiedByName && `; ${t.verifiedBy(item.verifiedByName)}`}
          </span>
        </p>
      )}
      <Moves item={item} />
    </li>
  )
}

function Moves({ item }: { item: ItemView }) {
  const t = coachingText(useLang())
  const reply = useFormReply({}, { intent: 'finish', itemId: item.id })
  const note = reply.field('note')
  const { start, finish, verify } = item.can
  const hidden = (
    <>
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
    </>
  )
  return (
    <>
      {item.needsOther && <p className="small dim mt-1">{t.otherVerifies}</p>}
      {(start || verify) && (
        <form method="post" className="acts mt-1">
          {hidden}
          {start && (
            <Button variant="link" name="intent" value="start">
              {t.start}
            </Button>
          )}
          {verify && (
            <Button variant="quiet" name="intent" value="verify">
              {t.verify}
            </Button>
          )}
        </form>
      )}
      {finish && (
        <Fold summary={t.finish} open={note.defaultValue !== undefined || Boolean(note.errors)}>
          <form method="post" className="stack">
            {hidden}
            <TextArea
              {...note}
              id={noteId(item.id)}
              label={t.finishLabel}
              hint={t.finishHint}
              rows={2}
              required
              maxLength={1000}
            />
            <Button variant="quiet" name="intent" value="finish">
              {t.finishSend}
            </Button>
          </form>
        </Fold>
      )}
    </>
  )
}
