import type { Language } from '#db/vocabulary.ts'
import { countWords } from './sections.ts'

/*
 * Where sentences end and which letters are acronyms, in Indonesian and English running text. A rule that is not sure
 * says nothing: a missed remark costs less than a wrong one.
 */

/** A point after these ends nothing: titles, places, Latin. */
const NEVER_LAST = wordSet(
  'dr drs dra ir prof hj tn ny sdr sdri kh jl jln gg kec kab kel ds dsn prov vs cf ca approx mr mrs ms st rev',
)
/** These stand before a number: `No. 25`, `hlm. 7`, `Pukul 08.00`. */
const BEFORE_NUMBER = wordSet('no nr hlm hal tgl pkl art ps psl ay fig vol par')
const BULLET = /^\s*(?:[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/
const STOP = /([.!?…]+)(["'”’»)\]]*)(?=\s|$)/gu

/** The sentences of a text, without the signs that begin a list line. A line never runs over its end. */
export function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => sentencesOfLine(line.replace(BULLET, '')))
}

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of line.matchAll(STOP)) {
    const end = match.index + match[0].length
    if (!endsSentence(line.slice(start, match.index), match[1] ?? '', line.slice(end))) continue
    sentences.push(line.slice(start, end))
    start = end
  }
  return [...sentences, line.slice(start)].map((sentence) => sentence.trim()).filter((one) => countWords(one) > 0)
}

function endsSentence(before: string, sign: string, after: string): boolean {
  const next = after.trimStart()
  if (next === '') return true
  // A sentence begins with a capital or a figure; an opening quote or bracket may stand before it.
  if (!/^["'“‘«([]*[\p{Lu}\p{N}]/u.test(next)) return false
  if (sign !== '.') return true
  const word = /[^\s("'“‘«[]*$/u.exec(before)?.[0] ?? ''
  if (/^\p{L}$/u.test(word) || isAbbreviation(word)) return false
  if (NEVER_LAST.has(word.toLowerCase())) return false
  if (BEFORE_NUMBER.has(word.toLowerCase())) return !/^\p{N}/u.test(next)
  return !/^\s*\(?\d{1,2}$/.test(before)
}

/** `s.d`, `a.n`, `S.Sos`, `M.Kes`, `Ph.D`: a point beside a single letter. Addresses (`contoh.go.id`) are none. */
function isAbbreviation(word: string): boolean {
  const parts = word.split('.')
  return parts.length > 1 && parts.every((part) => /^\p{L}*$/u.test(part)) && parts.some((part) => part.length === 1)
}

export type AcronymUse = { word: string; spelledOut: boolean }

/** Capitals for emphasis, not for initials. */
const SHOUTED = wordSet(
  'TIDAK WAJIB GRATIS HARUS SEMUA BELUM SUDAH DAN ATAU YANG UNTUK DARI DENGAN BARU BEBAS AMAN STOP BISA LEBIH SATU DUA ' +
    'NOT AND ALL MUST FREE NEW NO OR THE ONLY FOR',
)
const RUN = /\S+/gu

/** The acronyms of a text in the order of their first use, and whether that use spells them out. */
export function acronymUses(text: string, lang: Language): AcronymUse[] {
  const uses = new Map<string, AcronymUse>()
  for (const { word, at } of capitals(text)) {
    if (uses.has(word) || SHOUTED.has(word) || /^[IVX]+$/.test(word) || isAlsoAWord(text, word)) continue
    uses.set(word, { word, spelledOut: isSpelledOut(text, word, at, lang) })
  }
  return [...uses.values()]
}

/** Words of capitals: not in addresses, numbers of letters, place codes, or lines that are all capitals. */
function capitals(text: string): { word: string; at: number }[] {
  const headings = headingRanges(text)
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    if (
      /@|:\/\/|^www\./i.test(run) ||
      /^\p{Lu}{2}-\p{Lu}{2,3}\p{P}*$/u.test(run) ||
      (/\d/.test(run) && /[-./–]\d|\d[-./–]/.test(run))
    )
      return []
    if (headings.some(([from, to]) => index >= from && index < to)) return []
    return [...run.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{1,11}(?![\p{L}\p{N}])/gu)].flatMap(
      ({ 0: word, index: inRun }) => (/\p{Lu}.*\p{Lu}/u.test(word) ? [{ word, at: index + inRun }] : []),
    )
  })
}

function headingRanges(text: string): [number, number][] {
  let at = 0
  return text.split('\n').flatMap((line): [number, number][] => {
    const from = at
    at += line.length + 1
    const letters = line.match(/\p{L}{2,}/gu) ?? []
    return letters.length >= 3 && letters.every((word) => word === word.toUpperCase()) ? [[from, at]] : []
  })
}

/** The same letters stand elsewhere as an ordinary word. */
function isAlsoAWord(text: string, word: string): boolean {
  const others = text.match(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu')) ?? []
  return others.some((other) => other !== word)
}

const NEAR = 140

function isSpelledOut(text: string, word: string, at: number, lang: Language): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at)
  const after = text.slice(at + word.length, at + word.length + NEAR)
  const inBrackets = /^\s*[([]([^)\]]+)[)\]]/u.exec(after)?.[1]
  if (inBrackets && (countWords(inBrackets) > 1 || standsFor(word, inBrackets))) return true
  if (/[([]\s*$/u.test(before)) {
    const words = lastWords(before, word.length + 4)
    // An English text may explain Indonesian initials: they need not fit.
    const explained = lang === 'en' ? countWords(words) > 1 : standsFor(word, words)
    return explained || standsFor(word, /^[^)\]]*/u.exec(after)?.[0] ?? '')
  }
  const said =
    /^(?:\s*[,:–—-])?\s+(?:adalah|yaitu|yakni|ialah|atau|singkatan dari|or|stands for|meaning)\s+(.+)/su.exec(
      after,
    )?.[1]
  if (said && standsFor(word, firstWords(said, word.length + 4))) return true
  const named = /^(.*?)[,\s]+(?:disebut|disingkat|dikenal sebagai|atau|called|known as|or)\s+$/su.exec(before)?.[1]
  return named !== undefined && standsFor(word, lastWords(named, word.length + 4))
}

/** Whether the letters come in this order in some words, beginning where a word begins. */
function standsFor(acronym: string, words: string): boolean {
  const letters = [...acronym.toLowerCase()].filter((letter) => /\p{L}/u.test(letter))
  const list = words.toLowerCase().match(/[\p{L}]+/gu) ?? []
  return list.some((word, index) => {
    if (word[0] !== letters[0]) return false
    const rest = [...list.slice(index).join('')]
    let found = 0
    for (const letter of rest) if (letter === letters[found]) found += 1
    return found >= letters.length
  })
}

const lastWords = (text: string, n: number) => text.split(/\s+/).filter(Boolean).slice(-n).join(' ')
const firstWords = (text: string, n: number) => text.split(/\s+/).filter(Boolean).slice(0, n).join(' ')

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
