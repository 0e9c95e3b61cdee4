import type { AdoptionList } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionRecordText } from '#app/i18n/adoption-record.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ADOPTION_STATES, ADOPTION_STEPS } from '#db/vocabulary.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ChoiceChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { MiniSteps } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'
import { AdoptionTag, Demo, PracticeName } from './marks.tsx'

/** The adoptions that this person may see, by state. */
export function AdoptionListPage({ list }: { list: AdoptionList }) {
  const t = useText(adoptionRecordText).list
  const { rows, all, total, page, pageSize, state } = list
  return (
    <>
      <PageHead title={t.title}>{t.lead(all)}</PageHead>
      <StateChips list={list} />
      {rows.length === 0 ? (
        <Empty
          title={t.empty}
          action={
            <ButtonLink variant="quiet" href={paths.workNeeds()}>
              {t.toNeeds}
            </ButtonLink>
          }
        >
          {t.emptyText}
        </Empty>
      ) : (
        <AdoptionTable rows={rows} />
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={(n) => paths.workAdoptions({ state: state ?? undefined, page: n })}
      />
    </>
  )
}

function StateChips({ list: { all, counts, state } }: { list: AdoptionList }) {
  const lang = useLang()
  const t = adoptionRecordText(lang).list
  const words = vocabularyText(lang).adoptionState
  const known = ADOPTION_STATES.flatMap((one) => {
    const count = counts.find((row) => row.state === one)?.count ?? 0
    return count > 0 || one === state ? [{ one, count }] : []
  })
  if (all === 0) return null
  return (
    <div className="mb-4">
      <ChoiceChips
        label={t.filter}
        chips={[
          { key: 'all', label: t.all(all), href: paths.workAdoptions(), current: state === null },
          ...known.map(({ one, count }) => ({
            key: one,
            label: `${words[one]} ${count}`,
            href: paths.workAdoptions({ state: one }),
            current: state === one,
          })),
        ]}
      />
    </div>
  )
}

function AdoptionTable({ rows }: { rows: AdoptionList['rows'] }) {
  const t = useText(adoptionRecordText).list
  return (
    <Table
      hot
      caption={<span className="vh">{t.title}</span>}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          head: t.practice,
          header: true,
          cell: ({ publicId, title, brand, problem }) => (
            <>
              <a href={paths.workAdoption(publicId)}>
                {brand ? <PracticeName title={title} brand={brand} /> : problem}
              </a>
              <br />
              <span className="small dim norm">{publicId}</span>
            </>
          ),
        },
        { head: t.agency, cell: ({ agency, isDemo }) => <Demo is={isDemo}>{agency}</Demo> },
        { head: t.source, cell: ({ sourceAgency }) => sourceAgency ?? <span className="dim">{t.notChosen}</span> },
        { head: t.step, className: 'nowrap', cell: ({ step }) => <MiniSteps step={step} of={ADOPTION_STEPS.length} /> },
        {
          head: t.state,
          cell: ({ state, stopReason }) => <AdoptionTag state={state} stopReason={stopReason} />,
        },
        { head: t.moved, className: 'nowrap', cell: ({ updatedAt }) => <When at={updatedAt} /> },
      ]}
    />
  )
}
