import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { UnsubscribePage } from '#app/components/saved-search/unsubscribe-page.tsx'
import { isUnsubscribeToken, unsubscribe } from '#app/domain/saved-search/unsubscribe.server.ts'
import { run } from '#app/http/respond.server.ts'
import { unsubscribeRequest } from '#app/http/unsubscribe.server.ts'
import { savedSearchText } from '#app/i18n/saved-search.ts'

export const meta = publicMeta(({ lang }) => ({ title: savedSearchText(lang).unsubscribe.title, hidden: true }))

/** Opening the link changes nothing: programs that check mail open every link. */
export const loader = (args: LoaderFunctionArgs) =>
  run(args, async () => {
    const { secret, token } = unsubscribeRequest(args.request)
    const isValid = isUnsubscribeToken(secret, token)
    return data({ isValid }, { status: isValid ? 200 : 404 })
  })

/** Answers without a redirect: mail programs send this by themselves and follow none (RFC 8058, 3.1). */
export const action = (args: ActionFunctionArgs) =>
  run(args, async (ctx) => {
    const link = unsubscribeRequest(args.request)
    if (!isUnsubscribeToken(link.secret, link.token)) return data({ done: false }, { status: 404 })
    await unsubscribe(ctx, link)
    return data({ done: true })
  })

export default function Unsubscribe() {
  const { isValid } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()?.done
  return (
    <PublicFrame>
      <UnsubscribePage state={!isValid ? 'invalid' : done ? 'done' : 'ask'} />
    </PublicFrame>
  )
}
