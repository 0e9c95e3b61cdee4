import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { Conflict, Invalid, TooManyAttempts } from '../domain/shared/errors.ts'
import type { Lang } from '../i18n/lang.ts'
import { validationMessage } from '../i18n/validation.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { isFormError, toResponse } from './respond.server.ts'

export type FormMessages = Record<string, string | ((value: string) => string)>

type FormOptions = {
  /** Messages of this form's own rules, by key. */
  messages?: (lang: Lang) => FormMessages
  /** Fields that are never sent back, not even to the person who typed them: passwords. */
  secret?: string[]
  /** Who may send this form at all: a guard, asked before anything is read. */
  before?: (ctx: RequestContext) => unknown
  /** Reads the form another way than as it was sent. */
  read?: (ctx: RequestContext, form: FormData) => Promise<FormData>
}

/** What an action answers when the form must be shown again: fed to `useForm({ lastResult })`, it keeps what was typed. */
export type FormReply = {
  result: SubmissionResult<string[]>
  /** What a `Conflict` carries for the form. */
  detail?: unknown
}

/**
 * Runs the action of a form: parses and checks it, hands the value to `act` (one verb, then a redirect), and shows
 * the form again with messages in the user's language when the input or the moment was wrong. Never loses input.
 */
export async function handleForm<S extends z.ZodType>(
  args: RouteArgs,
  schema: S | ((ctx: RequestContext) => S),
  act: (ctx: RequestContext, value: z.output<S>, form: FormData) => Promise<Response>,
  options: FormOptions = {},
) {
  try {
    const ctx = await contextFor(args)
    options.before?.(ctx)
    const sent = await readForm(args.request)
    const form = options.read ? await options.read(ctx, sent) : sent
    const own = options.messages?.(ctx.lang) ?? {}
    const say = (message: string) => validationMessage(ctx.lang, message, own)
    const hideFields = options.secret
    const submission = parseWithZod(form, {
      schema: typeof schema === 'function' ? schema(ctx) : schema,
      error: issueKey,
    })
    if (submission.status !== 'success') {
      const reply = submission.reply({ hideFields })
      return again({ ...reply, error: translated(reply.error, say) }, 422)
    }
    try {
      return await act(ctx, submission.value as z.output<S>, form)
    } catch (error) {
      if (!isFormError(error)) throw error
      if (error instanceof Invalid) {
        const { '': formErrors = [], ...fieldErrors } = error.fieldErrors
        const reply = submission.reply({
          hideFields,
          fieldErrors: translated(fieldErrors, say),
          formErrors: formErrors.map(say),
        })
        return again(reply, 422)
      }
      const key = error instanceof TooManyAttempts ? `too_many|${error.retryAfter}` : error.code
      const status = error instanceof TooManyAttempts ? 429 : 409
      const detail = error instanceof Conflict ? error.detail : undefined
      return again(submission.reply({ hideFields, formErrors: [say(key)] }), status, detail)
    }
  } catch (error) {
    throw toResponse(error, args.context.requestId)
  }
}

function again(result: SubmissionResult<string[]>, status: number, detail?: unknown) {
  return data<FormReply>({ result, detail }, { status })
}

/** `rows[4000000000].name` would make the parser build a list of that length; no form here has a thousand rows. */
const HUGE_INDEX = /\[\d{4,}\]/

/** The button "add a row" and nothing else that the form library would do on request. */
const ADD_ROW = /^\{"type":"insert","payload":\{"name":"([A-Za-z]+)"\}\}$/

function isWelcome(name: string, value: string, raw: FormData): boolean {
  if (name === '__state__') return false
  if (name !== '__intent__') return true
  const list = ADD_ROW.exec(value)?.[1]
  return list !== undefined && !raw.has(list)
}

/** Reads a form; a body that is none counts as an empty form, NUL and rows beyond reason are dropped. */
export async function readForm(request: Request): Promise<FormData> {
  return cleanForm(await request.formData().catch(() => new FormData()))
}

/** The same for a form that was read already. */
export function cleanForm(raw: FormData): FormData {
  const clean = new FormData()
  for (const [sent, value] of raw) {
    const name = sent.replaceAll('\0', '')
    if (typeof value === 'string' && !HUGE_INDEX.test(name) && isWelcome(name, value, raw))
      clean.append(name, value.replaceAll('\0', '').replaceAll('\r\n', '\n'))
  }
  return clean
}

/** Messages of fields in words. */
export function translated<E extends Record<string, string[] | null> | null | undefined>(
  errors: E,
  say: (message: string) => string,
) {
  if (!errors) return undefined
  return Object.fromEntries(Object.entries(errors).map(([field, list]) => [field, (list ?? []).map(say)]))
}

/** Names a zod issue by the key of its message; rules with an own message keep it. */
export function issueKey(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === '') return 'required'
      return issue.expected === 'number'
        ? 'number'
        : issue.expected === 'int'
          ? 'wholeNumber'
          : issue.expected === 'date'
            ? 'date'
            : 'wrongForm'
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? 'required' : `tooShort|${issue.minimum}`
      return issue.origin === 'array' ? `tooFew|${issue.minimum}` : `numberAtLeast|${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `tooLong|${issue.maximum}`
      return issue.origin === 'array' ? `tooMany|${issue.maximum}` : `numberAtMost|${issue.maximum}`
    case 'invalid_format':
      return issue.format === 'email'
        ? 'email'
        : issue.format === 'url'
          ? 'url'
          : issue.format === 'date'
            ? 'date'
            : issue.format === 'time'
              ? 'time'
              : 'wrongForm'
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'choice'
    default:
      return 'wrongForm'
  }
}
