import { env } from '../config/env.server.ts'
import { readServiceStatus, type ServiceStatus } from '../domain/report/service-status.server.ts'
import { platform } from '../platform.server.ts'
import { visitorContext } from './api.server.ts'
import type { RouteArgs } from './context.server.ts'

/** State of the site's parts. Never asks who is signed in: it must answer while the database does not. */
export async function serviceStatus(args: RouteArgs): Promise<ServiceStatus> {
  const { SMTP_URL } = env()
  return readServiceStatus(await visitorContext(args), { smtp: Boolean(SMTP_URL), files: platform().files })
}
