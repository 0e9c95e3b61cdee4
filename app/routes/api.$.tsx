import type { LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/domain/shared/errors.ts'
import { runApi } from '#app/http/api.server.ts'

/** Programs get their bad news as JSON, also for addresses that do not exist. */
const unknownAddress = (args: LoaderFunctionArgs) =>
  runApi(args, async () => {
    throw new NotFound('no such address; see /api/v1/openapi.json')
  })

export const loader = unknownAddress
export const action = unknownAddress
