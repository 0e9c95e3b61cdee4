import { describe, expect, test } from 'vitest'
import { licenceAddress } from '#app/domain/practice/licence.ts'
import { linkHeader, linkSet, practiceLinks, type SignpostedPractice } from '#app/http/signposting.ts'

const SITE = 'https://jipp.example'
const ID = 'JIPP-35-0042'
const practice = (changes: Partial<SignpostedPractice> = {}): SignpostedPractice => ({
  publicId: ID,
  version: 3,
  latestVersion: 3,
  contactEmail: 'dinas@contoh.invalid',
  versions: [{ number: 5 }, { number: 3 }, { number: 1 }],
  content: { kit: { licence: 'CC BY 4.0' } },
  ...changes,
})
const hrefs = (links: ReturnType<typeof practiceLinks>, rel: string) =>
  links.filter((link) => link.rel === rel).map(({ href }) => href.replace(SITE, ''))

describe('the page of a practice', () => {
  const links = practiceLinks(SITE, practice(), false)
  test.each([
    ['cite-as', [`/practices/${ID}/v3`]],
    ['type', ['https://schema.org/AboutPage', 'https://schema.org/Report']],
    ['author', ['mailto:dinas@contoh.invalid']],
    ['license', ['https://creativecommons.org/licenses/by/4.0/']],
    ['item', [`/practices/${ID}.pdf?lang=id`, `/practices/${ID}.pdf?lang=en`]],
    [
      'describedby',
      [`/api/v1/practices/${ID}`, `/practices/${ID}/cite?format=bibtex`, `/practices/${ID}/cite?format=ris`],
    ],
    ['linkset', [`/practices/${ID}/links`]],
    ['version-history', [`/practices/${ID}#riwayat`]],
    ['predecessor-version', [`/practices/${ID}/v1`]],
    ['latest-version', []],
  ])('%s', (rel, expected) => {
    expect(hrefs(links, rel)).toEqual(expected)
  })
})

test('a kind of licence that is chosen from the list stands for its text', () => {
  const kit = { licence: null, licenceKind: 'share_alike' as const }
  const links = practiceLinks(SITE, practice({ content: { kit } }), false)
  expect(hrefs(links, 'license')).toEqual(['https://creativecommons.org/licenses/by-sa/4.0/'])
})

test('a version leads to its own files, to its neighbours and to the newest', () => {
  const links = practiceLinks(SITE, practice({ latestVersion: 5 }), true)
  expect(hrefs(links, 'item')).toEqual([`/practices/${ID}.pdf?v=3&lang=id`, `/practices/${ID}.pdf?v=3&lang=en`])
  expect(hrefs(links, 'describedby')).toEqual([
    `/practices/${ID}/cite?format=bibtex&v=3`,
    `/practices/${ID}/cite?format=ris&v=3`,
  ])
  expect(hrefs(links, 'latest-version')).toEqual([`/practices/${ID}`])
  expect(hrefs(links, 'predecessor-version')).toEqual([`/practices/${ID}/v1`])
  expect(hrefs(links, 'successor-version')).toEqual([`/practices/${ID}/v5`])
})

test('a header is one line of letters, whatever an owner typed', () => {
  const typed = 'https://contoh.id/lisensi?a=1,2;x<y>"é\r\nSet-Cookie: a=b'
  const address = licenceAddress({ licence: typed }) ?? ''
  const header = linkHeader([
    { href: address, rel: 'license' },
    { href: 'mailto:a>b c@contoh.id', rel: 'author' },
  ])
  expect(header).toMatch(/^[\x20-\x7e]+$/)
  expect(header.match(/<[^<>]*>/g)).toHaveLength(2)
  expect(() => new Headers({ Link: header })).not.toThrow()
})

test('the set of links leads there and back', () => {
  const page = `${SITE}/practices/${ID}`
  const { linkset } = linkSet(page, practiceLinks(SITE, practice(), false))
  const [own, ...back] = linkset as Record<string, unknown>[]
  expect(own).toMatchObject({
    anchor: page,
    item: [{ href: `${page}.pdf?lang=id`, type: 'application/pdf', hreflang: ['id'] }, {}],
  })
  expect(own).not.toHaveProperty('linkset')
  expect(back).toContainEqual({ anchor: `${page}.pdf?lang=id`, collection: [{ href: page, type: 'text/html' }] })
  expect(back).toContainEqual({
    anchor: `${page}/cite?format=ris`,
    describes: [{ href: page, type: 'text/html' }],
  })
})

test.each([
  [null, undefined],
  ['boleh ditiru', undefined],
  ['CC BY-SA 3.0', 'https://creativecommons.org/licenses/by-sa/3.0/'],
  ['Creative Commons (CC-BY-NC-ND)', 'https://creativecommons.org/licenses/by-nc-nd/4.0/'],
  ['CC0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['lihat https://contoh.go.id/lisensi.', 'https://contoh.go.id/lisensi'],
])('licence %s', (words, address) => {
  expect(licenceAddress({ licence: words })).toBe(address)
})
