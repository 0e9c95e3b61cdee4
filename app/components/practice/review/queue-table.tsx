import { queueText } from '#app/i18n/practice-queue.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Pick } from '../../ui/choice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Age, When } from '../../ui/when.tsx'
import { DueWords } from './due-words.tsx'
import type { Queue } from './queue-page.tsx'

type Row = Queue['texts'][number]

/** The texts that wait: who has each, since when, by when; taken and returned without opening it. */
export function QueueTable({ texts, now, select }: { texts: Row[]; now: Date; select: string | null }) {
  const t = useText(queueText)
  const columns: Column<Row>[] = [
    {
      head: t.practice,
      header: true,
      cell: (row) => (
        <>
          <a href={paths.review(row.publicId)}>{row.title}</a>
          <br />
          <span className="small dim norm">
            {row.publicId} · {row.agency} · {t.version} {row.open?.number}
            {!row.live && ` (${t.first})`}
            {!mayJudge(row) && !row.can.reassign && ` · ${t.own}`}
          </span>
        </>
      ),
    },
    { head: t.due, cell: ({ due }) => due && <DueWords due={due} /> },
    {
      head: t.waiting,
      cell: ({ due, zone }) =>
        due && (
          <>
            <Age at={due.since} now={now} zone={zone} />{' '}
            <span className="small dim">
              (<When at={due.since} as="time" zone={zone} />)
            </span>
          </>
        ),
    },
    { head: t.holder, cell: (row) => <Holder row={row} /> },
  ]
  if (select) {
    columns.unshift({
      head: t.select,
      hideHead: true,
      className: 'sel',
      cell: (row) =>
        mayJudge(row) && <Pick form={select} name="id" value={row.publicId} label={t.selectOne(row.title)} hideLabel />,
    })
  }
  return <Table columns={columns} rows={texts} rowKey={(row) => row.id} hot />
}

/** Whether the reader may judge this text: it is not their own, and they did not make the first check. */
const mayJudge = ({ can }: Row) => can.verify_documents || can.publish || can.request_changes

function Holder({ row }: { row: Row }) {
  const t = useText(queueText)
  const { taken, mine } = row
  if (taken && !mine) return taken.name
  if (!mayJudge(row)) return <span className="dim">{t.nobody}</span>
  return (
    <form method="post" className="row">
      <input type="hidden" name="practiceId" value={row.publicId} />
      {taken && <input type="hidden" name="from" value={taken.id} />}
      {taken ? <b>{t.me}</b> : <span className="dim">{t.nobody}</span>}
      <Button variant="link" name="intent" value={taken ? 'return' : 'claim'}>
        {taken ? t.giveBack : t.take}
        <span className="vh"> {row.title}</span>
      </Button>
    </form>
  )
}
