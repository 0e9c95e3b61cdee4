import type { AdoptionFile } from '#app/domain/adoption/adoption.ts'
import { signAgreement, writeAgreement } from '#app/domain/adoption/agree.server.ts'
import { answerInterest } from '#app/domain/adoption/answer-interest.server.ts'
import { readFile } from '#app/domain/adoption/change-adoption.server.ts'
import { addCandidate, choosePractice } from '#app/domain/adoption/choose-practice.server.ts'
import { cosignClosing, writeClosing } from '#app/domain/adoption/close-adoption.server.ts'
import { signLetter, writeLetter } from '#app/domain/adoption/declare-interest.server.ts'
import { adaptParts, planAdoption, setIndicator } from '#app/domain/adoption/design-adaptation.server.ts'
import { launchAdoption, reportOutcome } from '#app/domain/adoption/implement.server.ts'
import { passGate } from '#app/domain/adoption/pass-gate.server.ts'
import { processOf } from '#app/domain/adoption/process.ts'
import { recordVisit } from '#app/domain/adoption/record-visit.server.ts'
import { startAdoption } from '#app/domain/adoption/start-adoption.server.ts'
import { tickItems } from '#app/domain/adoption/tick-items.server.ts'
import { verifyInterest } from '#app/domain/adoption/verify-interest.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import type { World } from './world.ts'

/** A new adoption of the demo district, in step 1. */
export async function started(world: World) {
  const { db, hulu, actors } = world
  const need = await recordedNeed(db, { agencyId: hulu.id, createdBy: actors.lead.userId })
  const adoptionId = await startAdoption(world.ctx(actors.lead), need.publicId, { version: need.version })
  return { adoptionId, need, ...walker(world, adoptionId) }
}

/** The work of every step, each done by whom the process names. */
export function walker(world: World, adoptionId: string) {
  const { actors, ctx, practice, alternative } = world
  const read = (): Promise<AdoptionFile> => readFile(ctx({ kind: 'system', name: 'test' }), adoptionId)
  const target = async () => ({ adoptionId, version: (await read()).adoption.version })
  const openGate = async (actor: Actor) => passGate(ctx(actor), { ...(await target()), note: null })
  const tickAll = async () => {
    const { adoption } = await read()
    const items = processOf(1)[adoption.step - 1]!.items.filter(({ kind }) => kind === 'tick')
    const ticks = items.map(({ key }) => ({ key, done: true, note: 'diperiksa' }))
    return tickItems(ctx(actors.lead), { ...(await target()), items: ticks })
  }

  const works: Record<number, () => Promise<unknown>> = {
    1: async () => openGate(actors.head),
    2: async () => {
      await addCandidate(ctx(actors.lead), { ...(await target()), practiceId: practice.publicId })
      await addCandidate(ctx(actors.lead), { ...(await target()), practiceId: alternative.publicId })
      const choice = { practiceId: practice.publicId, reason: 'Paling murah dan tidak butuh internet' }
      await choosePractice(ctx(actors.lead), { ...(await target()), ...choice })
      await tickAll()
      await openGate(actors.lead)
    },
    3: async () => {
      await letter()
      await verifyInterest(ctx(actors.curator), { ...(await target()), verdict: 'valid', note: null })
      await answerInterest(ctx(actors.sourceAdmin), { ...(await target()), answer: 'accept', note: null })
    },
    4: async () => {
      await recordVisit(ctx(actors.lead), {
        ...(await target()),
        heldOn: '2026-11-10',
        mode: 'remote',
        participants: 7,
        findings: 'Penjaga dipilih warga, bukan ditunjuk lurah.',
        mustKeep: 'Penjaga dipilih warga',
      })
      await tickAll()
      await openGate(actors.mentor)
    },
    5: async () => {
      await agreement()
      await signAgreement(ctx(actors.head), { ...(await target()), side: 'adopter' })
      await signAgreement(ctx(actors.sourceHead), { ...(await target()), side: 'source' })
    },
    6: async () => {
      await adaptParts(ctx(actors.lead), { ...(await target()), parts: PARTS })
      await setIndicator(ctx(actors.lead), { ...(await target()), ...INDICATOR })
      await planAdoption(ctx(actors.lead), {
        ...(await target()),
        title: 'Rencana aksi',
        number: null,
        datedOn: '2026-11-15',
        body: 'Januari: pilih penjaga. Februari: uji coba.',
        plannedCost: 42_000_000,
      })
      await openGate(actors.head)
    },
    7: async () => {
      await launchAdoption(ctx(actors.lead), { ...(await target()), launchedOn: '2026-11-16', spentCost: 1_000_000 })
      const { indicators } = await read()
      await reportOutcome(ctx(actors.lead), {
        ...(await target()),
        month: 3,
        measuredOn: '2026-11-21',
        narrative: 'Lampu diperbaiki dalam tiga hari.',
        values: [{ indicatorId: indicators[0]!.id, value: 80 }],
      })
      await tickAll()
      await openGate(actors.manager)
    },
    8: async () => {
      await writeClosing(ctx(actors.lead), { ...(await target()), ...CLOSING })
      await cosignClosing(ctx(actors.sourceHead), { ...(await target()), side: 'source' })
      await cosignClosing(ctx(actors.curator), { ...(await target()), side: 'hub' })
    },
  }

  /** Writes and signs the letter of interest. */
  async function letter() {
    const text = { letterNumber: '000/12/2026', letterOn: '2026-11-05', message: 'Kami ingin belajar dan mengadopsi.' }
    await writeLetter(ctx(actors.lead), { ...(await target()), ...text })
    await signLetter(ctx(actors.head), await target())
  }
  async function agreement() {
    const text = { number: 'PKS/1/2026', title: 'Kesepakatan adopsi', scope: 'Pendampingan lima hari.' }
    await writeAgreement(ctx(actors.lead), { ...(await target()), ...text, startsOn: '2026-11-12' })
    await tickAll()
  }
  /** Does all the work up to the beginning of a step; 9 is the end. */
  async function walkTo(step: number) {
    for (let at = (await read()).adoption.step as number; at < step; at++) await works[at]!()
    return read()
  }
  return { read, target, openGate, tickAll, letter, agreement, walkTo, works }
}

export const PARTS = [
  {
    part: 'Penjaga lampu di setiap RT',
    kind: 'optional' as const,
    decision: 'kept' as const,
    becomes: null,
    reason: null,
  },
  {
    part: 'Laporan lewat pesan singkat',
    kind: 'adaptable' as const,
    decision: 'changed' as const,
    becomes: 'Laporan lewat kentongan',
    reason: 'Sinyal lemah',
  },
]

export const INDICATOR = {
  name: 'Lampu jalan yang menyala',
  unit: '%',
  baselineValue: 61,
  baselineOn: '2026-09-01',
  targetValue: 90,
}

export const CLOSING = {
  comparison: 'Dari 61% menjadi 80% dalam tiga bulan.',
  differences: 'Laporan lewat kentongan.',
  legalBasis: 'Peraturan Bupati Nomor 3 Tahun 2026',
  nextBudget: 'RKPD 2027, Rp40 juta',
  lessons: 'Mulai dari kampung yang paling gelap.',
}
