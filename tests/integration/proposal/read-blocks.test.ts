import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { placeBlocks } from '#app/domain/proposal/place-blocks.ts'
import { readBlocks } from '#app/domain/proposal/read-blocks.server.ts'
import { Invalid } from '#app/domain/shared/errors.ts'
import { docx, p } from '#tests/support/docx.ts'
import { PROPOSALS, PROPOSAL_TEXT as T } from '#tests/support/proposals.ts'

async function sections(name: keyof typeof PROPOSALS) {
  const { blocks } = await readBlocks(await PROPOSALS[name]())
  const pieces = placeBlocks(blocks)
  const of = (target: string | null) =>
    pieces
      .filter((piece) => piece.target === target)
      .map(({ text }) => text)
      .join('\n\n')
  return { pieces, of }
}

test('the form of 2023 with heading styles', async () => {
  const { of, pieces } = await sections('styled')
  expect(of('brand')).toBe('LOKET SUNGAI (Loket Administrasi Keliling di Perkampungan Tepi Sungai)')
  expect(of('startedOn')).toBe('5 Maret 2019')
  expect(of('kippCategory')).toBe('Inklusi Sosial')
  expect(of('unit')).toBe('Dinas Kependudukan dan Pencatatan Sipil')
  expect(of('sdgs')).toBe('Tujuan 10 dan Tujuan 16')
  expect(of('sources')).toContain('https://youtu.be/contoh123')
  expect(of('summary')).toBe(T.summary)
  expect(of('background')).toBe(`${T.background}\n\n${T.goal}`)
  expect(of('novelty')).toBe(T.novelty)
  expect(of('implementation')).toBe(`- ${T.implementation}\n- Tahap kedua berjalan sejak 2021.`)
  expect(of('significance')).toBe(`${T.significance}[1]`)
  expect(of('replicated')).toBe(T.replicated)
  expect(of('adaptability')).toBe(T.adaptability)
  expect(of('resources')).toBe(T.resources)
  for (const part of [T.institutional, T.managerial, T.social, 'Strategi Manajerial']) {
    expect(of('sustainability')).toContain(part)
  }
  expect(pieces.find(({ results }) => results)?.results).toEqual([
    {
      ...{ indicator: 'Waktu tunggu layanan', unit: 'menit', baseline: '95', result: '20' },
      ...{ period: null, method: 'Catatan antrean' },
    },
    {
      ...{ indicator: 'Warga terlayani', unit: 'orang', baseline: '1.200', result: '4.800' },
      ...{ period: null, method: 'Register loket' },
    },
  ])
  const left = pieces.filter(({ target }) => target === null)
  expect(left.map(({ reason }) => reason).sort()).toEqual(['heading', 'heading', 'instruction', 'note'])
})

test('headings in bold with letters', async () => {
  const { of } = await sections('lettered')
  expect(of('brand')).toBe('SI CERMAT')
  expect(of('summary')).toBe(T.summary)
  expect(of('background')).toBe(`${T.background}\n\nTujuan\n\n${T.goal}`)
  expect(of('novelty')).toBe(T.novelty)
  expect(of('implementation')).toBe(`1. ${T.implementation}\n2. Tahap kedua berjalan sejak 2021.`)
  expect(of('significance')).toContain(T.significance)
  expect(of('significance')).toContain('tpba0')
  expect(of('adaptability')).toBe(T.adaptability)
  expect(of('resources')).toBe(T.resources)
  expect(of('sustainability')).toContain(T.social)
  expect(of('sustainability')).toContain(T.institutional)
  expect(of(null)).toContain('lampira0')
})

test('a form in one table', async () => {
  const { of } = await sections('tabled')
  expect(of('brand')).toBe('POS KAPAL SEHAT')
  expect(of('startedOn')).toBe('2018')
  expect(of('kippCategory')).toContain('☑ Pendidikan')
  expect(of('summary')).toBe(T.summary)
  expect(of('background')).toBe(`${T.background}\n\n${T.goal}`)
  expect(of('implementation')).toBe(`${T.implementation}\n\n- Satu kapal.\n- Dua perawat.`)
  expect(of('adaptability')).toBe(T.adaptability)
  expect(of('sustainability')).toBe(T.social)
  expect(of(null)).toContain('Tim Contoh')
})

test('boxes under automatic numbers', async () => {
  const { of } = await sections('boxed')
  expect(of('summary')).toBe(T.summary)
  expect(of('background')).toBe(`${T.background}\n\n${T.goal}`)
  expect(of('novelty')).toBe(T.novelty)
  expect(of('significance')).toBe(T.significance)
  expect(of('sustainability')).toBe(T.social)
  expect(of(null)).toBe('')
})

test('the replication group with plain headings', async () => {
  const { of } = await sections('replication')
  expect(of('brand')).toBe('REPLIKA LOKET SUNGAI')
  expect(of('background')).toBe(T.background)
  expect(of('implementation')).toBe(T.implementation)
  expect(of('novelty')).toBe(T.novelty)
  expect(of('significance')).toBe(T.significance)
})

describe('files that are not taken', () => {
  const refusal = async (bytes: Buffer) => {
    try {
      await readBlocks(bytes)
    } catch (error) {
      if (error instanceof Invalid) return error.fieldErrors.file?.[0]
      throw error
    }
    return 'taken'
  }
  const changed = async (change: (zip: JSZip) => void) => {
    const zip = await JSZip.loadAsync(await docx([p('Isi')]))
    change(zip)
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  }
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const sound = () => docx([p('Isi')])

  test.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['an empty file', 'fileEmpty', () => Buffer.alloc(0)],
    ['text', 'fileNotWord', () => Buffer.from('bukan dokumen')],
    ['a PDF with the name of a document', 'fileNotWord', () => Buffer.from('%PDF-1.7\n…')],
    ['a document of before 2007', 'fileOld', () => Buffer.concat([compound, Buffer.alloc(4_096)])],
    [
      'a document with a password',
      'fileEncrypted',
      () => Buffer.concat([compound, Buffer.alloc(1_024), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['half a document', 'fileBroken', async () => (await sound()).subarray(0, 2_000)],
    [
      'a ZIP that is no document',
      'fileNotWord',
      () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' }),
    ],
    [
      'a sheet',
      'fileNotWord',
      () =>
        changed((zip) =>
          zip.file(
            '[Content_Types].xml',
            '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
          ),
        ),
    ],
    ['a document with macros', 'fileMacros', () => changed((zip) => zip.file('word/vbaProject.bin', 'x'))],
    [
      'a part that unfolds to a thousand times',
      'fileBomb',
      () => changed((zip) => zip.file('word/bomb.xml', Buffer.alloc(30_000_000))),
    ],
    ['broken XML', 'fileBroken', () => changed((zip) => zip.file('word/document.xml', '<w:document><w:body><w:p>'))],
    ['no text', 'fileNoText', () => docx([p('')])],
    [
      'hidden data behind the end',
      'fileBroken',
      async () => Buffer.concat([await sound(), Buffer.from('PK\x03\x04 more')]),
    ],
  ])('%s: %s', async (_name, key, make) => expect(await refusal(await make())).toBe(key))

  test('sizes that the table of contents lies about', async () => {
    const bytes = await changed((zip) => zip.file('word/document.xml', `<a>${'b'.repeat(200_000)}</a>`))
    const directory = bytes.indexOf(
      Buffer.from('word/document.xml'),
      bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')),
    )
    bytes.writeUInt32LE(10, directory - 46 + 24)
    expect(await refusal(bytes)).toBe('fileBroken')
  })

  test('a sound one is taken', async () => expect(await refusal(await sound())).toBe('taken'))
})

test('pictures are counted and not read', async () => {
  const { images } = await readBlocks(await PROPOSALS.styled())
  expect(images).toBe(0)
})
