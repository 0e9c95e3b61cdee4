import { describe, expect, test } from 'vitest'
import { langOf, withLang } from '#app/i18n/lang.ts'

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://jipp.test${path}`, { headers })

describe('the language of a page', () => {
  test.each([
    ['Indonesian when nothing is said', '/', {}, 'id'],
    ['the parameter', '/?lang=en', {}, 'en'],
    ['an unknown parameter is ignored', '/?lang=fr', {}, 'id'],
    ['the remembered choice', '/', { Cookie: 'a=b; lang=en' }, 'en'],
    ['a cookie that only ends with the name is another cookie', '/', { Cookie: 'oldlang=en' }, 'id'],
    ['the parameter before the remembered choice', '/?lang=id', { Cookie: 'lang=en' }, 'id'],
    ['the remembered choice before the browser', '/', { Cookie: 'lang=id', 'Accept-Language': 'en' }, 'id'],
    ['the browser', '/', { 'Accept-Language': 'en-GB,en;q=0.9' }, 'en'],
    ['the browser with weights', '/', { 'Accept-Language': 'en;q=0.4, id;q=0.8, *;q=0.1' }, 'id'],
    ['a browser with other languages only', '/', { 'Accept-Language': 'de, fr;q=0.5' }, 'id'],
    ['a language refused with q=0', '/', { 'Accept-Language': 'en;q=0' }, 'id'],
  ])('%s', (_case, path, headers, lang) => {
    expect(langOf(request(path, headers))).toBe(lang)
  })

  test('the language link keeps every other parameter', () => {
    expect(withLang({ pathname: '/practices', search: '?q=antrean&province=35&province=73&lang=id' }, 'en')).toBe(
      '/practices?q=antrean&province=35&province=73&lang=en',
    )
    expect(withLang({ pathname: '/', search: '' }, 'en')).toBe('/?lang=en')
  })
})
