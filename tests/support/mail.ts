import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'

type Letter = { to: string; subject: string; text: string; file: string }

/** The newest letter to this address whose subject contains these words; waits until the site has written it. */
export async function letterTo(address: string, subject: string, dataDir = process.env.SITE_DATA_DIR): Promise<Letter> {
  const folder = path.join(dataDir ?? '.data', 'mail')
  let found: Letter | undefined
  await expect(() => {
    found = lettersIn(folder).find((letter) => letter.to === address && letter.subject.includes(subject))
    expect(found, `a letter to ${address} about “${subject}” in ${folder}`).toBeDefined()
  }).toPass({ timeout: 15_000 })
  return found as Letter
}

/** The link to a page of the site that a letter holds, as path and query. */
export function linkIn(letter: Letter): string {
  const link = letter.text.match(/https?:\/\/\S+\?token=\S+/)?.[0]
  if (!link) throw new Error(`no link in ${letter.file}`)
  const { pathname, search } = new URL(link)
  return pathname + search
}

function lettersIn(folder: string): Letter[] {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  } catch {
    return []
  }
  return names
    .toSorted()
    .toReversed()
    .map((name) => ({ file: name, ...parse(readFileSync(path.join(folder, name), 'latin1')) }))
}

function parse(raw: string): Omit<Letter, 'file'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const header = (name: string) =>
    headers
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  const body = rest.join('\r\n\r\n')
  const encoding = header('content-transfer-encoding').toLowerCase()
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1')
  return { to: header('to'), subject: decodedWords(header('subject')), text: bytes.toString('utf8') }
}

const unquoted = (text: string) =>
  text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** RFC 2047: `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`. */
function decodedWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : Buffer.from(unquoted(word.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    )
}
