import { updateProposalReading } from '#db/queries/proposals.server.ts'
import type { Sector } from '#db/vocabulary.ts'
import { createPractice } from '../practice/create-practice.server.ts'
import { saveSection, sectionBase } from '../practice/save-section.server.ts'
import type { Section } from '../practice/sections.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid } from '../shared/errors.ts'
import { type Choices, type Modes, patchesOf } from './offers.ts'
import { draftFor, proposalFor } from './read-proposal.server.ts'

/** Keeps where the author wants the parts of a Word file to go. */
export async function arrangeProposal(ctx: Context, id: string, choices: Choices): Promise<void> {
  const reading = await proposalFor(ctx, id)
  await updateProposalReading(ctx.db, reading.id, { choices: { ...choices } })
}

/** The form of the preview. */
type Input = { to: Choices } & (
  | {
      intent: 'fill'
      mode: Modes
      /** `sectionBase` of each section that the author had before them. */
      base: Readonly<Partial<Record<Section, string>>>
    }
  | { intent: 'begin'; brand: string; titleId: string; sector: Sector }
)

type Begin = Extract<Input, { intent: 'begin' }>

type Filled = {
  publicId: string
  filled: Section[]
  /** Sections that somebody else changed meanwhile: they were left alone. */
  changed: Section[]
}

/**
 * Puts the parts of a Word file into the sections of a draft, by default only into empty ones; without a draft one is
 * begun. Each section is saved as the editor saves it: what somebody changed since the preview is left alone and named.
 * Sent twice it has one effect.
 */
export async function fillFromProposal(ctx: Context, id: string, input: Input): Promise<Filled> {
  const { pieces, publicId: known, id: key, usedAt } = await proposalFor(ctx, id)
  const { to: choices } = input
  if (usedAt && known) return { publicId: known, filled: [], changed: [] }
  if (!known && input.intent !== 'begin') throw new Invalid({ '': ['proposalWithoutDraft'] })
  const publicId = known ?? (await createPractice(ctx, { ...(input as Begin), key })).publicId
  const { practice, content } = await draftFor(ctx, publicId)
  const patches = patchesOf(pieces, choices, input.intent === 'fill' ? input.mode : {}, content)
  if (patches.length === 0 && known) throw new Invalid({ '': ['proposalNothing'] })
  const [filled, changed]: [Section[], Section[]] = [[], []]
  for (const { section, patch } of patches) {
    const base = (input.intent === 'fill' && input.base[section]) || sectionBase(content, section)
    try {
      await saveSection(ctx, { practiceId: publicId, section, base, patch })
      filled.push(section)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      changed.push(section)
    }
  }
  await updateProposalReading(ctx.db, key, { choices: { ...choices }, practiceId: practice.id, usedAt: ctx.now })
  return { publicId, filled, changed }
}
