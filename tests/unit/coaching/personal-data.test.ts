import { expect, test } from 'vitest'
import { hasIdNumber } from '#app/domain/shared/personal-data.ts'

test.each([
  '3510120101900001',
  'NIK 3510120101900001, atas nama',
  '3510 1201 0190 0001',
  '3510.1201.0190.0001',
  '351012-010190-0001',
  '35.10.12.010190.0001',
  '３５１０１２０１０１９００００１',
  '35101201\u200b01900001',
  'a3510120101900001b',
])('%s looks like an identity number', (text) => {
  expect(hasIdNumber(text)).toBe(true)
})

test.each([
  '',
  'Peserta 14 orang, bukan 11.',
  '0812 3456 7890',
  '198503302003121002',
  '351012010190000',
  '35101201019000012',
  '2026-11-22 2026-11-23',
  'Rp1.250.000.000',
  '08.00–12.00, 13.00–15.30',
])('%s does not', (text) => {
  expect(hasIdNumber(text)).toBe(false)
})
