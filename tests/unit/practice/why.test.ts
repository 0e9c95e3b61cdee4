import { expect, test } from 'vitest'
import { whySentence } from '#app/components/practice/why.ts'
import type { PracticeHit } from '#search/engine.ts'

const plain = {
  why: [],
  adoptions: 0,
  lifeStatus: 'unconfirmed',
  lifeConfirmedOn: null,
  evidence: 1,
  near: null,
  costToStart: null,
} satisfies Parameters<typeof whySentence>[0]
const say = (more: Partial<PracticeHit>, lang: 'id' | 'en' = 'id', sort?: 'cheapest') =>
  whySentence({ ...plain, ...more }, { lang, now: new Date('2026-11-22T03:00:00Z'), sort })

test('one sentence tells why a practice is shown', () => {
  const reason: Partial<PracticeHit> = {
    why: ['title', 'problem', 'summary'],
    adoptions: 3,
    lifeStatus: 'steady',
    lifeConfirmedOn: '2026-09-20',
    near: 'province',
  }
  expect(say(reason)).toBe(
    'Cocok di judul dan masalah · di provinsi Anda · 3 daerah mengadopsi · dikonfirmasi 2 bulan lalu',
  )
  expect(say(reason, 'en')).toBe(
    'Matches in title and problem · in your province · adopted in 3 places · confirmed 2 months ago',
  )
})

test('strong evidence is told, and the cost where that is the order', () => {
  expect(say({ evidence: 4 })).toBe('Diperiksa hub')
  expect(say({ costToStart: 50_000_000 }, 'id', 'cheapest')).toBe('Biaya awal Rp50 juta')
  expect(say({ costToStart: 50_000_000 })).toBeUndefined()
})

test('nothing is made up: what stopped is not called confirmed, and without a reason nothing is said', () => {
  expect(say({ lifeStatus: 'stopped', lifeConfirmedOn: '2026-09-20' })).toBeUndefined()
  expect(say({})).toBeUndefined()
})
