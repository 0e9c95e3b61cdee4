import { findProvinceOfOrganisation } from '#db/queries/search-demand.server.ts'
import { type Context, organisationOf } from '../shared/context.ts'

/** The province that the organisation of the actor works in; null for visitors and where there is none or more than one. */
export function provinceOf(ctx: Pick<Context, 'db' | 'actor'>): Promise<string | null> | null {
  const organisationId = organisationOf(ctx.actor)
  return organisationId ? findProvinceOfOrganisation(ctx.db, organisationId) : null
}
