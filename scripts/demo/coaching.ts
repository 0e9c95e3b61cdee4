import { assignMentor } from '#app/domain/coaching/assign-mentor.server.ts'
import { confirmSession } from '#app/domain/coaching/confirm-session.server.ts'
import { disputeSession } from '#app/domain/coaching/dispute-session.server.ts'
import { finishAction } from '#app/domain/coaching/finish-action.server.ts'
import { lockSession } from '#app/domain/coaching/lock-session.server.ts'
import { planSession } from '#app/domain/coaching/plan-session.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import { startAction } from '#app/domain/coaching/start-action.server.ts'
import { verifyAction } from '#app/domain/coaching/verify-action.server.ts'
import type { Context } from '#app/domain/shared/context.ts'
import { addDays, today } from '#app/domain/shared/dates.ts'
import { listItemsOfSession } from '#db/queries/action-items.server.ts'
import { listAssignmentsOfHub, listPartnersOf } from '#db/queries/assignments.server.ts'
import { DEMO_PLANS, DEMO_SESSIONS, type DemoSession } from './coaching-records.ts'
import type { DemoPeople } from './people.ts'

type Base = Omit<Context, 'actor'>
type Who = keyof DemoPeople

const DAY = 86_400_000
const ASSIGNED_SINCE_DAYS = 300
/** The mentor has three of the four districts of the demo province; nobody has the fourth. */
const DISTRICTS = ['97.01', '97.03', '97.71']

/** Hub Contoh at work: a mentor with three districts, sessions in every state, action items of which one is overdue. */
export async function seedDemoCoaching(base: Base, people: DemoPeople): Promise<void> {
  const hubId = people.mentor.hat?.organisationId
  if (!hubId) throw new Error('the demo mentor has no hub')
  const day = today(base.now)
  if ((await listAssignmentsOfHub(base.db, hubId, '2000-01-01')).length > 0) return
  const as = (who: Who, daysAgo = 0): Context => ({
    ...base,
    actor: people[who],
    now: new Date(base.now.getTime() - daysAgo * DAY),
  })
  for (const regionCode of DISTRICTS) {
    const startsOn = addDays(day, -ASSIGNED_SINCE_DAYS)
    await assignMentor(as('manager'), { mentorId: people.mentor.userId, regionCode, startsOn })
  }
  const governments = (await listPartnersOf(base.db, DISTRICTS)).filter((one) => one.agencyType !== 'unit')
  const partnerOf = (regionCode: string, ofAdoption = false) => {
    const rows = governments.filter((one) => one.regionCode === regionCode)
    const running = ofAdoption ? rows.find((one) => one.practiceId !== null) : undefined
    const agencyId = rows[0]?.agencyId
    if (!agencyId) throw new Error(`the demo district ${regionCode} has no government`)
    return { agencyId, adoptionId: running?.adoptionId ?? null }
  }
  for (const session of DEMO_SESSIONS) await seedSession(session)
  for (const { regionCode, ofAdoption, inDays, madeDaysAgo, ...plan } of DEMO_PLANS) {
    const date = addDays(day, inDays)
    await planSession(as('mentor', madeDaysAgo), { ...plan, ...fresh(), ...partnerOf(regionCode, ofAdoption), date })
  }

  async function seedSession({ regionCode, ofAdoption, daysAgo, items, answers, ...log }: DemoSession) {
    const { id } = await recordSession(as('mentor', daysAgo - 1), {
      ...log,
      ...fresh(),
      ...partnerOf(regionCode, ofAdoption),
      date: addDays(day, -daysAgo),
      nextOn: null,
      items: items.map(({ what, who, dueInDays }) => ({ what, who, dueOn: addDays(day, dueInDays), ...ROW })),
    })
    const stored = await listItemsOfSession(base.db, id)
    for (const [index, { moves = [] }] of items.entries()) {
      const itemId = stored[index]?.id ?? ''
      for (const [step, move] of moves.entries()) {
        const input = { itemId, version: step + 1 }
        if (move.event === 'start') await startAction(as(move.by, move.daysAgo), input)
        else if (move.event === 'verify') await verifyAction(as(move.by, move.daysAgo), input)
        else await finishAction(as(move.by, move.daysAgo), { ...input, note: move.note })
      }
    }
    for (const [step, answer] of answers.entries()) {
      const input = { id, version: step + 1 }
      if (answer.event === 'confirm') await confirmSession(as('adopter', answer.daysAgo), input)
      else if (answer.event === 'lock') await lockSession(as('manager', answer.daysAgo), input)
      else await disputeSession(as('adopter', answer.daysAgo), { ...input, note: answer.note })
    }
  }
}

const ROW = { id: undefined, version: undefined }
const fresh = () => ({ id: crypto.randomUUID() as string, version: undefined, unit: null })
