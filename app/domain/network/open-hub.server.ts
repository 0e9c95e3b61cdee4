import type { z } from 'zod'
import {
  existsHubInProvince,
  findProvince,
  insertHub,
  moveOrphansToHub,
} from '#db/queries/organisations-admin.server.ts'
import { slugOf } from '#db/seed/slug.ts'
import { issueInvitation } from '../people/invite.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import type { openHubSchema } from './hub.schema.ts'
import { canManageHubs } from './network.policy.ts'

/**
 * Opens a hub in a province that has none and invites its first manager, both or neither.
 * Practices and adoptions of the province that had no hub are its own from now on.
 * The hub is run by the provincial government until somebody records otherwise.
 */
export async function openHub(ctx: Context, input: z.output<typeof openHubSchema>) {
  if (!canManageHubs(ctx.actor)) throw new Forbidden('may not open hubs')
  const province = await findProvince(ctx.db, input.provinceCode)
  if (!province) throw new NotFound('no such province')
  if (input.openedOn > today(ctx.now)) throw new Invalid({ openedOn: ['dateInFuture'] })
  return ctx.db.transaction(async (tx) => {
    if (await existsHubInProvince(tx, province.code)) throw new Invalid({ provinceCode: ['provinceHasHub'] })
    const organisation = await insertHub(tx, {
      name: input.name,
      slug: slugOf(input.name),
      isDemo: province.isDemo,
      provinceCode: province.code,
      agencyId: province.agencyId,
      openedOn: input.openedOn,
      source: input.source ?? null,
    })
    if (!organisation) throw new Invalid({ name: ['hubNameTaken'] })
    const moved = await moveOrphansToHub(tx, organisation.id, province.code)
    await recordChange(tx, ctx, {
      action: 'hub.open',
      entity: 'hub',
      entityId: organisation.id,
      data: { provinceCode: province.code, name: input.name },
      outbox: moved.map(({ id, searchVersion }) => ({ topic: 'practice', entityId: id, version: searchVersion })),
    })
    const invitation = { organisation, email: input.managerEmail, role: 'hub_manager' as const }
    await issueInvitation(tx, ctx, invitation).catch(asManagerError)
    return { hubId: organisation.id, slug: organisation.slug }
  })
}

/** The form calls the address of the manager by another name. */
function asManagerError(error: unknown): never {
  if (error instanceof Invalid && error.fieldErrors.email) throw new Invalid({ managerEmail: error.fieldErrors.email })
  throw error
}
