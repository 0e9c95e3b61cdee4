import { searchHealthText } from '#app/i18n/search-health.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'

export type AsideRow = {
  practiceId: string
  publicId: string | null
  step: 'document' | 'index'
  reason: string
  since: Date
}

/** Practices that could not enter the index, with the reason and the way to try again. */
export function SetAside({ rows }: { rows: AsideRow[] }) {
  const t = useText(searchHealthText)
  if (rows.length === 0) {
    return (
      <Empty title={t.asideNone} heading="h3">
        {t.asideNoneNote}
      </Empty>
    )
  }
  return (
    <Table
      labelledBy="h-aside"
      rows={rows}
      rowKey={({ practiceId, step }) => `${practiceId} ${step}`}
      columns={[
        {
          head: t.practice,
          header: true,
          className: 'nowrap',
          cell: ({ publicId }) =>
            publicId ? <a href={paths.workPractice(publicId)}>{publicId}</a> : <span className="dim">{t.unknown}</span>,
        },
        { head: t.step, cell: ({ step }) => t.steps[step] },
        { head: t.reason, cell: ({ reason }) => <code className="small">{reason}</code> },
        { head: t.since, className: 'nowrap', cell: ({ since }) => <When at={since} as="time" /> },
        {
          head: t.act,
          hideHead: true,
          cell: ({ practiceId, publicId }) => (
            <form method="post">
              <input type="hidden" name="practiceId" value={practiceId} />
              <Button variant="link" name="intent" value="retry" aria-label={t.retryOf(publicId ?? practiceId)}>
                {t.retry}
              </Button>
            </form>
          ),
        },
      ]}
    />
  )
}
