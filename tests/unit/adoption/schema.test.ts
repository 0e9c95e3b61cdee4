import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  adaptationSchema,
  adoptionFilterSchema,
  agreementSchema,
  answerSchema,
  candidateSchema,
  indicatorSchema,
  moveSchema,
  pauseSchema,
  verificationSchema,
  visitSchema,
} from '#app/domain/adoption/adoption.schema.ts'
import { boardFilterSchema, needSchema } from '#app/domain/adoption/need.schema.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { validationMessage } from '#app/i18n/validation.ts'

const TODAY = '2026-11-22'

/** Field and message of everything wrong with an input. */
function wrong(schema: z.ZodType, input: unknown): string[] {
  const result = schema.safeParse(input)
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const visit = { version: 1, heldOn: TODAY, mode: 'remote', participants: 5, findings: 'Serupa.', mustKeep: '' }

describe('dates', () => {
  test('a visit lies in the past, a review ahead', () => {
    expect(wrong(visitSchema(TODAY), visit)).toEqual([])
    expect(wrong(visitSchema(TODAY), { ...visit, heldOn: '2026-11-23' })).toEqual(['heldOn: dateInFuture'])
    expect(wrong(pauseSchema(TODAY), { version: 1, reviewOn: TODAY, note: 'x' })).toEqual(['reviewOn: dateInPast'])
    expect(wrong(pauseSchema(TODAY), { version: 1, reviewOn: '2026-11-23', note: 'x' })).toEqual([])
  })

  test('an end is not before its beginning', () => {
    const text = { intent: 'write', version: 1, number: '1', title: 'x', scope: 'x', startsOn: TODAY }
    expect(wrong(agreementSchema, text)).toEqual([])
    expect(wrong(agreementSchema, { ...text, endsOn: '2026-11-21' })).toEqual(['endsOn: endBeforeStart'])
    const indicator = { intent: 'set', version: 1, name: 'x', unit: '%', baselineValue: 1, baselineOn: TODAY }
    expect(wrong(indicatorSchema(TODAY), { ...indicator, targetValue: 2, targetOn: '2026-01-01' })).toEqual([
      'targetOn: endBeforeStart',
    ])
    expect(wrong(indicatorSchema(TODAY), { ...indicator, targetValue: 1 })).toEqual(['targetValue: targetIsBaseline'])
  })
})

describe('reasons', () => {
  test('saying no needs one, saying yes does not', () => {
    expect(wrong(verificationSchema, { version: 1, verdict: 'valid' })).toEqual([])
    expect(wrong(verificationSchema, { version: 1, verdict: 'returned', note: '  ' })).toEqual(['note: required'])
    expect(wrong(answerSchema, { version: 1, answer: 'accept' })).toEqual([])
    expect(wrong(answerSchema, { version: 1, answer: 'decline' })).toEqual(['note: required'])
  })

  test('a part that is not kept says why, a change also into what', () => {
    const parts = [
      { part: 'A', decision: 'kept' },
      { part: 'B', decision: 'dropped' },
      { part: 'C', decision: 'changed', reason: 'x' },
      { part: 'D' },
      { part: '  ', decision: 'changed' },
      { part: 'A', decision: 'kept' },
    ]
    expect(wrong(adaptationSchema, { version: 1, parts })).toEqual([
      'parts.1.reason: required',
      'parts.2.becomes: required',
      'parts.3.decision: required',
      'parts.5.part: duplicatePart',
    ])
    const fine = adaptationSchema.parse({ version: 1, parts: [{ part: ' A ', decision: 'kept' }, {}] })
    expect(fine.parts).toEqual([{ part: 'A', kind: 'adaptable', decision: 'kept', becomes: null, reason: null }])
  })

  test.each([
    ['HENTIKAN', []],
    [' stop ', []],
    ['berhenti', ['confirmation: stopWord']],
  ])('a stop is confirmed by typing %s', (confirmation, expected) => {
    const stop = { intent: 'stop', version: 1, reason: 'budget', note: 'x', confirmation }
    expect(wrong(moveSchema, stop)).toEqual(expected)
  })
})

test('numbers of practices are taken as people write them', () => {
  const add = (practiceId: string) => candidateSchema.safeParse({ intent: 'add', version: 1, practiceId })
  expect(add(' jipp-35-0042 ').data).toMatchObject({ practiceId: 'JIPP-35-0042' })
  expect(add('35-0042').success).toBe(false)
  expect(add('JIPP-35-0042; drop table').success).toBe(false)
})

test('nobody’s identity number gets into a need', () => {
  const need = { problem: 'Warga 3510 1234 5678 9012 menunggu' }
  expect(wrong(needSchema, need)).toEqual(['problem: idNumber'])
  expect(needSchema.parse({ problem: ' Menunggu ', affectedGroup: ' ' })).toMatchObject({
    problem: 'Menunggu',
    affectedGroup: null,
    laporCount: null,
  })
})

test.each([
  [{}, { state: null, page: 1 }],
  [
    { state: 'paused', page: '3' },
    { state: 'paused', page: 3 },
  ],
  [
    { state: 'nonsense', page: '-1' },
    { state: null, page: 1 },
  ],
  [
    { state: '', page: 'abc' },
    { state: null, page: 1 },
  ],
])('the address %j is read as %j', (query, expected) => {
  expect(adoptionFilterSchema.parse(query)).toEqual(expected)
})

test.each([
  [
    { province: '35', page: '2' },
    { province: '35', page: 2 },
  ],
  [
    { province: "35' or 1=1", page: '1e9' },
    { province: null, page: 1 },
  ],
])('the board reads %j as %j', (query, expected) => {
  expect(boardFilterSchema.parse(query)).toEqual(expected)
})

test('every message of these forms is a sentence in both languages', () => {
  for (const lang of ['id', 'en'] as const) {
    for (const key of ['stopWord', 'duplicatePart', 'idNumber', 'practiceNumber', 'targetIsBaseline', 'required']) {
      expect(validationMessage(lang, key, adoptionMessages(lang)), key).toMatch(/^[A-Z].*\.$/)
    }
  }
})
