import { expect, test } from 'vitest'
import { formFields } from '#app/components/ui/form-reply.ts'

const stored = {
  title: 'Kelas ibu hamil',
  cap: 300,
  topics: ['budget', 'other'],
  items: [{ what: 'Uji SMS' }, { what: 'Jadwal' }],
}

test('shows what is stored before anything was sent', () => {
  const form = formFields(undefined, stored)
  expect(form.field('title')).toEqual({ name: 'title', defaultValue: 'Kelas ibu hamil', errors: undefined })
  expect(form.field('cap').defaultValue).toBe('300')
  expect(form.list('topics').defaultValue).toEqual(['budget', 'other'])
  expect(form.field('items[1].what').defaultValue).toBe('Jadwal')
  expect(form.rows('items')).toBe(2)
  expect(form.formErrors).toBeNull()
})

test('shows what was typed when it comes back, also what was emptied', () => {
  const form = formFields(
    {
      initialValue: { cap: 'banyak', topics: 'budget' },
      error: { cap: ['Isi dengan angka.'], '': ['Sudah berubah.'] },
    },
    stored,
  )
  expect(form.field('title').defaultValue).toBeUndefined()
  expect(form.field('cap')).toEqual({ name: 'cap', defaultValue: 'banyak', errors: ['Isi dengan angka.'] })
  expect(form.list('topics').defaultValue).toEqual(['budget'])
  expect(form.rows('items')).toBe(0)
  expect(form.errors).toEqual({ cap: ['Isi dengan angka.'] })
  expect(form.formErrors).toEqual(['Sudah berubah.'])
})

test('a name that leads nowhere has no value', () => {
  expect(formFields(undefined, stored).field('items[9].what').defaultValue).toBeUndefined()
  expect(formFields(undefined, stored).field('title.deeper').defaultValue).toBeUndefined()
})
