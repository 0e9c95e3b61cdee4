import type { Transaction } from '#db/client.server.ts'
import { findAssignment, insertAssignment, updateAssignmentEnd } from '#db/queries/assignments.server.ts'
import { upsertPracticeContact } from '#db/queries/contacts.server.ts'
import {
  findPersonOf,
  type Holding,
  type HoldingKind,
  listHoldings,
  listSuccessors,
  updateActionDoer,
  updateAdoptionLead,
  updateSessionMentor,
} from '#db/queries/handover.server.ts'
import { findLife } from '#db/queries/life.server.ts'
import { insertRevisionAuthor, updateRevisionAuthorHandedOver } from '#db/queries/practice-reviews.server.ts'
import { paths } from '../../paths.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { type Mail, recordChange } from '../shared/record-change.server.ts'
import type { HandoverChoice } from './handover.schema.ts'
import { canTakeOver, handoverPlace } from './handover.ts'

type Person = { id: string; name: string; email: string; language: 'id' | 'en' }
type Move = { holding: Holding; from: Person; to: Person | null; mailbox: string | null }
type Input = { person: string; to: readonly HandoverChoice[]; mailbox: string | null }

const ENTITY: Record<HoldingKind, string> = {
  contact: 'practice',
  draft: 'practice',
  adoption: 'adoption',
  action: 'action_item',
  assignment: 'assignment',
  session: 'coaching_session',
}

/**
 * Gives what a person held for the own organisation to others, all of it or nothing, and tells each of them once.
 * `Conflict` when one of the things changed hands meanwhile, `Invalid` when somebody could do nothing with it.
 */
export async function handOver(ctx: Context, { person, to, mailbox }: Input): Promise<number> {
  const place = handoverPlace(ctx.actor)
  if (!place) throw new Forbidden('hands over nothing')
  const date = today(ctx.now)
  const from = await findPersonOf(ctx.db, place.id, person)
  if (!from) throw new NotFound('nobody of this organisation')
  return ctx.db.transaction(async (tx) => {
    const [holdings, successors] = await Promise.all([
      listHoldings(tx, place, person, date),
      listSuccessors(tx, place.id, date),
    ])
    const moves = to.map(({ kind, id, to: wanted }): Move => {
      const holding = holdings.find((one) => one.kind === kind && one.id === id)
      if (!holding) throw new Conflict(`${kind} ${id} has changed hands`)
      if (wanted === 'mailbox') {
        if (kind !== 'contact' || !mailbox) throw new Invalid({ mailbox: ['mailboxNeeded'] })
        return { holding, from, to: null, mailbox }
      }
      const successor = successors.find((one) => one.id === wanted && one.id !== person)
      if (!successor || !canTakeOver(kind, successor.roles)) throw new Invalid({ '': ['cannotTake'] })
      return { holding, from, to: successor, mailbox: null }
    })
    for (const move of moves) {
      if (!(await APPLY[move.holding.kind](tx, ctx, move))) throw new Conflict('it has changed hands meanwhile')
      const { kind, id, ref, label } = move.holding
      await recordChange(tx, ctx, {
        action: `handover.${kind}`,
        entity: ENTITY[kind],
        entityId: id,
        data: { ref, label, from: person, to: move.to?.id ?? null, organisationId: place.id },
      })
    }
    const mail = lettersAbout(moves, place.name).filter(({ to: address }) => address !== undefined)
    await recordChange(tx, ctx, {
      action: 'handover.apply',
      entity: 'user',
      entityId: person,
      data: { organisationId: place.id, things: moves.length },
      mail,
    })
    return moves.length
  })
}

type Apply = (tx: Transaction, ctx: Context, move: Move) => Promise<boolean>

/** How each thing changes hands; `false` when the person does not hold it any more. */
const APPLY: Record<HoldingKind, Apply> = {
  async contact(tx, ctx, { holding, to, mailbox }) {
    const practice = await findLife(tx, holding.id, today(ctx.now))
    const email = mailbox ?? to?.email
    if (!practice || !email) return false
    const contact = { practiceId: practice.id, email, replaces: practice.textEmail }
    await upsertPracticeContact(tx, { ...contact, setBy: userIdOf(ctx.actor), setAt: ctx.now })
    return true
  },
  async draft(tx, _ctx, { holding, from, to }) {
    // Whoever takes a draft over is an author of it from now on, and may not check it: nor may the one who left.
    await insertRevisionAuthor(tx, holding.id, to!.id)
    await updateRevisionAuthorHandedOver(tx, holding.id, from.id)
    return true
  },
  adoption: (tx, ctx, { holding, from, to }) =>
    updateAdoptionLead(tx, { id: holding.id, from: from.id, to: to!.id, now: ctx.now }),
  action: (tx, _ctx, { holding, from, to }) => updateActionDoer(tx, { id: holding.id, from: from.name, to: to!.name }),
  async session(tx, ctx, { holding, from, to }) {
    const moved = await updateSessionMentor(tx, { id: holding.id, from: from.id, to: to!.id, now: ctx.now })
    if (!moved) return false
    // Its log will have to lie inside an assignment; nothing is stored when the successor has the district already.
    const row = { hubId: handoverPlace(ctx.actor)!.id, mentorId: to!.id, startsOn: today(ctx.now) }
    await insertAssignment(tx, { ...row, ...moved, createdBy: userIdOf(ctx.actor)! })
    return true
  },
  async assignment(tx, ctx, { holding, to }) {
    const place = handoverPlace(ctx.actor)!
    const assignment = await findAssignment(tx, place.id, holding.id)
    if (!assignment) return false
    const date = today(ctx.now)
    // What was logged today lies inside the old assignment; the new one begins today as well.
    const isAhead = assignment.startsOn > date
    const endsOn = isAhead ? assignment.startsOn : addDays(date, 1)
    if (assignment.endsOn !== endsOn && !(await updateAssignmentEnd(tx, assignment, endsOn))) return false
    const startsOn = isAhead ? assignment.startsOn : date
    const { hubId, regionCode } = assignment
    const row = { hubId, regionCode, mentorId: to!.id, startsOn, endsOn: assignment.endsOn }
    // Nothing is stored when the successor has the district already.
    await insertAssignment(tx, { ...row, createdBy: userIdOf(ctx.actor)! })
    return true
  },
}

/** One letter to each person who takes something over, and one to the person who had it. */
function lettersAbout(moves: readonly Move[], organisation: string): Mail[] {
  const list = (some: readonly Move[]) =>
    some.map(({ holding: { label, ref, where } }) => `- ${[label, ref, where].filter(Boolean).join(', ')}`).join('\n')
  const receivers = new Map(moves.flatMap(({ to }) => (to ? [[to.id, to] as const] : [])))
  const received = [...receivers.values()].map(({ id, email, language, name }): Mail => {
    const own = moves.filter(({ to }) => to?.id === id)
    const params = { name, organisation, from: own[0]!.from.name, list: list(own), path: paths.work() }
    return { to: email, template: 'handover_received', language, params }
  })
  const [first] = moves
  if (!first) return received
  const { name, email, language } = first.from
  const given = { name, organisation, list: list(moves) }
  return [...received, { to: email, template: 'handover_given', language, params: given }]
}
