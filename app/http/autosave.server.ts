import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { Lang } from '../i18n/lang.ts'
import { validationMessage } from '../i18n/validation.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { type FormMessages, issueKey, readForm } from './form.server.ts'
import { type Problem, toResponse } from './respond.server.ts'

/** What the editor is told about a save that no page was loaded for. */
export type AutosaveAnswer =
  | { ok: true; base: string; savedAt: string }
  | { ok: false; problem: Problem['code']; errors?: Record<string, string[]> }

type Options<S extends z.ZodType> = {
  schema: S
  messages: (lang: Lang) => FormMessages
  /** Who may save; throws. */
  before: (ctx: RequestContext) => unknown
  save: (ctx: RequestContext, value: z.output<S>, base: string) => Promise<{ base: string; savedAt: Date }>
}

/** Saves a form that script sent while its page stays open, and answers in JSON: saved, or why not. */
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
      return answer({ ok: false, problem: 'invalid', errors: Object.fromEntries(errors) }, 422)
    }
    const saved = await options.save(ctx, submission.value as z.output<S>, String(form.get('base') ?? ''))
    return answer({ ok: true, base: saved.base, savedAt: saved.savedAt.toISOString() }, 200)
  } catch (error) {
    return refusal(error, args)
  }
}

function refusal(error: unknown, args: RouteArgs): Response {
  const response = toResponse(error, args.context.requestId)
  if (response instanceof Response) return response
  const { data, init } = response as unknown as { data: Problem; init: ResponseInit }
  return answer({ ok: false, problem: data.code }, init.status ?? 500)
}

function answer(body: AutosaveAnswer, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
