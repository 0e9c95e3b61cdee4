import { expect, test } from '#tests/support/journey.ts'

const API = '/api/v1/practices'
const NUL = '%00'
const LONG = 'a'.repeat(8000)

const BAD_QUERIES = [
  'limit=-1',
  'limit=0',
  'limit=99999999999999999999',
  'limit=1e9',
  'page=abc',
  'page=-5',
  'page=100000',
  'page=1.5',
  `q=${NUL}`,
  `q=a${NUL}b`,
  `q=${LONG}`,
  'q=%F0%9F%98%80',
  'q=%ED%A0%80',
  'q=a&q=b',
  'q[]=a',
  'q[a]=b',
  'province=xx',
  'province=35&province=35&province=99',
  'district=35',
  'district=%27%3B+drop+table+practices%3B--',
  'sector=unknown',
  'year=9999',
  `award=${LONG}`,
  'sort=;',
  'unknown=1',
  '__proto__=1',
  'constructor=1',
  'lang=xx',
  'lang=id&lang=en',
  'q="unbalanced',
  'q=a:*%26!|()<->',
  'q=%25%5F%5C',
  '=&=&&&',
]

for (const query of BAD_QUERIES) {
  test(`${query.slice(0, 40)}: no fault of the server`, async ({ request }) => {
    const api = await request.get(`${API}?${query}`)
    expect([200, 400]).toContain(api.status())
    const body = await api.json()
    if (api.status() === 400) expect(body.error.message).toBeTruthy()
    else expect(body).toEqual(expect.objectContaining({ total: expect.any(Number), hits: expect.any(Array) }))
    const page = await request.get(`/practices?${query}`)
    expect(page.status(), 'the page brings it into bounds').toBe(200)
  })
}

test('addresses that cannot be read are refused, on pages and in the API', async ({ request, baseURL }) => {
  for (const path of ['/practices/%', '/%E0%A4%A', '/hubs/%ZZ', `${API}/%`, `/practices/${NUL}`, `/${LONG}`]) {
    const answer = await fetch(baseURL + path)
    expect(answer.status, path.slice(0, 40)).toBeGreaterThanOrEqual(400)
    expect(answer.status, path.slice(0, 40)).toBeLessThan(500)
  }
  for (const path of [
    '/practices?q=%',
    '/practices?q=%E0%A4%A',
    `${API}?q=%`,
    '/network?lang=%',
    '/compare?id=%00&id=%',
  ]) {
    expect((await request.get(path)).status(), path).toBeLessThan(500)
  }
})

test('every page takes unknown and repeated parameters calmly', async ({ request }) => {
  const noise = `page=-1&page=abc&id=${NUL}&lang=&done=%3Cscript%3E&q=${LONG.slice(0, 2000)}&token=${NUL}`
  for (const path of [
    '/',
    '/compare',
    '/hubs',
    '/hubs/hub-contoh',
    '/network',
    '/needs',
    '/lessons',
    '/sign-in',
    '/about',
  ]) {
    const answer = await request.get(`${path}?${noise}`)
    expect(answer.status(), path).toBe(200)
    expect(await answer.text(), path).not.toContain('<script>')
  }
  for (const path of ['/invitation', '/reset-password']) {
    expect((await request.get(`${path}?${noise}`)).status(), path).toBeLessThan(500)
  }
})

test('the API answers in the promised shape', async ({ request }) => {
  const found = await (await request.get(`${API}?q=antrean+puskesmas&limit=5&lang=en`)).json()
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['total', 'engine', 'took_ms', 'hits', 'facets']))
  expect(found.hits).toHaveLength(5)
  for (const key of ['id', 'title', 'brand', 'summary', 'agency', 'region', 'province', 'score', 'highlights']) {
    expect(found.hits[0], key).toHaveProperty(key)
  }
  const second = await (await request.get(`${API}?q=antrean+puskesmas&limit=5&page=2&lang=en`)).json()
  const ids = (page: { hits: { id: string }[] }) => page.hits.map(({ id }) => id)
  expect(ids(second).filter((id) => ids(found).includes(id))).toEqual([])
  const one = await request.get(`${API}/${found.hits[0].id}`)
  expect(one.status()).toBe(200)
  expect((await one.json()).id).toBe(found.hits[0].id)
  expect((await request.get(`${API}/JIPP-99-9999`)).status()).toBe(404)
  expect((await request.get('/api/v2/nothing')).status()).toBe(404)
})

test('openapi.json describes these paths; health and readiness answer', async ({ request }) => {
  const description = await (await request.get('/api/v1/openapi.json')).json()
  expect(description.openapi).toMatch(/^3\./)
  expect(Object.keys(description.paths)).toEqual(expect.arrayContaining([API, `${API}/{practiceId}`]))
  expect(await (await request.get('/healthz')).text()).toBe('ok\n')
  const ready = await request.get('/readyz')
  expect(ready.status()).toBe(200)
  expect(await ready.json()).toEqual({
    database: 'ok',
    search: expect.stringMatching(/^(ok|degraded)$/),
    mail: expect.stringMatching(/^(ok|degraded)$/),
    files: 'ok',
  })
  expect(await (await request.get('/robots.txt')).text()).toContain('Sitemap:')
  expect(await (await request.get('/sitemap.xml')).text()).toContain('/sitemaps/practices-1.xml</loc>')
  const practices = await (await request.get('/sitemaps/practices-1.xml')).text()
  expect(practices.match(/<loc>/g)?.length).toBeGreaterThan(400)
})
