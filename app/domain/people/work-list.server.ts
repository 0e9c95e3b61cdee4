import { adoptionWorkItems, needWorkItems } from '../adoption/work-items.server.ts'
import { coachingWorkItems } from '../coaching/work-items.server.ts'
import { heartbeatWorkItems } from '../heartbeat/work-items.server.ts'
import { practiceWorkItems } from '../practice/work-items.server.ts'
import { questionWorkItems } from '../question/read-questions.server.ts'
import { jobWorkItems } from '../report/job-health.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import type { WorkItem, WorkItemSource } from '../shared/work-item.ts'
import { handoverWorkItems } from './read-handover.server.ts'
import { peopleWorkItems } from './read-people.server.ts'
import { inWorkOrder } from './work-list.ts'

/** Each concept tells what waits; none knows of the others. */
const SOURCES: readonly WorkItemSource[] = [
  practiceWorkItems,
  heartbeatWorkItems,
  questionWorkItems,
  handoverWorkItems,
  coachingWorkItems,
  peopleWorkItems,
  needWorkItems,
  adoptionWorkItems,
  jobWorkItems,
]

/** What waits for this person in this hat: what is late first, then the oldest. */
export async function listWork(ctx: Context): Promise<WorkItem[]> {
  const lists = await Promise.all(SOURCES.map((source) => source(ctx)))
  return inWorkOrder(lists.flat(), today(ctx.now))
}
