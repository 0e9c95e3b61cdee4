import type { Card } from './card.ts'
import type { Sheet } from './sheet.ts'

/** What the press can make. Everything that is shown is in the job: the same job gives the same bytes. */
export type PressJob = { kind: 'sheet'; sheet: Sheet } | { kind: 'card'; card: Card }

export type PressAnswer = { bytes: Uint8Array } | { problem: string }
