import { PERIODS } from '#app/domain/search-demand/demand.ts'
import type { DemandView } from '#app/domain/search-demand/read-demand.server.ts'
import { demandText } from '#app/i18n/demand.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Select } from '../ui/field.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Table } from '../ui/table.tsx'

/** What officials search for: how often, how often in vain, and what to do about it. */
export function DemandPage({ demand }: { demand: DemandView }) {
  const lang = useLang()
  const t = demandText(lang)
  const { rows, can } = demand
  const count = (n: number) => formatNumber(lang, n, 0)
  const hasActs = can.pin || can.recordNeed
  return (
    <>
      <PageHead title={t.title}>
        <p className="read">{t.lead}</p>
        <p className="small dim read">
          {t.privacy} {t.withoutOpeningNote}
        </p>
      </PageHead>
      <Filter demand={demand} />
      {rows.length === 0 ? (
        <Empty title={t.empty}>{t.emptyNote}</Empty>
      ) : (
        <Table
          caption={<span className="vh">{t.title}</span>}
          rows={rows}
          rowKey={({ words }) => words}
          columns={[
            {
              head: t.words,
              header: true,
              headClassName: 'w-35',
              cell: ({ words }) => <a href={paths.practices({ q: words })}>{words}</a>,
            },
            { head: t.searches, end: true, cell: ({ searches }) => count(searches) },
            { head: t.withoutHit, end: true, cell: ({ withoutHit }) => count(withoutHit) },
            { head: t.withoutOpening, end: true, cell: ({ withoutOpening }) => count(withoutOpening) },
            ...(hasActs
              ? [{ head: t.acts, cell: ({ words }: DemandView['rows'][number]) => <Acts words={words} can={can} /> }]
              : []),
          ]}
        />
      )}
    </>
  )
}

function Acts({ words, can }: { words: string; can: DemandView['can'] }) {
  const t = useText(demandText)
  if (can.recordNeed)
    return (
      <a href={paths.newNeed({ problem: words })} aria-label={t.recordOf(words)}>
        {t.record}
      </a>
    )
  return (
    <a href={paths.pins({ words })} aria-label={t.pinOf(words)}>
      {t.pin}
    </a>
  )
}

function Filter({ demand: { provinces, filters } }: { demand: DemandView }) {
  const t = useText(demandText)
  return (
    <form method="get" aria-label={t.filter} className="row row--end mb-5">
      <Select
        name="days"
        label={t.period}
        empty={false}
        defaultValue={String(filters.days)}
        options={PERIODS.map((days) => ({ value: String(days), label: t.days(days) }))}
        small
      />
      <Select
        name="province"
        label={t.province}
        hint={t.provinceHint}
        empty={t.everywhere}
        defaultValue={filters.province ?? ''}
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        small
      />
      <Button variant="quiet">{t.apply}</Button>
    </form>
  )
}
