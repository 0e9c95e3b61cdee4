import { createHash } from 'node:crypto'
import type { Database, Executor, Transaction } from '#db/client.server.ts'
import { listPublishedPracticesByKey } from '#db/queries/practices-public.server.ts'
import {
  listDocuments,
  lockDocuments,
  type PracticeDocumentRow,
  replaceDocuments,
} from '#db/queries/search-documents.server.ts'
import { upsertOutboxFailed } from '#db/queries/search-queue.server.ts'
import type { IndexedDocument } from './engine.ts'
import { checksumOf, type PracticeDocument, toDocument } from './indexes/practices.ts'
import { toMeilisearch } from './indexes/practices-meilisearch.ts'
import { VOCABULARY } from './language/glossary.ts'
import { stem } from './language/stem.ts'
import { tokenise } from './language/tokenise.ts'
import { keptOf } from './memory/entry.ts'
import { documentTerms, packTerms } from './ranking/document-terms.ts'

/**
 * Changes whenever words are taken apart in another way: documents of an older way are then stale, although the
 * practices have not changed. Told by what the rules make of a sample, so nobody has to remember a version number.
 */
export const FINGERPRINT: string = createHash('sha256')
  .update(
    JSON.stringify(
      VOCABULARY.map(({ terms, english, relation }) => [
        relation,
        ...[...terms, ...english].map((term) => tokenise(term).map(({ word }) => stem(word))),
      ]),
    ),
  )
  .update(JSON.stringify(rowOf({ document: sample(), checksum: '' })))
  .update(JSON.stringify(toMeilisearch({ document: sample(), checksum: '' })))
  .digest('base64url')
  .slice(0, 16)

/** Why the document of a practice could not be made. */
export type Failure = { practiceId: string; reason: string }

/** Published practices among some keys, as documents with their checksums; apart, those that cannot be one. */
export async function readDocuments(
  db: Executor,
  ids: readonly string[],
): Promise<{ documents: IndexedDocument[]; failed: Failure[] }> {
  const documents: IndexedDocument[] = []
  const failed: Failure[] = []
  for (const row of await listPublishedPracticesByKey(db, ids)) {
    try {
      const document = toDocument(row)
      documents.push({ document, checksum: checksumOf(document, FINGERPRINT) })
    } catch (error) {
      failed.push({ practiceId: row.id, reason: reasonOf(error) })
    }
  }
  return { documents, failed }
}

/** What went wrong at the root, short enough to be kept. The errors around it name addresses and whole statements. */
export function reasonOf(error: unknown): string {
  let root = error
  while (root instanceof Error && root.cause instanceof Error) root = root.cause
  return String(root instanceof Error ? root.message : root).slice(0, 500)
}

/** The documents that are stored for some practices: what Meilisearch is to hold. */
export async function storedDocuments(db: Executor, ids: readonly string[]): Promise<IndexedDocument[]> {
  const rows = await listDocuments(db, ids)
  return rows.map(({ checksum, document }) => ({ checksum, document: document as PracticeDocument }))
}

/**
 * Brings the stored documents of some practices level with the practices, in the caller's transaction: published ones
 * are written anew, all others taken away. Waits for other writers of documents before it reads. Throws when one of
 * the practices cannot be a document.
 */
export async function renewDocuments(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await lockDocuments(tx)
  const { documents, failed } = await readDocuments(tx, ids)
  if (failed[0]) throw new Error(failed[0].reason)
  const published = new Set(documents.map(({ document }) => document.practiceId))
  await replaceDocuments(
    tx,
    documents.map(rowOf),
    ids.filter((id) => !published.has(id)),
  )
}

/**
 * The same for many practices, a batch in a transaction; `onBatch` hears how many are done. A practice that cannot be a
 * document does not hold up the others: it keeps the document it had, and the reason is noted at its change.
 */
export async function renewAllDocuments(
  db: Database,
  ids: readonly string[],
  onBatch?: (done: number) => void,
): Promise<Failure[]> {
  const failures: Failure[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    try {
      await db.transaction((tx) => renewDocuments(tx, batch))
    } catch {
      for (const id of batch) await renewAlone(db, id).catch((error) => failures.push(failureOf(id, error)))
    }
    onBatch?.(Math.min(start + BATCH, ids.length))
  }
  for (const { practiceId, reason } of failures) await upsertOutboxFailed(db, practiceId, reason, RETRY_MS)
  return failures
}

const BATCH = 200
/** A practice that cannot be a document is tried again after this. */
const RETRY_MS = 60_000

const renewAlone = (db: Database, id: string) => db.transaction((tx) => renewDocuments(tx, [id]))
const failureOf = (practiceId: string, error: unknown): Failure => ({ practiceId, reason: reasonOf(error) })

function rowOf({ document, checksum }: IndexedDocument): PracticeDocumentRow {
  const found = documentTerms(document)
  return {
    practiceId: document.practiceId,
    publicId: document.publicId,
    version: document.version,
    checksum,
    document,
    entry: keptOf(document),
    terms: packTerms(found),
    words: found.words,
  }
}

/** A document with every kind of text, for the fingerprint. */
function sample(): PracticeDocument {
  const both = {
    id: 'Pelayanan jemput bola KTP-el bagi warga lanjut usia di pulau-pulau terpencil',
    en: 'Mobile services for older people',
  }
  const story = {
    summary: both,
    background: both,
    novelty: both,
    implementation: both,
    significance: both,
    replicated: both,
    adaptability: both,
    resources: both,
    sustainability: both,
  }
  return {
    practiceId: '',
    publicId: '',
    version: 1,
    isDemo: false,
    brand: "PAK'DE ON (Contoh)",
    title: both,
    tagline: both,
    subjects: { id: ['antrean'], en: ['queues'] },
    terms: { id: ['menunggu lama'], en: ['waiting time'] },
    problem: both,
    approach: both,
    story,
    results: ['Waktu: 3 hari → 1 jam'],
    agency: 'Pemerintah Kabupaten Contoh',
    unit: 'Dinas Contoh',
    country: 'KE',
    region: 'Kabupaten Contoh',
    regionCode: '99.99',
    province: 'Contoh',
    provinceCode: '99',
    sector: 'kesehatan',
    form: 'public_service',
    groups: ['lansia'],
    maturity: 'pilot',
    sdgs: [3],
    costToStart: 0,
    launchMonths: 3,
    licence: 'attribution',
    hub: { slug: 'hub-contoh', name: 'Hub Contoh' },
    topics: ['kesehatan'],
    startYear: 2020,
    awards: [],
    lifeStatus: 'unconfirmed',
    lifeConfirmedOn: null,
    evidence: 1,
    adoptions: 0,
    publishedOn: '2020-01-01',
  }
}
