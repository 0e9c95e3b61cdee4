import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { findProposalReading, type ProposalReading } from '#db/queries/proposals.server.ts'
import { canCreatePractice } from '../practice/practice.policy.ts'
import { WRITABLE_REVISION_STATES } from '../practice/practice.ts'
import { openRevision, personOf, practiceFor, titleOf } from '../practice/practice-moves.server.ts'
import { sectionBase } from '../practice/save-section.server.ts'
import { SECTIONS, type Section } from '../practice/sections.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden, InvalidTransition, NotFound } from '../shared/errors.ts'
import { type Choices, defaultMode, offersOf, targetOf, titleWithin } from './offers.ts'
import type { Piece } from './place-blocks.ts'

/** An uploaded Word file of this author, with its parts as this code knows them. */
export async function proposalFor(ctx: Context, id: string) {
  if (!canCreatePractice(ctx.actor)) throw new Forbidden('only authors read proposals', ['author'])
  const reading = UUID.test(id) ? await findProposalReading(ctx.db, { id, userId: personOf(ctx) }) : undefined
  if (!reading) throw new NotFound(`no word file ${id} of this person`)
  return { ...reading, pieces: reading.pieces as Piece[], choices: reading.choices as Choices }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The draft that a Word file may be put into; throws unless this author may write in it now. */
export async function draftFor(ctx: Context, publicId: string) {
  const practice = await practiceFor(ctx, publicId, 'edit')
  const open = openRevision(practice, 'edit')
  if (!WRITABLE_REVISION_STATES.includes(open.state)) throw new InvalidTransition(open.state, 'edit')
  const revision = await findRevision(ctx.db, open.id)
  return { practice, title: titleOf(practice), content: revision!.content }
}

/** The preview of a Word file: what goes where, what is left over, and what stands in the draft already. */
export async function readProposal(ctx: Context, id: string) {
  const { pieces, choices, ...reading } = await proposalFor(ctx, id)
  const draft = reading.publicId && !reading.usedAt ? await draftFor(ctx, reading.publicId) : null
  const offers = offersOf(pieces, choices, draft?.content ?? null).map((offer) => ({
    ...offer,
    mode: defaultMode(offer),
  }))
  const brand = offers.find(({ target }) => target === 'brand')?.text.slice(0, 300) ?? ''
  return {
    ...head(reading),
    pieces: pieces.map((piece, index) => ({ ...piece, index, goesTo: targetOf(piece, index, choices) })),
    offers,
    draft: draft && { publicId: draft.practice.publicId, title: draft.title },
    bases: draft ? basesOf(draft.content) : null,
    suggested: { brand, title: titleWithin(brand) },
  }
}

const head = ({ id, fileName, images, createdAt, usedAt, publicId }: Omit<ProposalReading, 'pieces' | 'choices'>) => ({
  ...{ id, fileName, images, createdAt, usedAt, publicId },
})

const basesOf = (content: Parameters<typeof sectionBase>[0]) =>
  Object.fromEntries(SECTIONS.map((section) => [section, sectionBase(content, section)])) as Record<Section, string>

export type ProposalView = Awaited<ReturnType<typeof readProposal>>
