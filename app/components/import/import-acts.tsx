import type { ImportPageView } from '#app/domain/import/read-import.server.ts'
import { importText } from '#app/i18n/import.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Picks } from '../ui/choice.tsx'
import { Confirm } from '../ui/confirm.tsx'

/** What came out of the last step and what can be done now: one main act, the final ones behind a question. */
export function ImportActs({ sheet }: { sheet: ImportPageView }) {
  const { page: t } = useText(importText)
  const { figures, can, state, fault, id } = sheet
  const ready = figures.create + figures.update
  return (
    <div className="stack">
      <Outcome sheet={sheet} />
      {fault && <p>{t.faults[fault] ?? fault}</p>}
      {can.apply && (state === 'stopped' || ready > 0) && (
        <form method="post" className="stack-s">
          {state === 'checked' && figures.duplicates > 0 && (
            <Picks
              type="radio"
              name="duplicates"
              label={t.duplicates(figures.duplicates)}
              defaultValue="skip"
              options={[
                { value: 'skip', label: t.duplicatesSkip },
                { value: 'import', label: t.duplicatesImport },
              ]}
            />
          )}
          <p className="acts">
            <Button name="intent" value="apply">
              {state === 'stopped' ? t.resume : figures.duplicates > 0 ? t.applyAll : t.apply(ready)}
            </Button>
          </p>
          <p className="small dim">{t.applyNote}</p>
        </form>
      )}
      {figures.errors > 0 && (
        <p>
          <a href={paths.importFaults(id)}>{t.corrected(figures.errors)}</a>
          <br />
          <span className="small dim">{t.correctedNote}</span>
        </p>
      )}
      {can.undo && (
        <Confirm
          open={t.undo}
          question={t.undoQuestion}
          consequence={t.undoNote}
          confirm={t.undoConfirm}
          cancelHref={paths.import(id)}
          name="intent"
          value="undo"
        />
      )}
      {can.discard && (
        <form method="post">
          <Button variant="link" name="intent" value="discard">
            {t.discard}
          </Button>
        </form>
      )}
    </div>
  )
}

function Outcome({ sheet }: { sheet: ImportPageView }) {
  const { page: t } = useText(importText)
  const { figures, state, stepAt, endedAt } = sheet
  const seconds = endedAt ? Math.max(1, Math.round((endedAt.getTime() - stepAt.getTime()) / 1_000)) : null
  const note = seconds === null || state === 'discarded' ? undefined : t.seconds(seconds)
  switch (state) {
    case 'checked':
      return figures.create + figures.update > 0 ? (
        <Band tone="info" title={t.checkedTitle(figures.create, figures.update)} heading="h2">
          {note}
        </Band>
      ) : (
        <Band tone="warn" title={t.nothing} heading="h2">
          {note}
        </Band>
      )
    case 'applied':
      return (
        <Band tone="ok" title={t.appliedTitle(figures.written)} heading="h2">
          {note}
        </Band>
      )
    case 'stopped':
      return <Band tone="warn" title={t.stoppedTitle(figures.written)} heading="h2" />
    case 'undone':
      return (
        <Band tone="ok" title={t.undoneTitle(figures.kept)} heading="h2">
          {note}
        </Band>
      )
    default:
      return <Band tone="info" title={t.discardedTitle} heading="h2" />
  }
}
