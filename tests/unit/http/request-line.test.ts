import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestLine } from '#app/http/request-line.ts'

test('is one line of JSON with all that was told, whatever the address holds', () => {
  const now = fc.oneof(fc.nat(3_000), fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }))
  fc.assert(
    fc.property(now, fc.uuid(), fc.string(), fc.nat(999), fc.nat(), (at, requestId, path, status, ms) => {
      const line = requestLine({ requestId, method: 'GET', path, status }, ms, at)
      expect(line.endsWith('}\n')).toBe(true)
      expect(line.slice(0, -1)).not.toContain('\n')
      expect(JSON.parse(line)).toEqual({
        level: 30,
        time: new Date(at).toISOString(),
        requestId,
        method: 'GET',
        path,
        status,
        ms,
        msg: 'request',
      })
    }),
  )
})
