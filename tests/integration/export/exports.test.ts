import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { exportIgaSheet } from '#app/domain/export/iga-sheet.server.ts'
import { exportKippProposal } from '#app/domain/export/kipp-document.server.ts'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { loader } from '#app/routes/exports.$file.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'
import { practiceQuery } from '#search/engine.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { routeArgs } from '#tests/support/route-args.ts'
import { NOW, practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const visitor = contextAs(db, VISITOR, NOW)
const SITE = 'https://jipp.test'
/** A brand that a spreadsheet program would run. */
const EVIL = '=HYPERLINK("http://x.test","klik")'
let evil: string

beforeAll(async () => {
  await seedReference(db)
  const system = stage.as({ kind: 'system', name: 'test' })
  await loadCatalogue(system)
  evil = (
    await publishedPractice(db, {
      agencyId: cast.organisations.regency.id,
      hubId: cast.organisations.place.id,
      content: practiceContent({ brand: EVIL }),
    })
  ).publicId
  await ensureIndexed(db, system.search)
}, 120_000)

async function taken(file: string, search = '') {
  const args = routeArgs(visitor, `/exports/${file}${search}`, { file })
  // Every test is another client: the limit has a test of its own.
  args.context.clientAddress = `203.0.113.${clients++}`
  const response = await loader(args)
  return { response, body: response.body ? await buffer(Readable.fromWeb(response.body as never)) : Buffer.alloc(0) }
}
let clients = 1
const asRecords = (body: Buffer) => parse(body, { bom: true, columns: true }) as Record<string, string>[]

describe('a list of practices', () => {
  test('as CSV holds every practice that the search finds, in its order', async () => {
    const { response, body } = await taken('practices.csv', '?q=antrean&sort=newest')
    expect(response.headers.get('Content-Disposition')).toContain('attachment; filename="praktik-2026-11-22.csv"')
    const records = asRecords(body)
    const found = await visitor.search.practices(practiceQuery({ q: 'antrean', sort: 'newest', limit: 100 }))
    expect(found.total).toBeGreaterThan(20)
    expect(records.map((record) => record.Nomor)).toEqual(found.hits.map(({ publicId }) => publicId))
    expect(Object.keys(records[0]!)).toHaveLength(35)
  })

  test('as JSON holds the whole catalogue, more than any page', async () => {
    const { practices } = JSON.parse((await taken('practices.json')).body.toString())
    expect(practices.length).toBe((await visitor.search.practices(practiceQuery())).total)
    expect(practices.length).toBeGreaterThan(400)
    expect(practices[0]).toMatchObject({
      id: expect.stringMatching(/^JIPP-/),
      url: expect.stringContaining('/practices/'),
    })
  })

  test('as a workbook holds text that no program runs', async () => {
    const { body } = await taken('practices.xlsx', '?province=11')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(body as unknown as ArrayBuffer)
    const sheet = book.getWorksheet('Praktik')!
    const row = sheet.getRows(2, sheet.rowCount)!.find((one) => one.getCell(1).value === evil)!
    expect(row.getCell(3).type).toBe(ExcelJS.ValueType.String)
    expect(row.getCell(3).value).toBe(`'${EVIL}`)
    const csv = asRecords((await taken('practices.csv', '?province=11')).body)
    expect(csv.find((record) => record.Nomor === evil)?.['Nama inovasi']).toBe(`'${EVIL}`)
  })

  test('filters as the search page does', async () => {
    const records = asRecords((await taken('practices.csv', '?province=35&sector=kesehatan')).body)
    expect(records.length).toBeGreaterThan(0)
    expect(new Set(records.map((record) => record.Provinsi))).toEqual(new Set(['Jawa Timur']))
    expect(new Set(records.map((record) => record.Sektor)).size).toBe(1)
  })

  test('leaves out what is not public at this moment', async () => {
    const draft = await stage.verified()
    const gone = await stage.published()
    await withdrawPractice(stage.as(cast.curator), { practiceId: gone, reason: 'inaccurate' })
    const text = (await taken('practices.csv')).body.toString()
    expect(text).not.toContain(draft)
    expect(text).not.toContain(gone)
  })

  test.each([
    ['practices.csv', '?page=abc', 400],
    ['practices.csv', '?sector=x', 400],
    ['practices.csv', '?lang=xx', 400],
    ['practices.csv', '?q=%00', 400],
    ['practices.pdf', '', 404],
    ['../practices.csv', '', 404],
    ['practices', '', 404],
  ])('%s%s answers %i', async (file, search, status) => {
    expect((await taken(file, search)).response.status).toBe(status)
  })

  test('is not taken without end', async () => {
    const args = () => {
      const one = routeArgs(visitor, '/exports/practices.csv?q=zzzzqq', { file: 'practices.csv' })
      one.context.clientAddress = '198.51.100.1'
      return one
    }
    const statuses = []
    for (let n = 0; n < 31; n++) statuses.push((await loader(args())).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(30)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the forms of other programmes', () => {
  test('the proposal is a Word file with every section and its words counted', async () => {
    const id = await stage.published()
    const file = await exportKippProposal(stage.as(cast.author), id, SITE)
    const { value } = await mammoth.extractRawText({ buffer: file })
    expect(value).toContain(id)
    expect(value.match(/dari \d+ kata|melebihi batas/g)).toHaveLength(STORY_SECTIONS.length)
    expect(value).toContain(practiceContent().story.background.id?.split('\n')[0])
    expect(value).toContain('Belum diisi')
  })

  test('the evidence sheet marks what is missing', async () => {
    const id = await stage.published()
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await exportIgaSheet(stage.as(cast.admin), id, SITE)) as unknown as ArrayBuffer)
    const states = book.getWorksheet('Indikator')!.getColumn(5).values.slice(2, 23)
    expect(states).toHaveLength(21)
    expect(states).toContain('Ada')
    expect(states).toContain('Perlu dilengkapi')
    expect(book.getWorksheet('Profil')!.getCell('B2').value).toBe(practiceContent().brand)
  })

  test('are for those who read the practice in the workspace', async () => {
    const draft = await stage.draft()
    await expect(exportKippProposal(stage.as(cast.neighbourAuthor), draft, SITE)).rejects.toThrow(NotFound)
    await expect(exportIgaSheet(stage.as(cast.curator), draft, SITE)).rejects.toThrow(NotFound)
    expect((await exportKippProposal(stage.as(cast.author), draft, SITE)).length).toBeGreaterThan(3_000)
  })
})
