import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { ATTACHMENT_KINDS, type AttachmentKind, FILE_STATES, type FileState } from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { users } from './people.ts'
import { practices } from './practices.ts'

/** One size of a photo, as it is served. */
export type PhotoSize = { format: 'avif' | 'webp'; width: number; height: number; bytes: number; sha256: string }

/** What a page needs to know of a photo before its bytes arrive. */
export type PhotoFacts = {
  /** Of the photo as it is seen: turned the right way. */
  width: number
  height: number
  /** The colour that stands in its place until it is there: `#a1b2c3`. */
  colour: string
  /** Empty until they are made. */
  sizes: PhotoSize[]
}

/**
 * Files of practices. Bytes lie in the store of files under their checksum: those of documents as they came, those of
 * photos only as the sizes that were made of them. A text refers to a file by its id (`attachments` of its content).
 */
export const files = pgTable(
  'files',
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    kind: text().$type<AttachmentKind>().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    /** SHA-256 of the file as it was sent, in hexadecimal digits. */
    sha256: text().notNull(),
    state: text().$type<FileState>().notNull(),
    /** When the virus scanner found nothing; null where none is configured. */
    scannedAt: moment(),
    /** Why it is refused: a key of the messages. */
    refusal: text(),
    photo: jsonb().$type<PhotoFacts>(),
    uploadedBy: uuid().references(() => users.id),
    uploadedAt: createdAt(),
  },
  (t) => [
    oneOf('files_kind', t.kind, ATTACHMENT_KINDS),
    oneOf('files_state', t.state, FILE_STATES),
    filled('files_name', t.name),
    check('files_bytes', sql`${t.bytes} > 0`),
    check('files_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('files_photo', sql`(${t.kind} = 'photo') = (${t.photo} is not null)`),
    check('files_refused', sql`(${t.state} = 'refused') = (${t.refusal} is not null)`),
    index('files_practice').on(t.practiceId),
    index('files_waiting').on(t.state).where(sql`${t.state} in ('quarantined', 'processing')`),
  ],
)
