import { paths } from '#app/paths.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { expect, siteUrl, test } from '#tests/support/journey.ts'

const heading = { level: 1 } as const

test('an unknown address: says so, offers the search, in both languages', async ({ visitor }) => {
  const page = await visitor()
  expect((await page.goto('/tidak/ada?x=1'))?.status()).toBe(404)
  await expect(page.getByRole('heading', heading)).toHaveText('Halaman tidak ditemukan')
  await expect(page.getByText('/tidak/ada')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', heading)).toHaveText('Page not found')
  await page.getByLabel('Search by problem').fill('stunting')
  await page.getByRole('button', { name: 'Search practices' }).click()
  await expect(page.getByRole('heading', heading)).toHaveText('Results for “stunting”')
})

test('a practice number that does not exist: 404, and how numbers look', async ({ visitor }) => {
  const page = await visitor()
  for (const path of [
    '/practices/JIPP-99-9999',
    '/practices/%3Cscript%3E',
    '/practices/JIPP-16-0001/v99',
    '/hubs/none',
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
  }
  await page.goto('/practices/JIPP-99-9999?lang=en')
  await expect(page.getByText('A practice number is JIPP, a province code, then four digits.')).toBeVisible()
})

test('a page for other roles: 403, names the roles that may, and the way back', async ({ as }) => {
  const page = await as('mentor')
  expect((await page.goto(paths.workHubs()))?.status()).toBe(403)
  await expect(page.getByRole('heading', heading)).toHaveText('Halaman ini bukan untuk peran Anda')
  await expect(page.getByRole('main')).toContainText('admin nasional')
  await expect(page.getByRole('main')).toContainText('Wulan Contoh')
  await expectNoAxeViolations(page)
  await page.goto(`${paths.workHubs()}?lang=en`)
  await expect(page.getByRole('heading', heading)).toHaveText('This page is not for your role')
  await page.getByRole('link', { name: 'Workspace' }).first().click()
  await expect(page).toHaveURL(/\/work$/)
  await page.goto(`${paths.work()}?lang=id`)
})

test('a visitor who opens a page of the workspace signs in and arrives there', async ({ visitor }) => {
  const page = await visitor()
  await page.goto(paths.audit())
  await expect(page).toHaveURL(paths.signIn(paths.audit()))
})

test('a form sent to an address that takes none: 405, nothing happened', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/about')
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/practices'
    document.body.append(form)
    form.submit()
  })
  await expect(page.getByRole('heading', heading)).toHaveText('Alamat ini tidak menerima kiriman')
  await page.getByRole('link', { name: 'Ke beranda' }).click()
  await expect(page).toHaveURL('/')
  const answer = await page.request.post('/network?lang=en', { headers: { Origin: siteUrl() }, form: { a: '1' } })
  expect(answer.status()).toBe(405)
  expect(await answer.text()).toContain('This address takes no submissions')
})

test('a form from another site is refused', async ({ request }) => {
  const form = { email: 'seseorang@contoh.invalid', password: 'tidak penting' }
  const senders: Record<string, string>[] = [{ Origin: 'https://evil.invalid' }, { Origin: 'null' }, {}]
  for (const headers of senders) {
    expect((await request.post('/sign-in', { form, headers })).status()).toBe(403)
  }
})
