import type { WorkItem } from '../shared/work-item.ts'

/** What is past its date on this day first, then what waits longest. */
export function inWorkOrder(items: readonly WorkItem[], today: string): WorkItem[] {
  const late = ({ due }: WorkItem) => (due !== undefined && due < today ? 0 : 1)
  return items.toSorted((a, b) => late(a) - late(b) || a.since.getTime() - b.since.getTime())
}
