import { expect, test } from 'vitest'
import { termsBase } from '#app/domain/practice/read-terms.server.ts'
import { contextFor } from '#app/http/context.server.ts'
import { action, loader } from '#app/routes/work.practices.$practiceId.terms.tsx'
import { findSearchTerms } from '#db/queries/practice-terms.server.ts'
import { routeArgs } from '#tests/support/route-args.ts'
import type { Cast } from './cast.ts'
import { practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const BASE = termsBase(null)
async function argsOf(publicId: string, who: Cast['author'], init?: RequestInit, lang = 'id') {
  const path = `/work/practices/${publicId}/terms?lang=${lang}`
  const args = routeArgs(stage.as(who), path, { practiceId: publicId }, init)
  const { userId, name, hat } = who
  const known = await contextFor(args)
  known.signedIn = { userId, name, hat, hats: [], email: 'uji@contoh.invalid', token: '', tokenHash: '' }
  return args
}

async function send(publicId: string, fields: [string, string][], who = cast.curator, lang = 'id') {
  const body = new URLSearchParams(fields)
  const answer = await action(await argsOf(publicId, who, { method: 'POST', body }, lang))
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('Location') }
  return { ...answer.data.result, status: answer.init?.status }
}
const termsOf = async (publicId: string) => findSearchTerms(db, (await stage.practice(publicId)).id)

test('what was typed and what was ticked is saved, and the page says so', async () => {
  const id = await stage.published()
  const answer = await send(id, [
    ['base', BASE],
    ['id', 'lampu padam\nPJU'],
    ['en', ''],
    ['addId', 'penerangan'],
    ['addEn', 'dark streets'],
    ['addEn', 'street light'],
  ])
  expect(answer).toEqual({ status: 302, location: `/work/practices/${id}/terms?done=saved` })
  expect(await termsOf(id)).toEqual({ id: ['lampu padam', 'PJU', 'penerangan'], en: ['dark streets', 'street light'] })
  expect(await loader(await argsOf(id, cast.curator))).toMatchObject({
    view: { terms: { en: ['dark streets', 'street light'] }, isPublished: true },
    done: null,
  })
})

test.each([
  ['id', '“x” terlalu pendek. Paling sedikit dua huruf atau angka.'],
  ['en', '“x” is too short. At least two letters or digits.'],
])('what is wrong is said next to the field in %s, and nothing that was typed is lost', async (lang, message) => {
  const id = await stage.published()
  const fields: [string, string][] = [
    ['base', BASE],
    ['id', 'lampu padam'],
    ['en', 'x'],
    ['addId', 'penerangan'],
  ]
  expect(await send(id, fields, cast.curator, lang)).toMatchObject({
    status: 422,
    error: { en: [message] },
    initialValue: { id: 'lampu padam', en: 'x', addId: 'penerangan' },
  })
  expect(await termsOf(id)).toBeNull()
})

test('over terms that somebody else saved: told, and what was typed stays', async () => {
  const id = await stage.published()
  await send(id, [
    ['base', BASE],
    ['id', 'satu kata'],
  ])
  const answer = await send(
    id,
    [
      ['base', BASE],
      ['id', 'dua kata'],
    ],
    cast.author,
  )
  expect(answer).toMatchObject({ status: 409, initialValue: { base: BASE, id: 'dua kata' } })
  expect(await termsOf(id)).toEqual({ id: ['satu kata'], en: [] })
})

test('a form of nothing at all changes nothing', async () => {
  const id = await stage.published()
  expect(await send(id, [])).toMatchObject({ status: 422 })
  expect(await termsOf(id)).toBeNull()
})
