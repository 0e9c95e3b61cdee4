import { expect, test } from 'vitest'
import { clientAddress } from '#app/http/client-address.ts'

const socket = { remoteAddress: '10.0.0.1' }

test.each([
  [0, undefined, '10.0.0.1'],
  [0, '1.1.1.1, 2.2.2.2', '10.0.0.1'],
  [1, '1.1.1.1, 2.2.2.2', '2.2.2.2'],
  [2, '1.1.1.1, 2.2.2.2', '1.1.1.1'],
  [3, '1.1.1.1, 2.2.2.2', '1.1.1.1'],
  [1, undefined, '10.0.0.1'],
])('with %i proxies and %j it is %s', (proxies, forwarded, address) => {
  expect(clientAddress({ headers: { 'x-forwarded-for': forwarded }, socket }, proxies)).toBe(address)
})
