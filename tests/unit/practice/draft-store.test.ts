import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'

/*
 * Copies of what is not saved, on the device of the writer. Each test begins with a browser that has never been here.
 */
type Store = typeof import('#app/components/practice/editor/draft-store.ts')

const ID = { userId: 'u1', revisionId: 'r1', section: 'background' }
const NOW = Date.parse('2026-11-22T03:00:00Z')
const DAY = 86_400_000
const copy = (text: string, at = NOW) => ({
  entries: [['text.id', text] as const],
  base: 'b1',
  ancestor: [['text.id', 'Semula.'] as const],
  pending: null,
  at,
  about: { title: 'Praktik: Latar belakang', url: '/work/practices/JIPP-97-0001/edit/background' },
})

let small: Map<string, string>
let store: Store

beforeEach(async () => {
  vi.resetModules()
  vi.stubGlobal('indexedDB', new IDBFactory())
  small = new Map()
  vi.stubGlobal('localStorage', smallStorage())
  vi.stubGlobal('document', { cookie: '' })
  store = await import('#app/components/practice/editor/draft-store.ts')
})

/** The storage for small things: its keys are its properties. */
function smallStorage() {
  const methods = {
    getItem: (key: string) => small.get(key) ?? null,
    setItem: (key: string, value: string) => void small.set(key, value),
    removeItem: (key: string) => void small.delete(key),
  }
  return new Proxy(methods, {
    ownKeys: () => [...small.keys()],
    getOwnPropertyDescriptor: (_target, key) =>
      small.has(String(key)) ? { enumerable: true, configurable: true, value: small.get(String(key)) } : undefined,
  })
}

const cookie = () => (document as { cookie: string }).cookie

test('a copy is found again by the one who wrote it, and by nobody else', async () => {
  expect(await store.keepDraft(ID, copy('Satu.'))).toBe('kept')
  expect(await store.findDraft(ID)).toEqual(copy('Satu.'))
  expect(await store.findDraft({ ...ID, userId: 'u2' })).toBeUndefined()
  expect(await store.findDraft({ ...ID, section: 'novelty' })).toBeUndefined()
})

test('the sign for signing out stands while anything is kept', async () => {
  await store.keepDraft(ID, copy('Satu.'))
  await store.keepDraft({ ...ID, section: 'novelty' }, copy('Dua.'))
  expect(cookie()).toContain('jipp_unsaved=1')
  await store.dropDraft(ID)
  expect(cookie()).not.toContain('max-age=0')
  await store.dropDraft({ ...ID, section: 'novelty' })
  expect(cookie()).toContain('max-age=0')
})

test('a device without a database keeps a copy lightly, one without any storage says so', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  expect(await store.keepDraft(ID, copy('Satu.'))).toBe('lightly')
  expect(await store.findDraft(ID)).toEqual(copy('Satu.'))
  await store.dropDraft(ID)
  expect(await store.findDraft(ID)).toBeUndefined()
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  expect(await store.keepDraft(ID, copy('Dua.'))).toBe('refused')
})

test('copies of the form before are taken over; damaged ones count as none', async () => {
  small.set('jipp:draft:r1:background', JSON.stringify({ entries: [['text.id', 'Lama.']], base: 'b0', at: NOW }))
  expect(await store.findDraft(ID)).toMatchObject({ entries: [['text.id', 'Lama.']], base: 'b0', ancestor: [] })
  await store.dropDraft(ID)
  expect(small.size).toBe(0)
  small.set('jipp:draft:r1:background', '{"entries":[["text.id"]]')
  expect(await store.findDraft(ID)).toBeUndefined()
})

test('after thirty days a copy is forgotten', async () => {
  await store.keepDraft(ID, copy('Lama.', NOW - 31 * DAY))
  await store.keepDraft({ ...ID, section: 'novelty' }, copy('Baru.', NOW - 29 * DAY))
  small.set('jipp:draft:r9:background', JSON.stringify({ entries: [], base: 'b', at: NOW - 31 * DAY }))
  await store.sweepDrafts(NOW)
  expect(await store.findDraft(ID)).toBeUndefined()
  expect(await store.findDraft({ ...ID, section: 'novelty' })).toBeDefined()
  expect(small.size).toBe(0)
})

test('while a copy is written only the newest waits, and only the newest is called kept', async () => {
  const kept: string[] = []
  const writer = new store.DraftWriter(ID, (how) => kept.push(how))
  const writing = Array.from({ length: 20 }, (_, n) => writer.keep(copy(`Ketikan ${n}.`)))
  await Promise.all(writing)
  expect(kept).toEqual(['kept'])
  expect(await store.findDraft(ID)).toEqual(copy('Ketikan 19.'))
  await Promise.all([writer.keep(copy('Lagi.')), writer.drop()])
  expect(await store.findDraft(ID)).toBeUndefined()
})
