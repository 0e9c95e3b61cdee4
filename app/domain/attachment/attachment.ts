import type { Attachment, PracticeContent } from '#db/practice-content.ts'
import type { FileState } from '#db/vocabulary.ts'
import { defineLifecycle } from '../shared/transition.ts'

/** Bytes of one file, and of all files of one text. */
export const LARGEST_FILE = 20_000_000
export const LARGEST_SUM = 100_000_000
/** Files of one text, and files sent at once. */
export const MOST_FILES = 30
export const MOST_AT_ONCE = 5
/** Width × height of a photo: cameras of phones stay below. */
export const MOST_PIXELS = 50_000_000

export const CAPTION_LENGTH = 300
export const ALT_LENGTH = 500

export type FileEvent = 'pass' | 'finish' | 'refuse'

/** The way of a file: checked by the scanner, made into pictures, served; or refused, for good. */
export const fileLifecycle = defineLifecycle<FileState, FileEvent>({
  pass: { from: ['quarantined'], to: 'processing' },
  finish: { from: ['processing'], to: 'ready' },
  refuse: { from: ['quarantined', 'processing'], to: 'refused' },
})

/** What may be sent, with the endings that its name may have. */
export const ACCEPTED = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const satisfies Record<string, readonly [string, ...string[]]>
export type AcceptedType = keyof typeof ACCEPTED

export const ACCEPTED_TYPES = Object.keys(ACCEPTED) as AcceptedType[]

/** Endings of programs and of pages: a name that holds one is not taken, wherever it stands. */
const RUNS =
  /^(?:exe|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|mjs|cjs|jse|jar|jsp|jspx|php\d?|phtml|phar|asp|aspx|cgi|pl|py|rb|sh|bash|apk|app|dll|so|lnk|hta|htm|html|xhtml|shtml|mht|svg|svgz|xml|xsl|swf|docm|xlsm|dotm|xltm|pptm)$/i

/** Control and invisible characters, among them those that turn the order of letters around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u

/** What is wrong with the name of a file that has this type: a key of the messages. */
export function nameFault(name: string, type: AcceptedType): string | null {
  if (name.length > 200) return 'nameTooLong'
  if (INVISIBLE.test(name) || /[/\\:]/.test(name) || /^\.+$/.test(name)) return 'nameOdd'
  const parts = name.split('.').slice(1)
  if (parts.some((part) => RUNS.test(part.trim()))) return 'nameRuns'
  const ending = parts.at(-1)?.trim().toLowerCase()
  // Programs for chats send pictures under the ending of another kind of picture.
  const fits = type.startsWith('image/') ? IMAGE_ENDINGS : (ACCEPTED[type] as readonly string[])
  return ending && /^[a-z0-9]{1,5}$/.test(ending) && !fits.includes(ending) ? 'nameOtherType' : null
}

const IMAGE_ENDINGS: readonly string[] = [
  ...ACCEPTED['image/jpeg'],
  ...ACCEPTED['image/png'],
  ...ACCEPTED['image/webp'],
]

/** The name under which a file is kept and sent: letters of any script, digits and a few signs, with the right ending. */
export function safeName(name: string, type: AcceptedType): string {
  const [ending] = ACCEPTED[type]
  const stem = name
    .normalize('NFC')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{M}\p{N} ()_,+-]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/-{2,}/g, '-')
    .replace(/^[ -]+|[ -]+$/g, '')
    .slice(0, 80)
    .trim()
  return `${stem || 'lampiran'}.${ending}`
}

/** The files of a text; texts of earlier days have none. */
export function attachmentsOf(content: Pick<PracticeContent, 'attachments'>): Attachment[] {
  return content.attachments ?? []
}

const blank = (value: string | null) => (value ?? '').trim() === ''

/** What still has to be said of a file before its text may be sent in: keys of the messages. */
export function gapsOf({ kind, caption, alt }: Attachment): ('captionNeeded' | 'altNeeded')[] {
  return [
    ...(blank(caption.id) ? (['captionNeeded'] as const) : []),
    ...(kind === 'photo' && blank(alt.id) ? (['altNeeded'] as const) : []),
  ]
}

/** The list with one of its files moved by some places; past an end it stays there. */
export function moved(list: readonly Attachment[], fileId: string, by: number): Attachment[] {
  const from = list.findIndex((one) => one.fileId === fileId)
  if (from < 0) return [...list]
  const rest = list.filter((one) => one.fileId !== fileId)
  const to = Math.min(rest.length, Math.max(0, from + by))
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}
