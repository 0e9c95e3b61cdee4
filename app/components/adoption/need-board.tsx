import type { NeedBoard } from '#app/domain/adoption/read-need.server.ts'
import { needText } from '#app/i18n/need.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ChoiceChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { Age, When } from '../ui/when.tsx'
import { Demo, PracticeName } from './marks.tsx'

/** Titles of practices named beside a need. */
const FOUND_SHOWN = 2

/** The public board: problems that wait for an answer, longest first. */
export function NeedBoardPage({ board }: { board: NeedBoard }) {
  const t = useText(needText).board
  const { needs, all, total, page, pageSize, province } = board
  return (
    <>
      <PageHead
        title={t.title}
        action={
          <div className="acts">
            <ButtonLink icon="plus" href={paths.newNeed()}>
              {t.record}
            </ButtonLink>
          </div>
        }
      >
        <p className="read">{t.lead}</p>
        <p className="dim">{t.count(all)}</p>
      </PageHead>
      <Provinces board={board} />
      {needs.length === 0 ? (
        <Empty
          title={t.empty}
          action={
            <ButtonLink variant="quiet" href={paths.practices()}>
              {t.toPractices}
            </ButtonLink>
          }
        >
          {t.emptyText}
        </Empty>
      ) : (
        <Board board={board} />
      )}
      <Pager
        multiplies
        page={page}
        pageSize={pageSize}
        total={total}
        href={(n) => paths.needs({ province: province ?? undefined, page: n })}
      />
    </>
  )
}

function Provinces({ board: { provinces, province, all } }: { board: NeedBoard }) {
  const t = useText(needText).board
  if (provinces.length < 2 && !province) return null
  return (
    <div className="mb-4">
      <ChoiceChips
        label={t.filter}
        chips={[
          { key: 'all', label: t.all(all), href: paths.needs(), current: province === null },
          ...provinces.map(({ code, name, count }) => ({
            key: code,
            label: t.province(name, count),
            href: paths.needs({ province: code }),
            current: province === code,
          })),
        ]}
      />
    </div>
  )
}

function Board({ board: { needs, now } }: { board: NeedBoard }) {
  const t = useText(needText).board
  return (
    <Table
      hot
      caption={<span className="vh">{t.title}</span>}
      rows={needs}
      rowKey={(need) => need.publicId}
      columns={[
        {
          head: t.problem,
          header: true,
          headClassName: 'w-35',
          cell: ({ publicId, problem, affectedGroup, isDemo }) => (
            <>
              <a href={paths.need(publicId)}>{problem}</a>
              {affectedGroup && (
                <>
                  <br />
                  <span className="small dim norm">
                    <Demo is={isDemo}>{affectedGroup}</Demo>
                  </span>
                </>
              )}
            </>
          ),
        },
        {
          head: t.district,
          cell: ({ agency, province, isDemo }) => (
            <>
              <Demo is={isDemo}>{agency}</Demo>
              <br />
              <span className="small dim">{province}</span>
            </>
          ),
        },
        { head: t.found, cell: ({ found }) => <Found found={found} /> },
        {
          head: t.since,
          className: 'nowrap',
          cell: ({ createdAt }) => (
            <>
              <When at={createdAt} />
              <br />
              <span className="small dim">
                <Age at={createdAt} now={now} />
              </span>
            </>
          ),
        },
      ]}
    />
  )
}

function Found({ found }: { found: NeedBoard['needs'][number]['found'] }) {
  const t = useText(needText).board
  if (found.length === 0) return <span className="dim">{t.none}</span>
  return (
    <>
      {found.slice(0, FOUND_SHOWN).map(({ publicId, title, brand }, index) => (
        <span key={publicId}>
          {index > 0 && <br />}
          <a href={paths.practice(publicId)}>
            <PracticeName title={title} brand={brand} />
          </a>
        </span>
      ))}
      {found.length > FOUND_SHOWN && <span className="small dim"> +{found.length - FOUND_SHOWN}</span>}
    </>
  )
}
