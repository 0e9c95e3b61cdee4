import type { LoaderFunctionArgs } from '@remix-run/node'
import { isReady } from '#app/domain/report/service-status.server.ts'
import { json } from '#app/http/api.server.ts'
import { serviceStatus } from '#app/http/service-status.server.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const status = await serviceStatus(args)
  const { database, search, mail, files } = status
  return json(
    { database, search, mail, files },
    { status: isReady(status) ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
