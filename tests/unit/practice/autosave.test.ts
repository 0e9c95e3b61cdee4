import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SaveState } from '#app/components/practice/editor/autosave.ts'
import type { FormEntries } from '#app/domain/practice/section-form.ts'

/* The page's side of saving, against a server of which every answer is decided here. */
const text = (value: string): FormEntries => [['text.id', value]]
type Reply = 'lost' | { status: number; body?: unknown }

let sent: URLSearchParams[]
let replies: Reply[]
let form: FormEntries
let states: SaveState[]
let news: FormEntries[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
  vi.stubGlobal('document', { cookie: '' })
  ;[sent, replies, states, news] = [[], [], [], []]
  form = text('Semula.')
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(new URLSearchParams(body))
    const reply = replies.shift() ?? { status: 200, body: saved(`b${sent.length}`) }
    if (reply === 'lost') throw new TypeError('network')
    return { type: 'basic', status: reply.status, ok: reply.status < 300, json: async () => reply.body }
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const saved = (base: string, merged: unknown = null) => ({
  ok: true,
  base,
  savedAt: '2026-11-22T03:00:00.000Z',
  merged,
})

async function page(more: object = {}) {
  const { Autosave } = await import('#app/components/practice/editor/autosave.ts')
  return new Autosave({
    url: '/autosave',
    id: { userId: 'u1', revisionId: 'r1', section: 'background' },
    about: { title: '', url: '' },
    origin: { base: 'b0', entries: form },
    read: () => form,
    onState: (state) => states.push(state),
    onDevice: () => {},
    onOrigin: () => {},
    onNews: (server) => {
      news.push(server.entries)
      return false
    },
    ...more,
  })
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const last = () => states.at(-1)

test('saves after a pause, and while somebody types on after ten seconds', async () => {
  const saver = await page()
  for (let n = 0; n < 12; n++) {
    form = text(`Ketik ${n}`)
    saver.typed()
    await pass(1_000)
  }
  expect(sent).toHaveLength(1)
  await pass(2_000)
  expect(sent.map((one) => one.get('text.id')).at(-1)).toBe('Ketik 11')
  expect(last()).toMatchObject({ kind: 'saved' })
  expect(sent.at(-1)!.get('base')).toBe('b1')
  expect(sent.at(-1)!.get('writer')).toBe('u1')
})

test('what got no answer is sent again as it was, before anything newer', async () => {
  const saver = await page()
  replies = ['lost']
  form = text('Pertama.')
  saver.typed()
  await pass(1_600)
  expect(last()).toEqual({ kind: 'offline' })
  form = text('Pertama. Kedua.')
  saver.typed()
  await pass(3_100)
  expect(sent.map((one) => [one.get('base'), one.get('text.id')])).toEqual([
    ['b0', 'Pertama.'],
    ['b0', 'Pertama.'],
  ])
  await pass(1_600)
  expect(sent.at(-1)!.get('text.id')).toBe('Pertama. Kedua.')
  expect(sent.at(-1)!.get('base')).toBe('b2')
  expect(last()).toMatchObject({ kind: 'saved' })
})

test.each([500, 503, 429])('a server that answers %i is asked again', async (status) => {
  const saver = await page()
  replies = [{ status }, { status }]
  saver.typed()
  form = text('Ditulis.')
  await pass(1_600)
  expect(last()).toEqual({ kind: 'offline' })
  await pass(10_000)
  expect(last()).toMatchObject({ kind: 'saved' })
  expect(sent).toHaveLength(3)
})

test('signed out: the text waits, and saves itself once somebody is signed in again', async () => {
  const saver = await page()
  replies = [{ status: 401 }, { status: 401 }]
  form = text('Ditulis.')
  saver.typed()
  await pass(1_600)
  expect(last()).toEqual({ kind: 'signed_out' })
  form = text('Ditulis terus.')
  saver.typed()
  await pass(5_000)
  expect(last()).toEqual({ kind: 'signed_out' })
  expect(sent).toHaveLength(1)
  saver.retry()
  await pass(100)
  expect(last()).toEqual({ kind: 'signed_out' })
  saver.retry()
  await pass(3_000)
  expect(last()).toMatchObject({ kind: 'saved' })
  expect(sent.at(-1)!.get('text.id')).toBe('Ditulis terus.')
})

test('the text it began with is sent once the server needs it to merge, and news do not become the origin', async () => {
  const saver = await page()
  const stale = { ok: false, problem: 'conflict', detail: { base: 'x', theirs: [], fields: null } }
  const merged = { base: 'm1', entries: text('Keduanya.') }
  replies = [
    { status: 409, body: stale },
    { status: 200, body: saved('b1', merged) },
  ]
  form = text('Punya saya.')
  saver.typed()
  await pass(1_700)
  expect(sent.map((one) => one.get('ancestor'))).toEqual([null, JSON.stringify(text('Semula.'))])
  expect(news).toEqual([text('Keduanya.')])
  form = text('Punya saya lagi.')
  saver.typed()
  await pass(1_600)
  expect(sent.at(-1)!.get('base')).toBe('b1')
  expect(sent.at(-1)!.get('ancestor')).toBe(JSON.stringify(text('Punya saya.')))
})

test('a contradiction stops saving until somebody has decided', async () => {
  const saver = await page()
  const detail = { base: 'x', theirs: [], fields: [{ name: 'text.id', mine: 'A', theirs: 'B', both: null }] }
  replies = [{ status: 409, body: { ok: false, problem: 'conflict', detail } }]
  form = text('A')
  saver.typed()
  await pass(1_600)
  expect(last()).toEqual({ kind: 'conflict', detail })
  form = text('A, lagi')
  saver.typed()
  await pass(20_000)
  expect(sent).toHaveLength(1)
  saver.decide('x', new Map([['text.id', 'mine']]))
  await pass(100)
  const post = sent.at(-1)!
  expect([post.get('seen'), post.get('choice:text.id'), post.get('text.id')]).toEqual(['x', 'mine', 'A, lagi'])
  expect(last()).toMatchObject({ kind: 'saved' })
})

test('a text that the server does not take is sent again once it is corrected', async () => {
  const saver = await page()
  replies = [{ status: 422, body: { ok: false, problem: 'invalid', errors: { 'text.id': ['Terlalu panjang.'] } } }]
  form = text('x')
  saver.typed()
  await pass(1_600)
  expect(last()).toMatchObject({ kind: 'refused' })
  expect(saver.isClean).toBe(false)
  await pass(60_000)
  expect(sent).toHaveLength(1)
  form = text('Benar.')
  saver.typed()
  await pass(1_600)
  expect(last()).toMatchObject({ kind: 'saved' })
})

test('what waits for a save happens once the text is there, and never after a save that was refused or lost', async () => {
  const saver = await page()
  const told: string[] = []
  const wait = (name: string) =>
    saver.afterSave(
      () => told.push(name),
      (why) => told.push(`${name}: ${why}`),
    )
  wait('clean')
  expect(told).toEqual(['clean'])
  form = text('Satu.')
  saver.typed()
  wait('saved')
  await pass(100)
  expect(told.at(-1)).toBe('saved')

  replies = [{ status: 422, body: { ok: false, problem: 'invalid', errors: { 'text.id': ['x'] } } }]
  form = text('Dua.')
  saver.typed()
  wait('refused')
  await pass(100)
  expect(told.at(-1)).toBe('refused: refused')
  form = text('Tiga.')
  saver.typed()
  await pass(2_000)
  expect(last()).toMatchObject({ kind: 'saved' })

  replies = ['lost']
  form = text('Empat.')
  saver.typed()
  wait('lost')
  await pass(20_000)
  expect(last()).toMatchObject({ kind: 'saved' })

  replies = [{ status: 401 }]
  form = text('Lima.')
  saver.typed()
  wait('out')
  await pass(100)
  expect(told).toEqual(['clean', 'saved', 'refused: refused', 'lost: away', 'out: signed_out'])
})
