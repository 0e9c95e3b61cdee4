import type { ImportPageView } from '#app/domain/import/read-import.server.ts'
import { importText } from '#app/i18n/import.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { Meter } from '../ui/meter.tsx'

/** How far the work is, and how to stop it. The page reloads by itself unless its reader says otherwise. */
export function ImportProgress({ sheet, refreshes }: { sheet: ImportPageView; refreshes: boolean }) {
  const { page: t } = useText(importText)
  const { progress, state, can, id } = sheet
  return (
    <section className="stack-s" aria-labelledby="h-maju">
      <h2 id="h-maju">{t.progress[state]}</h2>
      <p role="status">{t.rowsDone(progress.done, progress.of, progress.percent)}</p>
      <Meter percent={progress.percent} />
      <p className="small">
        {refreshes ? `${t.refresh} ` : ''}
        {refreshes ? (
          <a href={paths.import(id, { still: '1' })}>{t.still}</a>
        ) : (
          <a href={paths.import(id)}>{t.reload}</a>
        )}
      </p>
      {(can.stop || can.discard) && (
        <form method="post" className="stack-s">
          <p className="acts">
            <Button variant="stop" name="intent" value={can.stop ? 'stop' : 'discard'}>
              {can.stop ? t.stop : t.discard}
            </Button>
          </p>
          {can.stop && <p className="small dim">{t.stopNote}</p>}
        </form>
      )}
    </section>
  )
}
