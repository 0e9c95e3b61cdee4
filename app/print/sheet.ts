import type { QrPath } from '../domain/practice/qr-path.server.ts'
import type { Lang } from '../i18n/lang.ts'

/** A line or a paragraph, in the language of the sheet unless it says otherwise. */
export type SheetText = { text: string; lang?: Lang; link?: string }

export type SheetColumn = {
  head: string
  /** Of the width of the table, in relation to the other columns. */
  share: number
  /** Figures stand at the end of their column. */
  end?: boolean
}

/** What a section is made of. */
export type SheetBlock =
  | { kind: 'subhead'; text: string }
  | ({ kind: 'text'; look?: 'small' | 'quote' } & SheetText)
  | { kind: 'list'; items: readonly SheetText[] }
  | { kind: 'photo'; photo: SheetPhoto }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: SheetText])[] }
  | { kind: 'table'; columns: readonly SheetColumn[]; rows: readonly (readonly SheetText[])[] }

/** A photo as it is printed: JPEG in base64, with what it shows and what is said about it. */
export type SheetPhoto = { jpeg: string; width: number; height: number; alt: string; caption?: SheetText }

export type SheetSection = { title: string; blocks: readonly SheetBlock[] }

/** A printed sheet in words: everything is said here, the typesetter only sets it. */
export type Sheet = {
  lang: Lang
  id: string
  title: SheetText
  /** Name by which its owners call it. */
  brand?: string
  where: string
  lead?: SheetText
  /** Is it alive, how do we know, who copied it. */
  marks: readonly string[]
  facts: readonly (readonly [label: string, value: string])[]
  sections: readonly SheetSection[]
  /** The last line: what ages, and where to look. */
  notice: string
  qr: { path: QrPath; alt: string; caption: string }
  words: {
    network: string
    /** Of the site, for the head of the first page. */
    host: string
    foot: string
    page: string
    of: string
  }
  info: { author: string; subject: string; keywords: string; publishedAt: string }
}
