import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { Conflict } from '../domain/shared/errors.ts'
import type { Lang } from '../i18n/lang.ts'
import { validationMessage } from '../i18n/validation.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { type FormMessages, issueKey, readForm } from './form.server.ts'
import { type Problem, toResponse } from './respond.server.ts'

/** What the editor is told about a save that no page was loaded for: what the verb answers, or why not. */
type Refusal = { ok: false; problem: Problem['code']; errors?: Record<string, string[]>; detail?: unknown }

type Options<S extends z.ZodType> = {
  schema: S
  messages: (lang: Lang) => FormMessages
  /** Who may save; throws. */
  before: (ctx: RequestContext) => unknown
  save: (ctx: RequestContext, posted: { patch: z.output<S>; form: FormData }) => Promise<object>
}

/** Saves a form that script sent while its page stays open, and answers in JSON. */
export async function answerAutosave<S extends z.ZodType>(args: RouteArgs, options: Options<S>): Promise<Response> {
  try {
    const ctx = await contextFor(args)
    options.before(ctx)
    const form = await readForm(args.request)
    const submission = parseWithZod(form, { schema: options.schema, error: issueKey })
    if (submission.status !== 'success') {
      const own = options.messages(ctx.lang)
      const errors = Object.entries(submission.error ?? {}).map(([field, keys]) => [
        field,
        (keys ?? []).map((key) => validationMessage(ctx.lang, key, own)),
      ])
      return refusal({ ok: false, problem: 'invalid', errors: Object.fromEntries(errors) }, 422)
    }
    const saved = await options.save(ctx, { patch: submission.value as z.output<S>, form })
    return Response.json({ ok: true, ...saved }, { headers: NOT_KEPT })
  } catch (error) {
    const response = toResponse(error, args.context.requestId)
    if (response instanceof Response) return response
    const { data, init } = response as unknown as { data: Problem; init: ResponseInit }
    const detail = error instanceof Conflict ? error.detail : undefined
    return refusal({ ok: false, problem: data.code, detail }, init.status ?? 500)
  }
}

const NOT_KEPT = { 'Cache-Control': 'no-store' }

const refusal = (body: Refusal, status: number) => Response.json(body, { status, headers: NOT_KEPT })
