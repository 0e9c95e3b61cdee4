import { chosenOf } from '../domain/practice/practice-query.ts'
import { createVisitLog, type VisitKind, type VisitLog } from '../domain/statistics/visit-log.server.ts'
import { paths } from '../paths.ts'
import { askerOf, isForReader, isSent, type Sent } from './asker.ts'
import { readOnce } from './read-once.ts'

/** The counts of this process; a worker writes them. */
export const visitLog = createVisitLog()

type Item = Parameters<VisitLog['visited']>[0]['item']

const PRACTICE = /^\/(api\/v1\/)?practices\/(JIPP-\d{2}-\d{4,9})(\/v\d+|\.pdf|\/cite)?(?:\?|$)/
/** Photos are part of a page; they are named by their width. */
const DOCUMENT = /^\/files\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/(?!\d+\.(?:webp|avif)$)/

/**
 * Counts what was sent: a page of a practice, a file of it, its record, a comparison. An answer that nothing has changed
 * (304) counts as well: the reader opened the page again. `organisationId` of a reader who is signed in. Never throws.
 */
export function noteView(request: Sent, status: number, organisationId?: string): void {
  if (!isSent(request, status)) return
  const found = askedBy(request.originalUrl ?? request.url ?? '')
  // Programs are what the programming interface is for.
  if (!found || (found.kind !== 'apiReads' && !isForReader(request))) return
  const asker = askerOf(request)
  const reader = organisationId ? { ...asker, organisationId } : asker
  const now = new Date()
  for (const item of found.items) visitLog.visited({ kind: found.kind, reader, item, now })
}

type Asked = { kind: VisitKind; items: Item[] } | undefined

const askedBy = readOnce(readAddress)

function readAddress(url: string): Asked {
  const practice = PRACTICE.exec(url)
  if (practice) {
    const [, api, publicId = '', part] = practice
    if (api && part) return undefined
    return { kind: api ? 'apiReads' : kindOf(part), items: [{ publicId }] }
  }
  const [, fileId] = DOCUMENT.exec(url) ?? []
  if (fileId) return { kind: 'downloads', items: [{ fileId }] }
  if (!url.startsWith(`${paths.compare()}?`)) return undefined
  const chosen = chosenOf(new URLSearchParams(url.slice(url.indexOf('?') + 1)).getAll('id'))
  return chosen.length < 2 ? undefined : { kind: 'comparisons', items: chosen.map((publicId) => ({ publicId })) }
}

function kindOf(part: string | undefined): VisitKind {
  if (part === '.pdf') return 'downloads'
  return part === '/cite' ? 'citations' : 'views'
}
