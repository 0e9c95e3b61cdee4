import { expect, test } from 'vitest'
import { withoutFormerNames } from '#app/domain/practice/innovators.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'

const people = (...names: string[]) => practiceContent({ innovators: names.map((name) => ({ name, consent: true })) })

test('a name that the newest version no longer gives leaves the older ones too', () => {
  const old = people('Ibu Contoh', 'Bapak Contoh')
  expect(withoutFormerNames(old, people('Ibu Contoh')).innovators).toEqual([{ name: 'Ibu Contoh', consent: true }])
  expect(withoutFormerNames(old, practiceContent()).innovators).toEqual([])
  expect(withoutFormerNames(practiceContent(), people('Ibu Contoh')).innovators).toBeUndefined()
})

test('a consent that was taken back without removing the name counts as well', () => {
  const newest = practiceContent({ innovators: [{ name: 'Ibu Contoh', consent: false }] })
  expect(withoutFormerNames(people('Ibu Contoh'), newest).innovators).toEqual([])
})
