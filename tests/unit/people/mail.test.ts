import { describe, expect, test } from 'vitest'
import { writeMail } from '#app/i18n/mail.ts'

const site = 'https://jipp.example.go.id'

describe.each(['id', 'en'] as const)('%s', (lang) => {
  test('an invitation names the role, the place, the day and the link', () => {
    const params = {
      path: '/invitation?token=T',
      role: 'mentor',
      organisation: 'Hub Contoh',
      inviter: 'Dewi',
      expires: '2026-11-29T03:00:00Z',
    }
    const mail = writeMail(lang, { template: 'invitation', params, site })
    expect(mail?.subject).toContain('Hub Contoh')
    expect(mail?.text).toContain('\nhttps://jipp.example.go.id/invitation?token=T\n')
    expect(mail?.text).toContain('29 November 2026')
    expect(mail?.text).toContain(lang === 'id' ? 'Pendamping' : 'Mentor')
    expect(mail?.text).not.toMatch(/undefined|null/)
  })

  test.each(['password_reset', 'password_changed'])('%s has a subject and a text', (template) => {
    const mail = writeMail(lang, { template, params: { name: 'Rani', path: '/reset-password?token=T' }, site })
    expect(mail?.subject).toContain('JIPP')
    expect(mail?.text).toContain('Rani')
  })
})

test('an unknown letter is not invented', () => {
  expect(writeMail('id', { template: 'no_such', params: {}, site })).toBeUndefined()
  expect(writeMail('id', { template: 'toString', params: {}, site })).toBeUndefined()
})
