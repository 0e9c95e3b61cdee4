import type { Bilingual } from '#db/practice-content.ts'
import { practiceFor } from '../practice/practice-moves.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { moved } from './attachment.ts'
import { attachmentsBase, changeAttachments } from './change-attachments.server.ts'

type Input = {
  practiceId: string
  /** `attachmentsBase` of the list that the writer had before them. */
  base: string
  said: { fileId: string; caption: Bilingual; alt: Bilingual }[]
  /** What else the button does: takes a file out of the text, or moves it by one place. */
  act?: { remove: string } | { move: string; by: -1 | 1 }
}

/**
 * Saves what is said of the files of the text in work, and removes or moves one where the button says so; `Conflict` when
 * the list is not the one that the writer saw. Removed files stay stored as long as a published text names them.
 */
export async function describeAttachments(ctx: Context, { practiceId, base, said, act }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'edit')
  await ctx.db.transaction((tx) =>
    changeAttachments(tx, ctx, practice, {
      action: act ? ('remove' in act ? 'remove' : 'order') : 'describe',
      data: act && { fileId: 'remove' in act ? act.remove : act.move },
      change(list) {
        const next = list.map((one) => {
          const words = said.find(({ fileId }) => fileId === one.fileId)
          return words ? { ...one, caption: words.caption, alt: words.alt } : one
        })
        const asked = applied(next, act)
        // The same form sent twice.
        const current = attachmentsBase({ attachments: list })
        if (attachmentsBase({ attachments: asked }) === current) return list
        if (current !== base) throw new Conflict('somebody else changed the files')
        return asked
      },
    }),
  )
  return { publicId: practice.publicId }
}

function applied(list: Parameters<typeof moved>[0], act: Input['act']) {
  if (!act) return [...list]
  if ('remove' in act) return list.filter(({ fileId }) => fileId !== act.remove)
  return moved(list, act.move, act.by)
}
