import type { Transaction } from '#db/client.server.ts'
import { insertDocument, updateAgreement, upsertAgreement } from '#db/queries/adoption-writes.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Invalid } from '../shared/errors.ts'
import { factsOf, partyOf } from './adoption.policy.ts'
import type { AdoptionFile } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'
import { advance } from './pass-gate.server.ts'

type Agreement = { number: string; title: string; scope: string; startsOn: string; endsOn?: string | undefined }

/** Writes the agreement, or writes it anew; what was signed before no longer holds. */
export async function writeAgreement(ctx: Context, input: Target & Agreement): Promise<AdoptionRecord> {
  const { number, title, scope, startsOn, endsOn = null } = input
  return changeAdoption(ctx, input, 'write_agreement', ({ adoption }) => ({
    write: async (tx, actorId) => {
      const written = { adoptionId: adoption.id, createdBy: actorId, createdAt: ctx.now }
      await upsertAgreement(tx, { ...written, number, title, scope, startsOn, endsOn })
      return undefined
    },
    event: 'write_agreement',
    data: { number },
    tell: ['adopter', 'source'],
  }))
}

/**
 * One head signs; the second signature brings the agreement into force and opens the gate. The two are different
 * people. Where the head of the source cannot sign in, the hub records the signature on paper.
 */
export async function signAgreement(
  ctx: Context,
  input: Target & { side: 'adopter' | 'source' },
): Promise<AdoptionRecord> {
  const act = input.side === 'adopter' ? 'sign_adopter' : 'sign_source'
  return changeAdoption(ctx, input, act, (file) => {
    const { agreement } = file
    const other = input.side === 'adopter' ? agreement?.sourceSignedBy : agreement?.adopterSignedBy
    if (other === userIdOf(ctx.actor)) throw new Invalid({ '': ['samePerson'] })
    const onPaper = input.side === 'source' && partyOf(ctx.actor, factsOf(file)) === 'hub'
    const onward = other ? advance(ctx, file, null) : undefined
    return {
      ...onward,
      write: async (tx, actorId) => {
        await updateAgreement(
          tx,
          file.adoption.id,
          input.side === 'adopter'
            ? { adopterSignedBy: actorId, adopterSignedAt: ctx.now }
            : { sourceSignedBy: actorId, sourceSignedAt: ctx.now, sourceSignedOnPaper: onPaper },
        )
        if (onward) await keepAgreement(tx, ctx, file, actorId)
        return onward?.write?.(tx, actorId)
      },
      event: act,
      data: { onPaper },
      tell: ['adopter', 'source', 'hub'],
    }
  })
}

async function keepAgreement(
  tx: Transaction,
  { now }: Context,
  { adoption, agreement }: AdoptionFile,
  actorId: string,
) {
  if (!agreement) return
  const { title, number, startsOn, scope } = agreement
  await insertDocument(tx, {
    adoptionId: adoption.id,
    kind: 'agreement',
    title,
    number,
    datedOn: startsOn,
    body: scope,
    createdBy: actorId,
    createdAt: now,
  })
}
