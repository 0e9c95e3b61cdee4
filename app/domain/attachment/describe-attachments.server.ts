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
  then?: { remove: string } | { move: string; by: -1 | 1 }
}

/**
 * Saves what is said of the files of the text in work, and removes or moves one where the button says so; `Conflict` when
 * the list is not the one that the writer saw. Removed files stay stored as long as a published text names them.
 */
export async function describeAttachments(ctx: Context, { practiceId, base, said, then }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'edit')
  await ctx.db.transaction((tx) =>
    changeAttachments(tx, ctx, practice, {
      action: then ? ('remove' in then ? 'remove' : 'order') : 'describe',
      data: then && { fileId: 'remove' in then ? then.remove : then.move },
      change(list) {
        const next = list.map((one) => {
          const words = said.find(({ fileId }) => fileId === one.fileId)
          return words ? { ...one, caption: words.caption, alt: words.alt } : one
        })
        const asked = applied(next, then)
        // The same form sent twice.
        if (JSON.stringify(asked) === JSON.stringify(list)) return list
        if (attachmentsBase({ attachments: list }) !== base) throw new Conflict('somebody else changed the files')
        return asked
      },
    }),
  )
  return { publicId: practice.publicId }
}

function applied(list: Parameters<typeof moved>[0], then: Input['then']) {
  if (!then) return [...list]
  if ('remove' in then) return list.filter(({ fileId }) => fileId !== then.remove)
  return moved(list, then.move, then.by)
}
