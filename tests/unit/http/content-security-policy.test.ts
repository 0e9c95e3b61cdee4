import { expect, test } from 'vitest'
import { securityPolicy } from '#app/http/content-security-policy.ts'

test('a page without our script allows none, and never inline style', () => {
  const policy = securityPolicy({})
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'none'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).not.toContain('unsafe')
})

test('a page with our script allows files of this site, none inline', () => {
  const policy = securityPolicy({ hasScript: true })
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe')
})

test('only the development server may open sockets', () => {
  expect(securityPolicy({ dev: true })).toContain("connect-src 'self' ws:")
  expect(securityPolicy({})).not.toContain('ws:')
})
