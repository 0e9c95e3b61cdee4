import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { moveImport } from '#app/domain/import/move-import.server.ts'
import { listOwnImports, readImport } from '#app/domain/import/read-import.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { readSection } from '#app/domain/practice/read-work.server.ts'
import { saveSection } from '#app/domain/practice/save-section.server.ts'
import { Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog, practiceRevisions, practices } from '#db/schema/index.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { orderedLetters } from '#tests/support/letters.ts'
import { csv, JIPPNAS_HEAD, jippnasRow, xlsx } from '#tests/support/sheets.ts'
import { castOf } from '../practice/cast.ts'
import { importing } from './cast.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const curator = importing(db, cast.curator)
const admin = importing(db, cast.admin)

let next = 0
/** Records that no other test has. */
const fresh = (count: number, agency = 'Kabupaten Uji') =>
  Array.from({ length: count }, () => {
    next += 1
    return jippnasRow({
      number: next,
      title: `INOVASI KHAS ${unique(next)} (Layanan ${unique(next)} desa ${unique(next + 500)})`,
      agency,
    })
  })
const unique = (n: number) => [...String(n * 7_919)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a')
const sheet = (rows: string[][]) => xlsx([[...JIPPNAS_HEAD], ...rows])

const drafts = async (id: string) => (await curator.read(id, 'all')).rows.flatMap(({ publicId }) => publicId ?? [])
const stateOf = async (publicId: string) => {
  const [row] = await db
    .select({ state: practiceRevisions.state, number: practiceRevisions.number, content: practiceRevisions.content })
    .from(practiceRevisions)
    .innerJoin(practices, eq(practices.id, practiceRevisions.practiceId))
    .where(eq(practices.publicId, publicId))
    .orderBy(sql`${practiceRevisions.number} desc`)
  return row!
}
const edit = async (publicId: string) => {
  const ctx = contextAs(db, cast.author)
  const { base } = await readSection(ctx, publicId, 'novelty')
  const patch = { story: { novelty: { id: 'Ditulis orang.', en: null } } }
  await saveSection(ctx, { practiceId: publicId, section: 'novelty', base, patch })
}

test('a sheet of JIPPNas becomes drafts of the agencies that it names, none of them published', async () => {
  const rows = [...fresh(3), ...fresh(2, 'Pemkab Tetangga')]
  const id = await curator.check(await sheet(rows))
  const checked = await curator.read(id)
  expect(checked).toMatchObject({ state: 'checked', unused: ['No', 'Inovator'] })
  expect(checked.figures).toMatchObject({ all: 5, create: 5, errors: 0, duplicates: 0 })
  expect(await drafts(id)).toEqual([])

  await curator.move(id, 'apply')
  const applied = await curator.read(id)
  expect(applied).toMatchObject({ state: 'applied', figures: { written: 5 } })
  const [first = ''] = await drafts(id)
  const { state, content } = await stateOf(first)
  expect(state).toBe('draft')
  expect(content).toMatchObject({
    ...{ unit: 'Dinas Contoh', startedOn: '2011', kippCategory: 'kesehatan', sector: 'kesehatan', sdgs: [3, 10] },
    sources: ['https://youtu.be/contoh1'],
  })
  expect(content.story.background.id).toContain('Tujuan warga 1')
  const [row] = await db.select().from(practices).where(eq(practices.publicId, first))
  expect(row).toMatchObject({
    state: 'unpublished',
    agencyId: cast.organisations.regency.id,
    hubId: cast.organisations.place.id,
  })
  const moves = await db.select().from(auditLog).where(eq(auditLog.entityId, row!.id))
  expect(moves.map(({ action, actedAs }) => [action, actedAs])).toEqual([['practice.import', 'curator']])
})

describe('repeated with the same numbers', () => {
  test('unchanged records are passed over, changed ones updated, touched ones listed', async () => {
    const rows = fresh(4)
    const first = await curator.check(await sheet(rows))
    await curator.move(first, 'apply')
    const [, second = '', third = ''] = await drafts(first)
    await edit(third)

    const changed = rows.map((row, i) =>
      i === 0 ? row : row.map((cell, c) => (c === 13 ? 'Kebaruan yang lain.' : cell)),
    )
    const again = await curator.check(await sheet([...changed.slice(0, 3), ...fresh(1)]))
    expect((await curator.read(again)).figures).toMatchObject({ create: 1, update: 1, unchanged: 1, touched: 1 })
    await curator.move(again, 'apply')
    expect((await curator.read(again)).figures.written).toBe(2)
    expect((await stateOf(second)).content.story.novelty.id).toBe('Kebaruan yang lain.')
    expect((await stateOf(third)).content.story.novelty.id).toBe('Ditulis orang.')

    const once = await curator.check(await sheet(changed.slice(0, 2)))
    expect((await curator.read(once)).figures).toMatchObject({ create: 0, update: 0, unchanged: 2 })
  })

  test('two sheets with the same records, both checked before either is applied, write them once', async () => {
    const bytes = await sheet(fresh(3))
    const [one, other] = [await curator.check(bytes), await admin.check(bytes)]
    await Promise.all([
      moveImport(curator.ctx, one, { intent: 'apply' }),
      moveImport(admin.ctx, other, { intent: 'apply' }),
    ])
    await Promise.all([curator.run(one), admin.run(other), curator.run(one)])
    const written = (await curator.read(one)).figures.written + (await admin.read(other)).figures.written
    expect(written).toBe(3)
  })
})

describe('undone', () => {
  test('untouched drafts are gone, changed texts are back, touched ones stay; the same numbers come back', async () => {
    const rows = fresh(3)
    const first = await curator.check(await sheet(rows))
    await curator.move(first, 'apply')
    const ids = await drafts(first)
    await edit(ids[1]!)
    await curator.move(first, 'undo')
    const undone = await curator.read(first)
    expect(undone).toMatchObject({ state: 'undone', figures: { kept: 1 } })
    expect(undone.rows.map(({ publicId }) => publicId)).toEqual([ids[1]])
    expect((await stateOf(ids[0]!)).state).toBe('discarded')
    expect((await stateOf(ids[1]!)).state).toBe('draft')

    const again = await curator.check(await sheet(rows))
    expect((await curator.read(again)).figures).toMatchObject({ create: 2, unchanged: 1 })
    await curator.move(again, 'apply')
    expect((await drafts(again)).sort()).toEqual([ids[0], ids[2]].sort())
    expect(await stateOf(ids[0]!)).toMatchObject({ state: 'draft', number: 2 })
  })

  test('an update gives the old text back', async () => {
    const rows = fresh(1)
    const first = await curator.check(await sheet(rows))
    await curator.move(first, 'apply')
    const [publicId = ''] = await drafts(first)
    const before = (await stateOf(publicId)).content
    const second = await curator.check(await sheet([rows[0]!.map((cell, c) => (c === 10 ? 'Ringkasan lain.' : cell))]))
    await curator.move(second, 'apply')
    expect((await stateOf(publicId)).content.story.summary.id).toBe('Ringkasan lain.')
    await curator.move(second, 'undo')
    expect((await stateOf(publicId)).content).toEqual(before)
    // The first import is no longer the last word: taking it back keeps what the second left.
    await curator.move(first, 'undo')
    expect((await curator.read(first)).figures.kept).toBe(1)
  })
})

test('stopped in the middle nothing is half, and it can be gone on with', async () => {
  const id = await curator.check(await sheet(fresh(250)))
  await moveImport(curator.ctx, id, { intent: 'apply' })
  const running = curator.run(id)
  const stopped = await moveImport(curator.ctx, id, { intent: 'stop' })
  expect(stopped.state).toBe('stopped')
  await running
  const half = await curator.read(id)
  expect(half.figures.written % 100 === 0 || half.figures.written === 250).toBe(true)
  expect(half.figures.written).toBeLessThan(250)
  await curator.move(id, 'apply')
  expect(await curator.read(id)).toMatchObject({ state: 'applied', figures: { written: 250 } })
  // Two authors and two admins of the agency, one letter each, whatever the number of drafts.
  const letters = (await orderedLetters(db)).filter(({ params }) => params.drafts === '250')
  expect(letters.map(({ template }) => template)).toEqual(Array(4).fill('practices_imported'))
  expect(new Set(letters.map(({ to }) => to)).size).toBe(4)
})

describe('possible duplicates', () => {
  test('of a practice that is there, and of another row; passed over unless they are asked for', async () => {
    const [known = []] = fresh(1)
    const first = await curator.check(await sheet([known]))
    await curator.move(first, 'apply')
    const [row = []] = fresh(1)
    const other = (number: string) => row.map((cell, c) => (c === 1 ? number : cell))
    const sameName = known.map((cell, c) => (c === 1 ? 'LAIN-1' : cell))
    // An admin of the agency knows its drafts; the hub knows of none that was not sent in.
    const id = await admin.check(await sheet([other('LAIN-2'), other('LAIN-3'), sameName]))
    const { figures, rows } = await admin.read(id, 'duplicates')
    expect(figures).toMatchObject({ create: 3, duplicates: 2 })
    expect(rows.map(({ number, issues }) => [number, issues.at(-1)?.message])).toEqual([
      [3, 'maybeRow'],
      [4, 'maybePractice'],
    ])
    expect(rows[1]?.issues.at(-1)?.publicId).toMatch(/^JIPP-11-/)
    await admin.move(id, 'apply')
    expect((await admin.read(id)).figures.written).toBe(1)

    const all = await admin.check(await sheet([sameName]))
    await admin.move(all, 'apply', true)
    expect((await admin.read(all)).figures.written).toBe(1)
    const hub = await curator.check(await sheet([known.map((cell, c) => (c === 1 ? 'LAIN-9' : cell))]))
    expect((await curator.read(hub)).figures.duplicates).toBe(0)
  })

  test('the same number twice in one sheet: the same text is passed over, another is an error', async () => {
    const [row = []] = fresh(1)
    const other = row.map((cell, c) => (c === 10 ? 'Ringkasan lain.' : cell))
    const id = await curator.check(await sheet([row, row, other]))
    expect((await curator.read(id)).figures).toMatchObject({ create: 1, repeated: 1, errors: 1 })
  })
})

describe('rows with errors', () => {
  const wrong = (column: number, value: string) => fresh(1)[0]!.map((cell, c) => (c === column ? value : cell))
  test.each([
    ['no name', 2, '', 'required'],
    ['an agency that nobody knows', 3, 'Kabupaten Ujo', 'agencyNearest'],
    ['an agency of another hub', 3, 'Kabupaten Tanpa Hub', 'agencyOutside'],
    ['an unknown category', 7, 'Kesehatn', 'notInList'],
    ['a date that is none', 6, 'kapan-kapan', 'date'],
    ['goals that are none', 9, '19', 'goals'],
    ['an identity number', 10, 'Hubungi 3201234567890123', 'idNumber'],
    ['an error of the program', 7, '#REF!', 'cellError'],
  ])('%s', async (_name, column, value, message) => {
    const id = await curator.check(await sheet([wrong(column, value), ...fresh(1)]))
    const { rows, figures } = await curator.read(id, 'errors')
    expect(figures).toMatchObject({ errors: 1, create: 1 })
    expect(rows[0]).toMatchObject({ number: 2, outcome: 'error' })
    expect(rows[0]?.issues.find(({ level }) => level === 'error')).toMatchObject({ message })
    await curator.move(id, 'apply')
    expect((await curator.read(id)).figures.written).toBe(1)
  })

  test('texts over the cap come in with a warning', async () => {
    const id = await curator.check(await sheet([wrong(10, 'kata '.repeat(201))]))
    const { rows } = await curator.read(id, 'warnings')
    expect(rows[0]?.issues[0]).toMatchObject({ level: 'warning', message: 'overCap', args: ['200', '201'] })
  })
})

test('cells that begin like a formula stay text; formulas are never evaluated', async () => {
  const cells = fresh(1)[0]!.map((cell, c) =>
    c === 4 ? '=HYPERLINK("https://jahat.example","Klik")' : c === 10 ? '+62 dan @warga' : cell,
  )
  const id = await curator.check(await xlsx([[...JIPPNAS_HEAD], cells]))
  await curator.move(id, 'apply')
  const [publicId = ''] = await drafts(id)
  const { content } = await stateOf(publicId)
  expect(content.unit).toBe('=HYPERLINK("https://jahat.example","Klik")')
  expect(content.story.summary.id).toBe('+62 dan @warga')

  const [row = []] = fresh(1)
  const formula = row.map((cell, c) => (c === 4 ? { formula: 'CMD|"/c calc"!A0', result: 'Hasil tersimpan' } : cell))
  const bare = fresh(1)[0]!.map((cell, c) => (c === 4 ? { formula: '1+1' } : cell))
  const second = await curator.check(await xlsx([[...JIPPNAS_HEAD], formula, bare]))
  const { rows } = await curator.read(second, 'all')
  expect(rows.map(({ outcome, issues }) => [outcome, issues[0]?.message])).toEqual([
    ['create', 'formula'],
    ['error', 'formulaWithoutResult'],
  ])
})

test('files of separated values in the signs of several programs', async () => {
  const head = ['No Registrasi', 'Judul Inovasi', 'Instansi', 'Ringkasan']
  const record = (sign: string) => [
    `CSV-${sign}`,
    `Layanan café ${unique(Math.floor(Math.random() * 1e6) + 1e6)}`,
    'Kabupaten Uji',
    'Baris satu\nbaris "dua"; tiga',
  ]
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const files: [string, Buffer][] = [
    ['koma', Buffer.from(csv([head, record('koma')], ','))],
    ['titik koma dengan tanda', Buffer.from(`\ufeff${csv([head, record('bom')], ';')}`)],
    ['tab UTF-16', utf16(csv([head, record('tab')], '\t'))],
    ['Windows', Buffer.from(csv([head, record('win')], ';'), 'latin1')],
    ['sep=', Buffer.from(`sep=;\r\n${csv([head, record('sep')], ';')}`)],
  ]
  for (const [name, bytes] of files) {
    const id = await curator.check(bytes, 'a.csv')
    const { rows, figures } = await curator.read(id, 'all')
    expect(figures, name).toMatchObject({ all: 1, create: 1 })
    expect(rows[0]?.name, name).toContain('café')
  }
})

describe('who may', () => {
  test('only those who answer for records; each organisation its own sheets', async () => {
    const bytes = await sheet(fresh(1))
    for (const who of [cast.author, cast.head, cast.mentor, cast.observer]) {
      await expect(startImport(contextAs(db, who), { fileName: 'a.xlsx', bytes })).rejects.toThrow(Forbidden)
    }
    const { id } = await curator.start(bytes)
    await expect(readImport(admin.ctx, id, { view: null, page: 1 })).rejects.toThrow(NotFound)
    await expect(moveImport(admin.ctx, id, { intent: 'discard' })).rejects.toThrow(NotFound)
    const manager = contextAs(db, cast.manager)
    expect(await readImport(manager, id, { view: null, page: 1 })).toMatchObject({ id })
    await expect(listOwnImports(contextAs(db, cast.author), { page: 1 })).rejects.toThrow(Forbidden)
  })

  test('an agency admin writes for the own agency and its units only', async () => {
    const id = await admin.check(
      await sheet([...fresh(1), ...fresh(1, 'Puskesmas Uji'), ...fresh(1, 'Kabupaten Tetangga')]),
    )
    expect((await admin.read(id)).figures).toMatchObject({ create: 2, errors: 1 })
    const unnamed = await admin.check(await sheet(fresh(1, '')))
    expect((await admin.read(unnamed)).figures.create).toBe(1)
  })

  test('whoever imported is an author of the draft and may not check it', async () => {
    const id = await curator.check(await sheet(fresh(1)))
    await curator.move(id, 'apply')
    const [publicId = ''] = await drafts(id)
    const [row] = await db.execute(sql`select a.user_id from revision_authors a
      join practice_revisions r on r.id = a.revision_id join practices p on p.id = r.practice_id
      where p.public_id = ${publicId}`)
    expect(row?.user_id).toBe(cast.curator.userId)
  })
})

describe('moves', () => {
  test('a sheet goes only the ways of its lifecycle, and a second click has no second effect', async () => {
    const { id } = await curator.start(await sheet(fresh(1)))
    await expect(moveImport(curator.ctx, id, { intent: 'apply' })).rejects.toThrow(InvalidTransition)
    await curator.run(id)
    await expect(moveImport(curator.ctx, id, { intent: 'undo' })).rejects.toThrow(InvalidTransition)
    await curator.move(id, 'apply')
    await expect(moveImport(curator.ctx, id, { intent: 'apply' })).rejects.toThrow(InvalidTransition)
    await expect(moveImport(curator.ctx, id, { intent: 'discard' })).rejects.toThrow(InvalidTransition)
    await curator.run(id)
    expect((await curator.read(id)).figures.written).toBe(1)
  })

  test('a discarded sheet is forgotten, also while it is checked', async () => {
    const { id } = await curator.start(await sheet(fresh(2)))
    await moveImport(curator.ctx, id, { intent: 'discard' })
    await curator.run(id)
    expect(await curator.read(id)).toMatchObject({ state: 'discarded', figures: { all: 0 } })
  })
})

test.each([
  ['nothing', Buffer.alloc(0), 'fileEmpty'],
  ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), 'fileNotSheet'],
  ['a page of the web', Buffer.from('<html><table>'), 'fileNotSheet'],
  ['no head', Buffer.from('a;b;c\n1;2;3'), 'noHead'],
  ['a head and nothing else', Buffer.from('Judul Inovasi;Instansi\n;\n'), 'noRows'],
  ['a quotation mark left open', Buffer.from('Judul Inovasi;Instansi\n"a;b\nc;d'), 'csvBroken|2'],
])('%s is no sheet: %s', async (_name, bytes, key) => {
  const fault = await curator.start(bytes, 'a.csv').catch((error) => error)
  expect(fault).toBeInstanceOf(Invalid)
  expect(fault.fieldErrors.file).toEqual([key])
})
