import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDate, formatList, lowerFirst } from '#app/i18n/format.ts'
import { problemText } from '#app/i18n/problems.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ROLES, type Role } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { PublicFrame } from './frame.tsx'
import { useRequestInfo } from './request-info.ts'
import { useRoot } from './root-data.ts'
import { readTombstone, type Tombstone, TombstoneFacts } from './tombstone.tsx'

/** What the server says of a problem; the page has the words. Everything is optional: an error page must not fail. */
type Problem = {
  status: number
  requestId?: string
  retryAfter?: number
  /** Who may open a page that this person may not. */
  roles: Role[]
  /** What is left of a withdrawn practice. */
  tombstone?: Tombstone
}

const TITLE_KEY = {
  400: 'invalid',
  403: 'forbidden',
  404: 'notFound',
  405: 'method',
  409: 'conflict',
  410: 'gone',
  422: 'invalid',
  429: 'tooMany',
  503: 'unavailable',
} as const

const kindOf = (status: number) => TITLE_KEY[status as keyof typeof TITLE_KEY] ?? 'unexpected'

/** Reads what an error carries; anything unknown counts as our own mistake, status 500. */
export function problemOf(error: unknown): Problem {
  if (!isRouteErrorResponse(error)) return { status: 500, roles: [] }
  const data: Record<string, unknown> = typeof error.data === 'object' && error.data !== null ? error.data : {}
  return {
    status: error.status,
    requestId: text(data.requestId),
    retryAfter: typeof data.retryAfter === 'number' ? data.retryAfter : undefined,
    roles: Array.isArray(data.roles) ? ROLES.filter((role) => (data.roles as unknown[]).includes(role)) : [],
    tombstone: data.tombstone ? readTombstone(data.tombstone) : undefined,
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** The title of the browser window on an error page. */
export function ErrorTitle({ error }: { error: unknown }) {
  const t = useText(problemText)
  return <title>{`${t[kindOf(problemOf(error).status)].title} · JIPP`}</title>
}

/** What happened, what is safe, what to do next: one page for every status, in both languages. */
export function ErrorPage({ error }: { error: unknown }) {
  const problem = problemOf(error)
  return (
    <PublicFrame search={kindOf(problem.status) !== 'notFound'}>
      <Body problem={problem} />
    </PublicFrame>
  )
}

function Body({ problem }: { problem: Problem }) {
  switch (kindOf(problem.status)) {
    case 'notFound':
      return <NotFound />
    case 'forbidden':
      return <Forbidden roles={problem.roles} />
    case 'gone':
      return <Gone tombstone={problem.tombstone} />
    case 'conflict':
      return <Conflict />
    case 'tooMany':
      return <TooMany retryAfter={problem.retryAfter} />
    case 'unavailable':
      return <Unavailable />
    case 'method':
    case 'invalid':
      return <Refused kind={kindOf(problem.status) === 'method' ? 'method' : 'invalid'} />
    default:
      return <Unexpected requestId={problem.requestId} />
  }
}

function Page({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="stack">
      <h1>{title}</h1>
      {children}
    </div>
  )
}

function NotFound() {
  const t = useText(problemText)
  const { pathname } = useLocation()
  return (
    <Page title={t.notFound.title}>
      <p className="read">
        {t.notFound.address} <code>{shortened(decoded(pathname))}</code> {t.notFound.text}
      </p>
      {pathname.startsWith(`${paths.practices()}/`) && <p className="read">{t.notFound.practiceForm}</p>}
      <SearchForm action={paths.practices()} className="row row--end">
        <div className="grow-m">
          <Field name="q" type="search" label={t.searchLabel} autoComplete="off" />
        </div>
        <Button>{t.search}</Button>
      </SearchForm>
    </Page>
  )
}

const shortened = (path: string) => (path.length > 80 ? `${path.slice(0, 80)}…` : path)

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function Forbidden({ roles }: { roles: readonly Role[] }) {
  const lang = useLang()
  const t = problemText(lang)
  const words = vocabularyText(lang)
  const user = useRoot()?.user
  const names = roles.map((role) => lowerFirst(words.role[role]))
  const hat =
    user && [user.name, user.role && lowerFirst(words.role[user.role]), user.organisation].filter(Boolean).join(', ')
  return (
    <Page title={t.forbidden.title}>
      <p className="read">{names.length ? t.forbidden.whoRoles(formatList(lang, names)) : t.forbidden.who}</p>
      <p className="read">
        {hat ? (
          <>
            {t.forbidden.signedIn} <b>{hat}</b>.
          </>
        ) : (
          t.forbidden.visitor
        )}{' '}
        {t.forbidden.ask}
      </p>
      <p className="acts">
        {user ? (
          <ButtonLink variant="quiet" href={paths.work()}>
            {t.toWork}
          </ButtonLink>
        ) : (
          <ButtonLink href={paths.signIn()}>{t.forbidden.signIn}</ButtonLink>
        )}
      </p>
      {user && (
        <form method="post" action={paths.signOut()}>
          <Button variant="link">{t.forbidden.otherAccount}</Button>
        </form>
      )}
    </Page>
  )
}

function Gone({ tombstone }: { tombstone: Problem['tombstone'] }) {
  const lang = useLang()
  const t = problemText(lang)
  const { practiceId, withdrawnOn } = tombstone ?? {}
  return (
    <Page title={withdrawnOn ? t.gone.titleOn(formatDate(lang, withdrawnOn)) : t.gone.title}>
      <p className="read">{t.gone.text}</p>
      {tombstone && <TombstoneFacts tombstone={tombstone} />}
      <p className="small dim">
        {t.gone.cited} {practiceId && <a href={paths.practiceCite(practiceId, 'apa', { lang })}>{t.gone.citation}</a>}
      </p>
    </Page>
  )
}

function Conflict() {
  const t = useText(problemText)
  const { pathname, search } = useLocation()
  return (
    <Page title={t.conflict.title}>
      <p className="read">{t.conflict.text}</p>
      <p className="acts">
        <ButtonLink variant="quiet" href={pathname + search}>
          {t.reload}
        </ButtonLink>
      </p>
    </Page>
  )
}

function TooMany({ retryAfter }: { retryAfter?: number }) {
  const t = useText(problemText)
  const { title, text } = useLocation().pathname === paths.practices() ? t.tooManyFilters : t.tooMany
  return (
    <Page title={title}>
      <p className="read">
        {text} {t.tooMany.wait(Math.ceil((retryAfter ?? 60) / 60))}
      </p>
    </Page>
  )
}

function Refused({ kind }: { kind: 'method' | 'invalid' }) {
  const t = useText(problemText)
  return (
    <Page title={t[kind].title}>
      <p className="read">{t[kind].text}</p>
      <p className="acts">
        <ButtonLink variant="quiet" href={paths.home()}>
          {t.toHome}
        </ButtonLink>
      </p>
    </Page>
  )
}

function RetryActs() {
  const t = useText(problemText)
  const { pathname, search } = useLocation()
  return (
    <p className="acts">
      <ButtonLink variant="quiet" href={pathname + search}>
        {t.retry}
      </ButtonLink>
      <a href={paths.status()}>{t.status}</a>
    </p>
  )
}

function Unavailable() {
  const t = useText(problemText)
  return (
    <Page title={t.unavailable.title}>
      <Band tone="warn" title={t.unavailable.text}>
        {t.unavailable.still}
      </Band>
      <RetryActs />
    </Page>
  )
}

function Unexpected({ requestId }: { requestId?: string }) {
  const t = useText(problemText)
  const known = useRequestInfo().requestId
  // The first eight signs are enough to find the line in the log, and short enough to read out on the phone.
  const id = (requestId ?? known)?.slice(0, 8)
  return (
    <Page title={t.unexpected.title}>
      <p className="read">{t.unexpected.text}</p>
      {id && <p className="read">{t.unexpected.id(id)}</p>}
      <RetryActs />
    </Page>
  )
}
