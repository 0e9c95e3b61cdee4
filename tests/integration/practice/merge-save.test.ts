import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContentPatch } from '#app/domain/practice/practice.schema.ts'
import { saveSection } from '#app/domain/practice/save-section.server.ts'
import { SectionConflict } from '#app/domain/practice/section-conflict.ts'
import { type FieldChoice, type FormEntries, sectionEntries } from '#app/domain/practice/section-form.ts'
import { sectionPatch } from '#app/domain/practice/section-patch.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { practiceStage } from './stage.ts'

const { cast, stage } = await practiceStage()

/** What a page of the editor knows when it is opened. */
async function opened(practiceId: string, section: Section) {
  const ancestor = sectionEntries(await stage.contentOf(practiceId), section)
  return { practiceId, section, base: await stage.baseOf(practiceId, section), ancestor }
}
const novelty = (id: string): ContentPatch => ({ story: { novelty: { id, en: null } } })
const BASE = 'Alinea satu.\n\nAlinea dua.\n\nAlinea tiga.'

async function draftWith(text: string) {
  const id = await stage.draft()
  await stage.save(cast.author, id, 'novelty', novelty(text))
  return { id, page: await opened(id, 'novelty') }
}
const textOf = async (id: string) => (await stage.contentOf(id)).story.novelty.id

describe('two people in one section', () => {
  test('a conflict says whether the other text is the own one, from another tab', async () => {
    const { id, page } = await draftWith(BASE)
    await saveSection(stage.as(cast.author), { ...page, patch: novelty('Dari tab kedua.') })
    const later = (who: typeof cast.author) =>
      saveSection(stage.as(who), { ...page, patch: novelty('Dari tab pertama.') }).catch((error) => error.detail)
    expect(await later(cast.author)).toMatchObject({ own: true })
    expect(await later(cast.coAuthor)).toMatchObject({ own: false })
    // Another section saved meanwhile says nothing of this one.
    await stage.save(cast.coAuthor, id, 'summary', { story: { summary: { id: 'Ringkas.', en: null } } })
    expect(await later(cast.author)).toMatchObject({ own: true })
  })

  test('different paragraphs: both are kept, and each page is told what is stored', async () => {
    const { id, page } = await draftWith(BASE)
    const first = await saveSection(stage.as(cast.author), { ...page, patch: novelty(BASE.replace('satu', 'SATU')) })
    expect(first.merged).toBeNull()
    const second = await saveSection(stage.as(cast.coAuthor), { ...page, patch: novelty(BASE.replace('tiga', 'TIGA')) })
    const both = 'Alinea SATU.\n\nAlinea dua.\n\nAlinea TIGA.'
    expect(await textOf(id)).toBe(both)
    expect(second.merged?.entries).toContainEqual(['text.id', both])
    expect(second.merged?.base).toBe(await stage.baseOf(id, 'novelty'))
    // The page that goes on with what it sent does not take the other text back.
    const sent = sectionEntries(
      {
        ...(await stage.contentOf(id)),
        story: { ...(await stage.contentOf(id)).story, novelty: { id: BASE.replace('tiga', 'TIGA'), en: null } },
      },
      'novelty',
    )
    await saveSection(stage.as(cast.coAuthor), {
      ...{ practiceId: id, section: 'novelty', base: second.base, ancestor: sent },
      patch: novelty(`${BASE.replace('tiga', 'TIGA')} Lagi.`),
    })
    expect(await textOf(id)).toBe(`${both} Lagi.`)
  })

  test('the same paragraph: nothing is stored, both texts come back, the choice decides', async () => {
    const { id, page } = await draftWith(BASE)
    const [mine, theirs] = [BASE.replace('dua', 'DUA SAYA'), BASE.replace('dua', 'DUA REKAN')]
    await saveSection(stage.as(cast.author), { ...page, patch: novelty(theirs) })
    const attempt = (decided?: { seen: string; choices: Map<string, FieldChoice> }) =>
      saveSection(stage.as(cast.coAuthor), { ...page, patch: novelty(mine), decided })
    const refused = await attempt().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(SectionConflict)
    const { detail } = refused as SectionConflict
    expect(detail.fields).toMatchObject([{ name: 'text.id', mine, theirs }])
    expect(await textOf(id)).toBe(theirs)
    // A choice between other texts than those that were shown does not count.
    const choices = new Map<string, FieldChoice>([['text.id', 'mine']])
    await expect(attempt({ seen: 'another', choices })).rejects.toThrow(SectionConflict)
    await expect(attempt({ seen: detail.base, choices: new Map() })).rejects.toThrow(SectionConflict)
    await attempt({ seen: detail.base, choices })
    expect(await textOf(id)).toBe(mine)
  })

  test.each([
    ['theirs', BASE.replace('dua', 'DUA REKAN')],
    ['mine', BASE.replace('dua', 'DUA SAYA')],
  ] as const)('chosen: %s', async (choice, expected) => {
    const { id, page } = await draftWith(BASE)
    await saveSection(stage.as(cast.author), { ...page, patch: novelty(BASE.replace('dua', 'DUA REKAN')) })
    const decided = {
      seen: await stage.baseOf(id, 'novelty'),
      choices: new Map<string, FieldChoice>([['text.id', choice]]),
    }
    await saveSection(stage.as(cast.coAuthor), { ...page, patch: novelty(BASE.replace('dua', 'DUA SAYA')), decided })
    expect(await textOf(id)).toBe(expected)
  })

  test('without the text that it began with a stale page is refused; with one that cannot be read it is asked', async () => {
    const { id, page } = await draftWith(BASE)
    await stage.save(cast.author, id, 'novelty', novelty('Lain.'))
    const patch = novelty('Saya.')
    await expect(saveSection(stage.as(cast.coAuthor), { ...page, ancestor: undefined, patch })).rejects.toMatchObject({
      detail: { fields: null },
    })
    await expect(
      saveSection(stage.as(cast.coAuthor), { ...page, ancestor: [['text.id', 'x'.repeat(30_000)]], patch }),
    ).rejects.toMatchObject({ detail: { fields: [{ name: 'text.id', theirs: 'Lain.', mine: 'Saya.' }] } })
  })

  test('a lost answer: the same text again, after somebody else was merged into it, is no conflict', async () => {
    const { id, page } = await draftWith(BASE)
    const patch = novelty(BASE.replace('satu', 'SATU'))
    await saveSection(stage.as(cast.author), { ...page, patch })
    await saveSection(stage.as(cast.coAuthor), { ...page, patch: novelty(BASE.replace('tiga', 'TIGA')) })
    const before = await stage.versionOf(id)
    const again = await saveSection(stage.as(cast.author), { ...page, patch })
    expect(again.merged?.entries).toContainEqual(['text.id', 'Alinea SATU.\n\nAlinea dua.\n\nAlinea TIGA.'])
    expect(await stage.versionOf(id)).toBe(before)
  })

  test('rows of different people and different cells of one row', async () => {
    const id = await stage.draft()
    const line = (indicator: string, result: string, method = '') =>
      [indicator, result, method].map((value, n) => [['indicator', 'result', 'method'][n]!, value] as const)
    const form = (...lines: ReturnType<typeof line>[]): FormEntries =>
      lines.flatMap((cells, at) => cells.map(([key, value]) => [`results[${at}].${key}`, value] as const))
    await stage.save(
      cast.author,
      id,
      'results',
      sectionPatch('results', form(line('Tunggu', '40'), line('Kunjungan', '900')))!,
    )
    const page = await opened(id, 'results')
    const patch = (...lines: ReturnType<typeof line>[]) => sectionPatch('results', form(...lines))!
    await saveSection(stage.as(cast.author), {
      ...page,
      patch: patch(line('Tunggu', '35'), line('Kunjungan', '900'), line('Aduan', '3')),
    })
    await saveSection(stage.as(cast.coAuthor), {
      ...page,
      patch: patch(line('Tunggu', '40', 'Survei'), line('Kunjungan', '900'), line('Biaya', '5')),
    })
    const rows = (await stage.contentOf(id)).results.map(({ indicator, result, method }) => [indicator, result, method])
    expect(rows).toEqual([
      ['Tunggu', '35', 'Survei'],
      ['Kunjungan', '900', null],
      ['Biaya', '5', null],
      ['Aduan', '3', null],
    ])
  })
})

test('three people save one text at once, many times: no confirmed word is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 }),
      async (rounds) => {
        const { id } = await draftWith(BASE)
        const writers = [cast.author, cast.coAuthor, cast.author]
        const confirmed = new Set<string>()
        let count = 0
        for (const places of rounds) {
          const page = await opened(id, 'novelty')
          const before = (await textOf(id))!
          const words = places.map(() => `w${count++}x`)
          const results = await Promise.allSettled(
            places.map((place, who) => {
              const lines = before.split('\n\n')
              const line = place % lines.length
              const text = lines.map((one, at) => (at === line ? `${one} ${words[who]}` : one)).join('\n\n')
              return saveSection(stage.as(writers[who]!), { ...page, patch: novelty(text) })
            }),
          )
          results.forEach((result, who) => {
            if (result.status === 'fulfilled') confirmed.add(words[who]!)
            else expect(result.reason).toBeInstanceOf(SectionConflict)
          })
        }
        const text = (await textOf(id))!
        expect([...confirmed].filter((word) => !text.includes(word))).toEqual([])
        expect(confirmed.size).toBeGreaterThanOrEqual(rounds.length)
      },
    ),
    { numRuns: 6 },
  )
}, 120_000)
