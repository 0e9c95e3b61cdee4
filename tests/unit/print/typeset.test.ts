import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { fontRuns } from '#app/print/fonts.ts'
import type { Sheet, SheetBlock } from '#app/print/sheet.ts'
import { typeset } from '#app/print/typeset.ts'
import { readPdf } from '#tests/support/printed.ts'

const sheet = (changes: Partial<Sheet> = {}): Sheet => ({
  lang: 'id',
  id: 'JIPP-35-0042',
  title: { text: 'Antrean puskesmas lewat pesan singkat' },
  brand: 'SI ANTRE',
  where: 'Puskesmas Uji, Kabupaten Uji',
  lead: { text: 'Warga menunggu lebih singkat.' },
  marks: ['Lancar, dikonfirmasi 12 Mei 2026', 'Bukti 4/5: Diperiksa hub'],
  facts: [
    ['Nomor', 'JIPP-35-0042'],
    ['Urusan', 'Kesehatan'],
    ['Mulai', '2024'],
  ],
  sections: [{ title: 'Masalah', blocks: [{ kind: 'text', text: 'Warga menunggu sejak subuh.' }] }],
  notice: 'Periksa versi terbaru.',
  qr: { path: { d: 'M0 0h3v1h-3z', size: 21 }, alt: 'Kode QR ke https://jipp.example', caption: 'JIPP-35-0042 v3' },
  words: { network: 'Jaringan', host: 'jipp.example', foot: 'JIPP-35-0042 · versi 3', page: 'Halaman', of: 'dari' },
  info: { author: 'Kabupaten Uji', subject: 'Praktik', keywords: 'antrean', publishedAt: '2026-11-22T03:42:00.000Z' },
  ...changes,
})

const words = (n: number) => Array.from({ length: n }, (_, index) => `kata${index}`).join(' ')
const section = (title: string, ...blocks: SheetBlock[]) => ({ title, blocks })

describe('a sheet as PDF', { timeout: 60_000 }, () => {
  test('is tagged: structure, language, title, alternative text', async () => {
    const pdf = readPdf(
      await typeset(
        sheet({
          sections: [
            section('Masalah', { kind: 'text', text: 'Satu.\nDua.', lang: 'en' }),
            section('Hasil', {
              kind: 'table',
              columns: [
                { head: 'Indikator', share: 2 },
                { head: 'Awal', share: 1, end: true },
              ],
              rows: [[{ text: 'Waktu tunggu' }, { text: '180' }]],
            }),
            section('Sumber', {
              kind: 'list',
              items: [{ text: 'contoh', link: 'https://contoh.go.id/a?b=c' }, { text: 'dua' }],
            }),
          ],
        }),
      ),
    )
    expect(pdf.catalog).toContain('/MarkInfo')
    expect(pdf.catalog).toContain('/StructTreeRoot')
    expect(pdf.catalog).toMatch(/\/Lang \(id-ID\)/)
    expect(pdf.dictionaries).toContainEqual(expect.stringContaining('/Marked true'))
    expect(pdf.dictionaries).toContainEqual(expect.stringContaining('/DisplayDocTitle true'))
    expect(pdf.info).toEqual({
      Title: 'Antrean puskesmas lewat pesan singkat',
      Author: 'Kabupaten Uji',
      Subject: 'Praktik',
    })
    expect(pdf.tags).toMatchObject({
      Document: 1,
      H1: 1,
      H2: 3,
      Sect: 3,
      Table: 1,
      TR: 2,
      TH: 3,
      TD: 1,
      Link: 1,
      Figure: 1,
    })
    expect(pdf.tags.LI).toBe(3 + 2)
    expect(pdf.alternatives).toEqual(['Kode QR ke https://jipp.example'])
    expect(pdf.links).toEqual(['https://contoh.go.id/a?b=c'])
    expect(pdf.dictionaries.filter((dictionary) => /\/Lang \(en\)/.test(dictionary))).toHaveLength(2)
  })

  test('nothing is drawn outside of a tag, on any page, and every mark is closed', async () => {
    const long: SheetBlock[] = [
      { kind: 'text', text: `${words(900)}\n${words(400)}` },
      { kind: 'list', items: Array.from({ length: 40 }, (_, index) => ({ text: `${index} ${words(20)}` })) },
      {
        kind: 'table',
        columns: [
          { head: 'A', share: 1 },
          { head: 'B', share: 1 },
        ],
        rows: Array.from({ length: 60 }, (_, index) => [{ text: `baris${index}` }, { text: words(12) }]),
      },
    ]
    const { pages, tags } = readPdf(await typeset(sheet({ sections: [section('Panjang', ...long)] })))
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages) expect(page).toMatchObject({ untagged: 0, openAtEnd: 0 })
    expect(tags.TR).toBe(61)
    const text = pages.map((page) => page.text).join('\n')
    for (let index = 0; index < 60; index++) expect(text).toMatch(new RegExp(`^baris${index}$`, 'm'))
    expect(text).toContain('kata899')
    // The heads of the columns are said again on every page of the table.
    expect(text.match(/^A$/gm)?.length).toBeGreaterThan(1)
  })

  test('each page says which of how many, and whose it is', async () => {
    const { pages } = readPdf(
      await typeset(sheet({ sections: [section('Panjang', { kind: 'text', text: words(1500) })] })),
    )
    for (const [index, { lines }] of pages.entries()) {
      expect(lines).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      expect(lines).toContain('JIPP-35-0042 · versi 3')
    }
  })

  test('a heading is never the last thing on a page', async () => {
    for (let before = 300; before < 620; before += 12) {
      const { pages } = readPdf(
        await typeset(
          sheet({
            sections: [
              section('Awal', { kind: 'text', text: words(before) }),
              section(
                'Judulbagian',
                { kind: 'subhead', text: 'Anakjudul' },
                { kind: 'text', text: `isibagian ${words(30)}` },
              ),
            ],
          }),
        ),
      )
      const place = (word: string) => pages.findIndex(({ text }) => text.includes(word))
      expect([place('Judulbagian'), place('Anakjudul')]).toEqual([place('isibagian'), place('isibagian')])
    }
  })

  test('no last page holds a few lines only, where setting all closer together spares it', async () => {
    const body = Array.from({ length: 12 }, (_, index) =>
      section(`Bagian ${index}`, { kind: 'text', text: words(60) }, { kind: 'text', text: words(60) }),
    )
    for (let more = 0; more < 400; more += 20) {
      const sections = [...body, section('Akhir', { kind: 'text', text: `${words(more)} selesai` })]
      const { pages } = readPdf(await typeset(sheet({ sections })))
      expect(pages.at(-1)?.text).toContain('selesai')
      // The head and foot of the page and the notice are lines, too.
      expect([more, pages.at(-1)!.lines.length > 14]).toEqual([more, true])
    }
  })

  test('a photo is a figure with its alternative text, and small', async () => {
    const made = sharp({ create: { width: 720, height: 480, channels: 3, background: '#784720' } }).jpeg()
    const jpeg = (await made.toBuffer()).toString('base64')
    const caption = { text: 'Loket obat' }
    const photo = { jpeg, width: 720, height: 480, alt: 'Apoteker menyerahkan obat', caption }
    const blocks = Array.from({ length: 4 }, (): SheetBlock => ({ kind: 'photo', photo }))
    const bytes = await typeset(sheet({ sections: [section('Foto', ...blocks)] }))
    const pdf = readPdf(bytes)
    expect(pdf.alternatives.filter((alternative) => alternative === photo.alt)).toHaveLength(4)
    for (const page of pdf.pages) expect(page.untagged).toBe(0)
    expect(
      pdf.pages
        .map(({ text }) => text)
        .join('\n')
        .match(/Loket obat/g),
    ).toHaveLength(4)
    expect(bytes.length).toBeLessThan(100_000)
  })

  test('the same sheet gives the same bytes', async () => {
    expect(Buffer.compare(Buffer.from(await typeset(sheet())), Buffer.from(await typeset(sheet())))).toBe(0)
  })

  test('a cell longer than a page is told line by line', async () => {
    const { pages, tags } = readPdf(
      await typeset(
        sheet({
          sections: [
            section('Hasil', {
              kind: 'table',
              columns: [
                { head: 'Indikator', share: 1 },
                { head: 'Cara', share: 1 },
              ],
              rows: [[{ text: 'Waktu' }, { text: words(1200) }]],
            }),
          ],
        }),
      ),
    )
    expect(tags.Table).toBeUndefined()
    expect(pages.map(({ text }) => text).join('\n')).toContain('kata1199')
    for (const page of pages) expect(page.untagged).toBe(0)
  })
})

describe('signs', () => {
  test.each([
    ['Lansia ≥ 60 tahun → puskesmas', 'Lansia >= 60 tahun -> puskesmas'],
    ['dua\u00adbelas\u200b', 'duabelas'],
    ['ha\u0301lo', 'hálo'],
    ['서울 🙂', '?? ?'],
    ['tab\tdan\u0007bel', 'tab danbel'],
  ])('%j is set as %j', (text, set) => {
    expect(
      fontRuns(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(set)
  })

  test('takes another file only for what Latin lacks', () => {
    expect(fontRuns('Provinsi Đồng Nai').map(({ range }) => range)).toEqual([
      'latin',
      'latin-ext',
      'vietnamese',
      'latin',
    ])
    expect(fontRuns('Kabupaten Uji – “kutipan” 15,5%').map(({ range }) => range)).toEqual(['latin'])
  })

  test('other scripts are written and embedded', { timeout: 60_000 }, async () => {
    const { pages } = readPdf(
      await typeset(sheet({ sections: [section('Ejaan', { kind: 'text', text: 'Çankaya, Łódź, Đà Nẵng, Αθήνα' })] })),
    )
    expect(pages[0]?.text.replaceAll('\n', '')).toContain('Çankaya, Łódź, Đà Nẵng, Αθήνα')
  })
})
