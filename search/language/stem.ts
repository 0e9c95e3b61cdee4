import { stemmer as english } from 'stemmer'
import { IRREGULAR, K_ROOTS, M_ROOTS, N_ROOTS, NY_ROOTS, R_ROOTS, WHOLE_WORDS } from './roots.ts'

/**
 * One stem for a word of either language: first the affixes of Indonesian, then Porter's rules of English.
 * Applying both to every word needs no guess of the language and joins what people mix
 * (`di-upload`, `training-nya`); documents and queries go through the same rules, so odd stems do no harm.
 *
 * The rules follow Nazief and Adriani (prefix and suffix pairs that exclude each other) without their dictionary:
 * where a prefix has swallowed a letter, `roots.ts` says which.
 */
export function stem(word: string): string {
  const known = CACHE.get(word)
  if (known !== undefined) return known
  const stemmed = compute(word)
  if (CACHE.size >= CACHE_SIZE) CACHE.clear()
  CACHE.set(word, stemmed)
  return stemmed
}

const CACHE = new Map<string, string>()
const CACHE_SIZE = 50_000
const MIN_ROOT = 4

function compute(word: string): string {
  if (!/^[a-z]+$/.test(word) || word.length <= 3) return word
  const root = irregular(indonesian(irregular(singular(word))))
  return root.length > MIN_ROOT ? english(root) : root
}

const irregular = (word: string) => (Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : word)

/** English plurals first: `permits` must not look like per- and `mits`. */
function singular(word: string): string {
  if (word.length < 5) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:[bcdfgkmnprtvwy]|[a-z][aeiou]?e)s$/.test(word) ? word.slice(0, -1) : word
}

const VOWEL = /^[aiueo]/
/** A root starts with a vowel, or with a consonant or a common cluster and a vowel. */
const ROOT = /^(?:[b-df-hj-np-tv-z]|kh|ng|ny|sy|[bdfgkpst]r|[bfgkps]l|s[kptw])?[aiueo]/

type Affix = 'verb' | 'noun' | 'state' | 'none'

function indonesian(word: string): string {
  if (isWhole(word)) return word
  const base = word.length > 6 && word.endsWith('nya') ? word.slice(0, -3) : word
  if (isWhole(base)) return irregular(base)
  return strip(base, 'none', true)
}

const isWhole = (word: string) => word.length <= MIN_ROOT || WHOLE_WORDS.has(word) || Object.hasOwn(IRREGULAR, word)

/** Takes off one prefix, then what is left may lose another; the kind of the outer prefix decides on the suffix. */
function strip(word: string, outer: Affix, suffixAllowed: boolean): string {
  if (isWhole(word)) return irregular(word)
  const cut = prefix(word, outer)
  if (!cut) return suffixAllowed ? suffix(word, outer) : word
  const full = restore(cut)
  // The suffix of `ke-…-an` inside another prefix belongs to the inner pair: ber-(ke-lanjut-an).
  const isPair = full.startsWith('ke') && full.endsWith('an') && full.length > 8
  const bare = suffixAllowed && !isPair ? suffix(full, cut.kind) : full
  return strip(bare, cut.kind, suffixAllowed && bare === full)
}

type Cut = { rest: string; kind: Affix; swallowed?: 'k' | 'p' | 't' | 's' }

function prefix(word: string, outer: Affix): Cut | undefined {
  for (const [start, kind, swallowed] of PREFIXES) {
    if (!word.startsWith(start)) continue
    const rest = word.slice(start.length)
    const full = swallowed ? `${swallowed}${rest}` : rest
    if (full.length < MIN_ROOT || (swallowed ? !VOWEL.test(rest) : !ROOT.test(rest))) continue
    if (start === 'ke' && !/an$/.test(word)) continue
    if (start === 'per' && VOWEL.test(rest) && isRoot(`r${rest}`, R_ROOTS)) return { rest: `r${rest}`, kind }
    if ((start === 'ber' || start === 'ter' || start === 'per') && bareLength(rest, kind) < MIN_ROOT) continue
    if (outer === 'none' || !OUTER_ONLY.has(start)) return { rest, kind, swallowed }
  }
  return undefined
}

const bareLength = (rest: string, kind: Affix) => suffix(rest, kind).length

/** Prefixes, longest first; the letter that the root may have lost. */
const PREFIXES: readonly [string, Affix, Cut['swallowed']?][] = [
  ['memper', 'verb'],
  ['diper', 'verb'],
  ['meny', 'verb', 's'],
  ['peny', 'noun', 's'],
  ['meng', 'verb', 'k'],
  ['peng', 'noun', 'k'],
  ['meng', 'verb'],
  ['peng', 'noun'],
  ['mem', 'verb', 'p'],
  ['pem', 'noun', 'p'],
  ['men', 'verb', 't'],
  ['pen', 'noun', 't'],
  ['mem', 'verb'],
  ['pem', 'noun'],
  ['men', 'verb'],
  ['pen', 'noun'],
  ['ber', 'state'],
  ['ter', 'verb'],
  ['per', 'noun'],
  ['me', 'verb'],
  ['di', 'verb'],
  ['ke', 'noun'],
  ['pe', 'noun'],
]
const OUTER_ONLY = new Set(['memper', 'diper', 'di', 'meny', 'meng', 'mem', 'men', 'me'])

/** Puts back the first letter that the prefix swallowed. */
function restore({ rest, swallowed }: Cut): string {
  if (swallowed === 'k') return isRoot(`k${rest}`, K_ROOTS) ? `k${rest}` : rest
  if (swallowed === 'p') return isRoot(`m${rest}`, M_ROOTS) ? `m${rest}` : `p${rest}`
  if (swallowed === 't') return isRoot(`n${rest}`, N_ROOTS) ? `n${rest}` : `t${rest}`
  if (swallowed === 's') return isRoot(`ny${rest}`, NY_ROOTS) ? `ny${rest}` : `s${rest}`
  return rest
}

/** A root of the list, also where a suffix is still on it (`kelolaan`). */
function isRoot(word: string, roots: ReadonlySet<string>): boolean {
  return ['', 'an', 'i', 'kan'].some((end) => word.endsWith(end) && roots.has(word.slice(0, word.length - end.length)))
}

/** Takes off one of -kan, -an, -i, as the prefix before it allows. */
function suffix(word: string, kind: Affix): string {
  if (WHOLE_WORDS.has(word) || Object.hasOwn(IRREGULAR, word)) return word
  const verbal = kind === 'verb' || (kind === 'state' && /[^aiueo]kan$/.test(word))
  if (word.endsWith('kan') && (verbal || (kind !== 'noun' && /[^aiueo]kan$/.test(word)))) return shorter(word, 3)
  if (word.endsWith('an') && kind !== 'verb') return shorter(word, 2)
  if (word.endsWith('i') && kind === 'verb' && !/si$/.test(word)) return shorter(word, 1)
  return word
}

const shorter = (word: string, by: number) => (word.length - by >= MIN_ROOT ? word.slice(0, -by) : word)
