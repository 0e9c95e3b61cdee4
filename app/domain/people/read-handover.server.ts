import {
  findPersonOf,
  type Holding,
  listHoldings,
  listHoldingsOfLeavers,
  listHoldingsOfMembers,
  listNames,
  listSuccessors,
} from '#db/queries/handover.server.ts'
import { listMembers } from '#db/queries/people.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import type { WorkItem } from '../shared/work-item.ts'
import type { HandoverChoice } from './handover.schema.ts'
import { canTakeOver, handoverPlace } from './handover.ts'

const countByPerson = (holdings: readonly Holding[]) =>
  holdings.reduce((counts, { userId }) => counts.set(userId, (counts.get(userId) ?? 0) + 1), new Map<string, number>())

/** Who holds what in the own organisation: those who left first, then everybody else. */
export async function readHandoverPeople(ctx: Context) {
  const place = handoverPlace(ctx.actor)
  if (!place) throw new Forbidden('hands over nothing')
  const date = today(ctx.now)
  const [left, held, members] = await Promise.all([
    listHoldingsOfLeavers(ctx.db, place, date),
    listHoldingsOfMembers(ctx.db, place, date),
    listMembers(ctx.db, place.id, date),
  ])
  const counts = countByPerson(held)
  const leavers = countByPerson(left)
  const names = await listNames(ctx.db, [...leavers.keys()])
  const people = new Map(members.map(({ userId, name }) => [userId, name]))
  return {
    organisation: place.name,
    leavers: names.map(({ id, name }) => ({ id, name, held: leavers.get(id) ?? 0 })),
    members: [...people].map(([id, name]) => ({ id, name, held: counts.get(id) ?? 0 })),
  }
}

type Choices = { all: string | null; to: readonly HandoverChoice[]; mailbox: string | null }

/** What one person holds, who could take each thing over, and what the choices made so far come to. */
export async function readHandover(ctx: Context, personId: string, { all, to, mailbox }: Choices) {
  const place = handoverPlace(ctx.actor)
  if (!place) throw new Forbidden('hands over nothing')
  const date = today(ctx.now)
  const person = await findPersonOf(ctx.db, place.id, personId)
  if (!person) throw new NotFound('nobody of this organisation')
  const [holdings, others] = await Promise.all([
    listHoldings(ctx.db, place, personId, date),
    listSuccessors(ctx.db, place.id, date),
  ])
  const successors = others.filter(({ id }) => id !== personId)
  const rows = holdings.map((holding) => {
    const able = successors
      .filter(({ roles }) => canTakeOver(holding.kind, roles))
      .map(({ id, name }) => ({ id, name }))
    const own = to.find(({ kind, id }) => kind === holding.kind && id === holding.id)?.to
    const wanted = own ?? (holding.kind === 'contact' && mailbox ? 'mailbox' : (all ?? 'keep'))
    const chosen =
      wanted === 'mailbox' ? (mailbox ? wanted : 'keep') : able.some(({ id }) => id === wanted) ? wanted : 'keep'
    return { ...holding, able, own: own ?? null, chosen }
  })
  return {
    organisation: place.name,
    person: { id: person.id, name: person.name, leftOn: person.left_on },
    rows,
    successors: successors.map(({ id, name }) => ({ id, name })),
    all,
    mailbox,
  }
}

/** What waits for the keeper of an organisation: people who left and still hold something. */
export async function handoverWorkItems(ctx: Context): Promise<WorkItem[]> {
  const place = handoverPlace(ctx.actor)
  if (!place) return []
  const counts = countByPerson(await listHoldingsOfLeavers(ctx.db, place, today(ctx.now)))
  const names = await listNames(ctx.db, [...counts.keys()])
  return names.map(({ id, name }) => ({
    kind: 'handover',
    params: { about: name, more: (counts.get(id) ?? 1) - 1 || undefined },
    href: paths.handover({ person: id }),
    since: ctx.now,
    urgent: true,
  }))
}
