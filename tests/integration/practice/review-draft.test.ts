import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { action, loader } from '#app/routes/work.review.$practiceId.tsx'
import { routeArgs } from '#tests/support/route-args.ts'
import type { Cast } from './cast.ts'
import { practiceStage } from './stage.ts'

const { cast, stage } = await practiceStage()

/** The page of the review as this person, signed in. */
async function page(practiceId: string, who: Cast['admin'], init: RequestInit = {}) {
  const args = routeArgs(stage.as(who), paths.review(practiceId), { practiceId }, init)
  const known = (await args.context.memo.context)!
  const { userId, name, hat } = who
  const signedIn = { token: '', tokenHash: '', userId, name, email: '', hat, hats: hat ? [hat] : [] }
  args.context.memo.context = Promise.resolve({ ...known, signedIn })
  return args
}

const send = async (practiceId: string, who: Cast['admin'], fields: Record<string, string>) =>
  action(await page(practiceId, who, { method: 'POST', body: new URLSearchParams(fields) }))

const read = async (practiceId: string, who: Cast['admin']) => (await loader(await page(practiceId, who))).data.view!

const MESSAGE = 'Mohon lengkapi angka tahun 2024.'

test('a remark, an answer, a claim: what was typed for the decision and elsewhere is still there', async () => {
  const id = await stage.submitted()
  const { seen, open } = await read(id, cast.admin)
  const typed = {
    ...{ intent: 'decide_documents', version: String(open.version), seen, message: MESSAGE, checks: 'owner' },
    ...{ decision: 'request_changes', 'note.results.body': 'Satuannya?' },
  }
  await send(id, cast.admin, { ...typed, 'note.background.body': 'Kapan?', act: 'comment background' })
  const after = await read(id, cast.admin)
  expect(after.comments).toMatchObject([{ section: 'background', body: 'Kapan?', required: false }])
  expect(after.draft?.values).toEqual({
    ...{ message: MESSAGE, checks: ['owner'], decision: 'request_changes', 'note.results.body': 'Satuannya?' },
  })
  const remark = after.comments[0]!.id
  await send(id, cast.admin, { ...typed, [`reply.${remark}.body`]: 'Tahun berapa?', act: `reply ${remark}` })
  await send(id, cast.admin, { ...typed, act: 'claim' })
  const later = await read(id, cast.admin)
  expect(later.comments[0]!.replies).toMatchObject([{ body: 'Tahun berapa?' }])
  expect([later.mine, later.draft?.values.message]).toEqual([true, MESSAGE])
})

test('it is kept on leaving, for that reviewer alone, and gone once it was sent', async () => {
  const id = await stage.submitted()
  const { seen, open } = await read(id, cast.admin)
  await send(id, cast.admin, { act: 'save_draft', seen, message: MESSAGE })
  expect((await read(id, cast.admin)).draft?.values.message).toBe(MESSAGE)
  expect((await read(id, cast.secondAdmin)).draft).toBeNull()
  await send(id, cast.admin, {
    ...{
      intent: 'decide_documents',
      decision: 'request_changes',
      version: String(open.version),
      seen,
      message: MESSAGE,
    },
  })
  await stage.submit(id)
  expect((await read(id, cast.admin)).draft).toBeNull()
})

test('an approval leaves nothing behind: a later review begins empty', async () => {
  const id = await stage.submitted()
  const { seen, open } = await read(id, cast.admin)
  const sent = {
    intent: 'decide_documents',
    decision: 'approve',
    version: String(open.version),
    seen,
    message: MESSAGE,
  }
  const checks = new URLSearchParams([...Object.entries(sent), ['checks', 'owner'], ['checks', 'documents']])
  checks.append('checks', 'personal_data')
  await action(await page(id, cast.admin, { method: 'POST', body: checks }))
  expect((await stage.open(id)).state).toBe('document_verified')
  await stage.giveBack(id, cast.curator)
  await stage.submit(id)
  expect((await read(id, cast.admin)).draft).toBeNull()
})

test('a remark that is refused is kept with the rest; emptied fields are no draft', async () => {
  const id = await stage.submitted()
  const { seen } = await read(id, cast.admin)
  const refused = await send(id, cast.admin, {
    act: 'comment background',
    seen,
    message: MESSAGE,
    'note.background.body': ' ',
  })
  expect(refused).toMatchObject({ init: { status: 422 }, data: { result: { error: { body: expect.anything() } } } })
  expect((await read(id, cast.admin)).draft?.values.message).toBe(MESSAGE)
  await send(id, cast.admin, { act: 'save_draft', seen, message: '' })
  expect((await read(id, cast.admin)).draft).toBeNull()
})
