import type { Files } from '../../files/files.server.ts'
import type { Context } from '../shared/context.ts'

/** The context of verbs that touch the bytes of files. */
export type FileContext = Context & { files: Files }
