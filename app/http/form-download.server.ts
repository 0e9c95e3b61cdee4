import { PRACTICE_READERS } from '../domain/practice/practice.policy.ts'
import type { Context } from '../domain/shared/context.ts'
import type { RouteArgs } from './context.server.ts'
import { download } from './download.ts'
import { requireRole } from './guard.server.ts'
import { run } from './respond.server.ts'
import { siteOf } from './site.server.ts'

type Options = {
  make: (ctx: Context, publicId: string, site: string) => Promise<Buffer>
  name: (publicId: string) => string
  mediaType: string
}

/** A practice in the form of another programme, for those who read it in the workspace. */
export function answerForm(args: RouteArgs & { params: { practiceId?: string } }, { make, name, mediaType }: Options) {
  return run(args, async (ctx) => {
    requireRole(ctx, args.request, ...PRACTICE_READERS)
    const { practiceId = '' } = args.params
    const file = await make(ctx, practiceId, siteOf(args.request))
    return new Response(new Uint8Array(file), {
      headers: { ...download(name(practiceId), mediaType), 'Content-Length': String(file.length) },
    })
  })
}
