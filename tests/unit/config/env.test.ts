import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { envSchema, parseEnv } from '#app/config/env.server.ts'

test('.env.example lists exactly the variables that the program reads', () => {
  const example = readFileSync('.env.example', 'utf8')
  const listed = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1])
  expect(listed.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted())
})

test('.env.example explains every variable in a comment above it', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const unexplained = lines.filter(
    (line, index) => /^#? ?[A-Z][A-Z0-9_]+=/.test(line) && !/^# \w/.test(lines[index - 1] ?? ''),
  )
  expect(unexplained).toEqual([])
})

describe('parseEnv', () => {
  test('needs nothing', () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, JIPP_SEARCH: 'auto', JIPP_DATA_DIR: '.data' })
    expect(parseEnv({}).JIPP_DEMO).toBeUndefined()
  })

  test('reads an empty value as not set', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '', JIPP_DEMO: '' })).toEqual(parseEnv({}))
  })

  test.each([
    ['1', true],
    ['0', false],
  ])('JIPP_DEMO=%s', (value, expected) => {
    expect(parseEnv({ JIPP_DEMO: value }).JIPP_DEMO).toBe(expected)
  })

  test('names every wrong variable in one message', () => {
    const read = () => parseEnv({ PORT: '70000', DATABASE_URL: 'mysql://x', SESSION_SECRET: 'short' })
    expect(read).toThrow(
      /PORT: [\s\S]*DATABASE_URL: must be an address such as postgres:[\s\S]*SESSION_SECRET: needs 32/,
    )
  })
})

test('a mail server needs the address that links in mail start with', () => {
  const SMTP_URL = 'smtps://user:password@mail.example.go.id:465'
  expect(() => parseEnv({ SMTP_URL })).toThrow(/PUBLIC_URL: must be set together with SMTP_URL/)
  expect(parseEnv({ SMTP_URL, PUBLIC_URL: 'https://jipp.example.go.id' }).SMTP_URL).toBe(SMTP_URL)
})
