import { freshnessOf } from '#app/domain/practice/practice.ts'
import type { LifeStatus as Status } from '#db/vocabulary.ts'
import type { Column } from '../ui/table.tsx'
import { LifeStatus } from './life-status.tsx'

type Living = { lifeStatus: Status; lifeConfirmedOn: string | null }

/** The column of a table that says whether each practice still runs, and how fresh that is. */
export function lifeColumn<Row extends Living>(head: string, now: Date, as: 'short' | 'word' = 'short'): Column<Row> {
  return {
    head,
    cell: ({ lifeStatus, lifeConfirmedOn }) => (
      <LifeStatus
        status={lifeStatus}
        confirmedOn={lifeConfirmedOn}
        freshness={freshnessOf(lifeConfirmedOn, now)}
        now={now}
        as={as}
      />
    ),
  }
}
