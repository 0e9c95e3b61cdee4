import type { ImportPageView } from '#app/domain/import/read-import.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { importText } from '#app/i18n/import.ts'
import { issueSentence } from '#app/i18n/import-issues.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '../ui/table.tsx'
import { OutcomeTag } from './import-tag.tsx'

type Row = ImportPageView['rows'][number]

/** One page of the rows of a sheet: which record, what it does or did, and what was found about it. */
export function ImportRows({ sheet }: { sheet: ImportPageView }) {
  const lang = useLang()
  const { page: t } = importText(lang)
  if (sheet.rows.length === 0) return <p className="dim">{t.noRows}</p>
  const columns: Column<Row>[] = [
    { head: t.row, className: 'nowrap dim', cell: (row) => formatNumber(lang, row.number) },
    { head: t.record, header: true, headClassName: 'w-25', cell: (row) => <RecordName row={row} sheet={sheet} /> },
    { head: t.agency, cell: (row) => row.agency ?? '' },
    { head: t.outcome, cell: (row) => row.outcome && <OutcomeTag outcome={row.outcome} /> },
    { head: t.findings, cell: (row) => <Findings row={row} columns={sheet.columns} /> },
  ]
  return <Table labelledBy="h-baris" columns={columns} rows={sheet.rows} rowKey={(row) => row.number} />
}

function RecordName({ row, sheet }: { row: Row; sheet: ImportPageView }) {
  const { publicId, name, externalId } = row
  return (
    <>
      <span lang="id">{name || '–'}</span>
      <span className="small dim norm">
        <br />
        {publicId && sheet.opensPractices ? <a href={paths.workPractice(publicId)}>{publicId}</a> : publicId}
        {publicId && externalId && ' · '}
        {externalId?.replace(/^nama:.*/, '')}
      </span>
    </>
  )
}

function Findings({ row: { issues }, columns }: { row: Row; columns: readonly string[] }) {
  const lang = useLang()
  const { page: t } = importText(lang)
  if (issues.length === 0) return <span className="dim">{t.sound}</span>
  return (
    <ul className="plain">
      {issues.map((issue) => {
        const { about, sentence } = issueSentence(lang, issue, columns)
        const key = `${issue.column} ${issue.message} ${issue.args?.join(' ')}`
        return (
          <li key={key} className={issue.level === 'error' ? 'late' : undefined}>
            {about && <b>{about} </b>}
            {sentence}
            {issue.publicId && (
              <>
                {' '}
                (<a href={paths.practice(issue.publicId)}>{issue.publicId}</a>)
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
