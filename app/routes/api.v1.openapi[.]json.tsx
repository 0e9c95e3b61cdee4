import type { LoaderFunctionArgs } from '@remix-run/node'
import { openApiDocument } from '#app/domain/practice/open-api.ts'
import { runApi } from '#app/http/api.server.ts'
import { siteOf } from '#app/http/site.server.ts'

export const loader = (args: LoaderFunctionArgs) => runApi(args, async () => openApiDocument(siteOf(args.request)))
