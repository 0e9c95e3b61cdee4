import { needText } from '#app/i18n/need.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { Bilingual } from '#db/practice-content.ts'
import type { LifeStatus as Status } from '#db/vocabulary.ts'
import { lifeColumn } from '../practice/life-column.tsx'
import { Button } from '../ui/button.tsx'
import { Pick } from '../ui/choice.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { PracticeName, practiceName } from './marks.tsx'

type Match = {
  publicId: string
  title: Bilingual
  brand: string
  agency: string
  note: string | null
  lifeStatus: Status
  lifeConfirmedOn: string | null
  prerequisites: number
}

/** Practices that may answer a need; picked ones are compared side by side. */
export function MatchTable({
  matches,
  now,
  labelledBy,
  search,
}: {
  matches: readonly Match[]
  now: Date
  labelledBy: string
  /** Words to search for other practices. */
  search: string
}) {
  const lang = useLang()
  const t = needText(lang)
  const columns: Column<Match>[] = [
    {
      head: t.table.pick,
      hideHead: true,
      className: 'sel',
      cell: ({ publicId, title, brand }, index) => (
        <Pick
          name="id"
          value={publicId}
          defaultChecked={index < 2}
          label={t.pickOf(practiceName(title, brand, lang))}
          hideLabel
        />
      ),
    },
    {
      head: t.table.practice,
      header: true,
      cell: ({ publicId, title, brand, agency }) => (
        <>
          <a href={paths.practice(publicId)}>
            <PracticeName title={title} brand={brand} />
          </a>
          <br />
          <span className="small dim norm">{agency}</span>
        </>
      ),
    },
    { head: t.table.why, cell: ({ note }) => note ?? <span className="dim">{t.noNote}</span> },
    lifeColumn(t.table.life, now, 'word'),
    { head: t.table.prerequisites, end: true, cell: ({ prerequisites }) => t.prerequisites(prerequisites) },
  ]
  return (
    <form action={paths.compare()} method="get">
      <Table
        hot
        labelledBy={labelledBy}
        rows={matches}
        rowKey={(row) => row.publicId}
        columns={matches.length > 1 ? columns : columns.slice(1)}
      />
      <p className="acts mt-4">
        {matches.length > 1 && (
          <Button variant="quiet" icon="columns">
            {t.compare}
          </Button>
        )}
        <a href={paths.practices({ q: search })}>{t.searchMore}</a>
      </p>
    </form>
  )
}
