import { LARGEST_IMPORT, MOST_IMPORT_ROWS } from '#app/domain/import/import.ts'
import type { listOwnImports } from '#app/domain/import/read-import.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { importText } from '#app/i18n/import.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FileField } from '../ui/file-field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Icon } from '../ui/icon.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel, Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'
import { ImportTag } from './import-tag.tsx'

type Props = Awaited<ReturnType<typeof listOwnImports>>

/** Where a sheet is uploaded, and the sheets of before. */
export function ImportsPage({ imports, total, page, pageSize }: Props) {
  const lang = useLang()
  const { list: t, upload } = importText(lang)
  const form = useFormReply()
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <div className="cols cols--form">
        <form method="post" encType="multipart/form-data" className="stack">
          <FileField
            name="file"
            label={upload.file}
            hint={upload.hint(LARGEST_IMPORT, MOST_IMPORT_ROWS)}
            errors={form.field('file').errors}
            accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
          <p className="acts">
            <Button icon="document">{upload.submit}</Button>
            <a href={paths.importTemplate()}>{upload.template}</a>
          </p>
          <p className="small dim">{upload.templateNote}</p>
        </form>
        <Panel title={upload.rulesTitle}>
          <ul className="ticks plain small">
            {upload.rules.map((rule) => (
              <li key={rule}>
                <Icon name="check" />
                <span>{rule}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <Section id="sebelumnya" title={t.earlier}>
        {total === 0 ? (
          <Empty title={t.none} heading="h3">
            {t.noneNote}
          </Empty>
        ) : (
          <Table
            labelledBy="h-sebelumnya"
            hot
            rows={imports}
            rowKey={(row) => row.id}
            columns={[
              { head: t.file, header: true, cell: (row) => <a href={paths.import(row.id)}>{row.fileName}</a> },
              { head: t.state, cell: (row) => <ImportTag state={row.state} /> },
              { head: t.rows, end: true, cell: (row) => formatNumber(lang, row.rowCount) },
              { head: t.written, end: true, cell: (row) => formatNumber(lang, row.written) },
              { head: t.by, cell: (row) => row.by },
              { head: t.when, cell: (row) => <When at={row.createdAt} /> },
            ]}
          />
        )}
        <Pager page={page} pageSize={pageSize} total={total} href={(n) => paths.imports({ page: n })} />
      </Section>
    </>
  )
}
