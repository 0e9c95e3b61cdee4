import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendFile } from '#app/http/files.server.ts'

/** `/files/<id>/960.webp`, `/files/<id>/Peraturan bupati.pdf`: outside of every page, with headers of their own. */
export const loader = (args: LoaderFunctionArgs) =>
  sendFile(args, { fileId: args.params.fileId ?? '', name: args.params.name ?? '' })
