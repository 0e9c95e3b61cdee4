import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AlivePage } from '#app/components/heartbeat/alive-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { answerLife } from '#app/domain/heartbeat/answer-life.server.ts'
import { lifeAnswerSchema } from '#app/domain/heartbeat/heartbeat.schema.ts'
import { readLifeQuestion } from '#app/domain/heartbeat/read-question.server.ts'
import { Conflict } from '#app/domain/shared/errors.ts'
import { handleForm } from '#app/http/form.server.ts'
import { lifeChoice, lifeLink } from '#app/http/life-link.server.ts'
import { run } from '#app/http/respond.server.ts'
import { lifeMessages, lifeText } from '#app/i18n/life.ts'
import { paths } from '#app/paths.ts'

export const meta = publicMeta(({ lang }) => ({ title: lifeText(lang).ask.window, hidden: true }))

/** Opening the link changes nothing: programs that check mail open every link. */
export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const link = lifeLink(args.request)
    const question = await readLifeQuestion(ctx, { ...link, address: ctx.clientAddress })
    const status = !question ? 404 : question.state === 'gone' ? 410 : 200
    return data({ question, token: link.token, chosen: lifeChoice(args.request) }, { status })
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    lifeAnswerSchema,
    async (ctx, answer) => {
      const link = lifeLink(args.request)
      try {
        await answerLife(ctx, { ...link, address: ctx.clientAddress, answer })
      } catch (error) {
        // Somebody was quicker, or it ran out: the page says which.
        if (!(error instanceof Conflict)) throw error
      }
      return redirect(paths.alive(link.token))
    },
    { messages: lifeMessages },
  )

export default function Alive() {
  return (
    <PublicFrame>
      <AlivePage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
