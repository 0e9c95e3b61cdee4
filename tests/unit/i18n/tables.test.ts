import { describe, expect, test } from 'vitest'

const modules = import.meta.glob<Record<string, unknown>>('/app/i18n/*.ts', { eager: true })

type Table = (lang: 'id' | 'en') => object

const tables = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports)
    .filter(([name, value]) => name.endsWith('Text') && typeof value === 'function')
    .map(([name, value]) => ({ name: `${file} ${name}`, table: value as Table })),
)

/** Every message with its place, as `group.key`, and what kind of thing it is. */
function messages(value: unknown, place = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]]
  return Object.entries(value).flatMap(([key, inner]) => messages(inner, place ? `${place}.${key}` : key))
}

test('there are tables to compare', () => {
  expect(tables.length).toBeGreaterThan(3)
})

describe.each(tables)('$name', ({ table }) => {
  const id = new Map(messages(table('id')))
  const en = new Map(messages(table('en')))

  test('has the same messages in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...id.keys()].sort())
    for (const [key, message] of id) expect([key, typeof en.get(key)]).toEqual([key, typeof message])
  })

  test('has no empty message and no exclamation mark', () => {
    for (const [key, message] of [...id, ...en]) {
      if (typeof message !== 'string') continue
      expect([key, message.trim()]).not.toEqual([key, ''])
      expect([key, message.replaceAll('LAPOR!', '')]).not.toEqual([key, expect.stringContaining('!')])
    }
  })
})
