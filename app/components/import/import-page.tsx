import { IMPORT_VIEWS, type ImportView } from '#app/domain/import/import.schema.ts'
import type { ImportPageView } from '#app/domain/import/read-import.server.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'
import { importText } from '#app/i18n/import.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ChoiceChips } from '../ui/chips.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Section } from '../ui/panel.tsx'
import { Stats } from '../ui/stats.tsx'
import { ImportActs } from './import-acts.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportTag } from './import-tag.tsx'

type Props = { sheet: ImportPageView; refreshes: boolean }

/** A sheet: how far the work is, what would happen or has happened, what to do now, and its rows. */
export function ImportPage({ sheet, refreshes }: Props) {
  const lang = useLang()
  const { list, page: t, views } = importText(lang)
  const form = useFormReply()
  const { figures, view, isRunning } = sheet
  const hrefOf = (key: ImportView, page?: number) => paths.import(sheet.id, { view: key, page })
  const offered = IMPORT_VIEWS.filter((key) => figures[key] > 0 || key === view)
  return (
    <>
      <Crumbs items={[{ label: list.title, href: paths.imports() }, { label: sheet.fileName }]} />
      <PageHead title={sheet.fileName}>
        <p>
          <ImportTag state={sheet.state} />
        </p>
      </PageHead>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      {isRunning ? <ImportProgress sheet={sheet} refreshes={refreshes} /> : <ImportActs sheet={sheet} />}
      {sheet.state === 'discarded' ? (
        <p className="mt-4">
          {t.discardRows} <a href={paths.imports()}>{t.again}</a>
        </p>
      ) : (
        sheet.state !== 'checking' && (
          <Section id="baris" title={t.rows}>
            <Stats items={statsOf()} />
            {sheet.unused.length > 0 && (
              <p className="small dim mt-2">{t.unused(formatList(lang, sheet.unused.slice(0, 20)))}</p>
            )}
            <div className="mt-4 mb-4">
              <ChoiceChips
                label={t.views}
                chips={offered.map((key) => ({
                  key,
                  label: `${views[key]} (${formatNumber(lang, figures[key])})`,
                  href: hrefOf(key),
                  current: key === view,
                }))}
              />
            </div>
            <ImportRows sheet={sheet} />
            <Pager
              page={sheet.page}
              pageSize={sheet.pageSize}
              total={figures[view]}
              href={(page) => hrefOf(view, page)}
            />
          </Section>
        )
      )}
    </>
  )

  function statsOf() {
    const keys =
      sheet.state === 'checked'
        ? (['create', 'update', 'errors', 'duplicates', 'unchanged'] as const)
        : (['written', 'kept', 'errors', 'touched', 'unchanged'] as const)
    return keys.map((key) => ({
      key,
      figure: formatNumber(lang, figures[key]),
      label: t.figures[key],
      href: figures[key] > 0 ? hrefOf(key) : undefined,
      late: key === 'errors' && figures.errors > 0,
    }))
  }
}
