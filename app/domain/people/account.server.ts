import { findUser, updateUser } from '#db/queries/people.server.ts'
import { deleteSession, deleteSessionsOfUser, listSessionsOfUser, updateSession } from '#db/queries/session.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'

function assertSignedIn(ctx: Context): string {
  const userId = userIdOf(ctx.actor)
  if (!userId) throw new Forbidden('nobody is signed in')
  return userId
}

/** Name, address, language, and the browsers in which the person is signed in, last used first. */
export async function readAccount(ctx: Context) {
  const userId = assertSignedIn(ctx)
  const person = await findUser(ctx.db, userId)
  if (!person) throw new NotFound('no such person')
  const sessions = await listSessionsOfUser(ctx.db, userId, ctx.now)
  return {
    name: person.name,
    email: person.email,
    language: person.language,
    sessions: sessions.map(({ tokenHash, device, createdAt, lastSeenAt }) => ({
      id: tokenHash,
      device,
      createdAt,
      lastSeenAt,
    })),
  }
}

/** Changes the own name and the language of mail. */
export async function updateProfile(ctx: Context, { name, language }: { name: string; language: Language }) {
  const userId = assertSignedIn(ctx)
  await ctx.db.transaction(async (tx) => {
    await updateUser(tx, userId, { name, language })
    await recordChange(tx, ctx, { action: 'user.update_profile', entity: 'user', entityId: userId })
  })
}

/** Signs the person out of one browser, named by the stored form of its token, or of all of them. */
export async function endSessions(ctx: Context, { session }: { session?: string }) {
  const userId = assertSignedIn(ctx)
  await ctx.db.transaction(async (tx) => {
    if (session) {
      const own = await listSessionsOfUser(tx, userId, ctx.now)
      if (!own.some((row) => row.tokenHash === session)) return
      await deleteSession(tx, session)
    } else {
      await deleteSessionsOfUser(tx, userId)
    }
    await recordChange(tx, ctx, {
      action: session ? 'user.end_session' : 'user.end_all_sessions',
      entity: 'user',
      entityId: userId,
    })
  })
}

/** Puts on another hat in one browser. Only a membership that holds now can be worn. */
export async function switchHat(
  ctx: Context,
  input: { tokenHash: string; membershipId: string; hats: readonly { membershipId: string }[] },
) {
  if (!input.hats.some((hat) => hat.membershipId === input.membershipId)) throw new NotFound('no such membership now')
  await updateSession(ctx.db, input.tokenHash, { membershipId: input.membershipId })
}
