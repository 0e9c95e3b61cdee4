import { isRunning } from '#app/domain/adoption/adoption.ts'
import type { NeedList } from '#app/domain/adoption/read-need.server.ts'
import { formatDateShort } from '#app/i18n/format.ts'
import { needText } from '#app/i18n/need.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ADOPTION_STEPS, NEED_STATES } from '#db/vocabulary.ts'
import { useRoot } from '../layout/root-data.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ChoiceChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { MiniSteps } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { Demo, NeedTag } from './marks.tsx'

/** The needs of the own agency; for hubs those of their provinces. */
export function NeedListPage({ list }: { list: NeedList }) {
  const lang = useLang()
  const t = needText(lang).list
  const organisation = useRoot()?.user?.organisation ?? ''
  const { needs, all, total, page, pageSize, state, canRecord, counts } = list
  const waiting = counts.find((row) => row.state === 'matched')?.count ?? 0
  const create = (
    <ButtonLink icon="plus" href={paths.newNeed()}>
      {t.new}
    </ButtonLink>
  )
  return (
    <>
      <PageHead
        title={canRecord ? t.title(organisation) : t.titleOther}
        action={canRecord && all > 0 ? <div className="acts">{create}</div> : undefined}
      >
        {t.lead(all, waiting)}
      </PageHead>
      <StateChips list={list} />
      {needs.length === 0 ? (
        <Empty title={t.empty} action={canRecord ? create : undefined}>
          {t.emptyText}
        </Empty>
      ) : (
        <NeedTable list={list} />
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={(n) => paths.workNeeds({ state: state ?? undefined, page: n })}
      />
    </>
  )
}

function StateChips({ list: { all, counts, state } }: { list: NeedList }) {
  const lang = useLang()
  const t = needText(lang).list
  const words = vocabularyText(lang).needState
  if (all === 0) return null
  const known = NEED_STATES.flatMap((one) => {
    const count = counts.find((row) => row.state === one)?.count ?? 0
    return count > 0 || one === state ? [{ one, count }] : []
  })
  return (
    <div className="mb-4">
      <ChoiceChips
        label={t.filter}
        chips={[
          { key: 'all', label: t.all(all), href: paths.workNeeds(), current: state === null },
          ...known.map(({ one, count }) => ({
            key: one,
            label: `${words[one]} ${count}`,
            href: paths.workNeeds({ state: one }),
            current: state === one,
          })),
        ]}
      />
    </div>
  )
}

function NeedTable({ list: { needs, canRecord } }: { list: NeedList }) {
  const t = needText(useLang())
  return (
    <Table
      hot
      caption={<span className="vh">{t.list.titleOther}</span>}
      rows={needs}
      rowKey={(need) => need.publicId}
      columns={[
        {
          head: t.board.problem,
          header: true,
          headClassName: 'w-45',
          cell: ({ publicId, problem, agency, isDemo }) => (
            <>
              <a href={paths.workNeed(publicId)}>{problem}</a>
              <br />
              <span className="small dim norm">
                {publicId}
                {!canRecord && (
                  <>
                    {' · '}
                    <Demo is={isDemo}>{agency}</Demo>
                  </>
                )}
              </span>
            </>
          ),
        },
        {
          head: t.list.affected,
          cell: ({ affectedGroup, isDemo }) =>
            affectedGroup ? <Demo is={isDemo}>{affectedGroup}</Demo> : <span className="dim">–</span>,
        },
        {
          head: t.list.state,
          cell: ({ state, adoption }) => <NeedTag state={state} resting={!adoption || !isRunning(adoption.state)} />,
        },
        { head: t.list.next, cell: (need) => <Next need={need} /> },
      ]}
    />
  )
}

function Next({ need: { state, matches, adoption, closedAt } }: { need: NeedList['needs'][number] }) {
  const lang = useLang()
  const t = needText(lang).list
  const on = closedAt ? formatDateShort(lang, closedAt) : ''
  switch (state) {
    case 'open':
      return t.nextOpen
    case 'matched':
      return t.nextMatched(matches)
    case 'met':
      return t.ended(on)
    case 'closed':
      return t.closedOn(on)
    case 'taken_up':
      if (!adoption || !isRunning(adoption.state)) return t.nextNone
      return (
        <a href={paths.workAdoption(adoption.publicId)}>
          <MiniSteps step={adoption.step} of={ADOPTION_STEPS.length} />
        </a>
      )
  }
}
