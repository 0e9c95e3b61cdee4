import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NeedBoardPage } from '#app/components/adoption/need-board.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { boardFilterSchema } from '#app/domain/adoption/need.schema.ts'
import { readNeedBoard } from '#app/domain/adoption/read-need.server.ts'
import { run } from '#app/http/respond.server.ts'
import { needText } from '#app/i18n/need.ts'

export const meta = pageTitle((lang) => needText(lang).board.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    const query = Object.fromEntries(new URL(args.request.url).searchParams)
    return readNeedBoard(ctx, boardFilterSchema.parse(query))
  })

export default function Needs() {
  return (
    <PublicFrame>
      <NeedBoardPage board={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
