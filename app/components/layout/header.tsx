import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { lowerFirst } from '#app/i18n/format.ts'
import { withLang } from '#app/i18n/lang.ts'
import { layoutText } from '#app/i18n/layout.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { SearchForm } from '../ui/search-form.tsx'
import { useRoot } from './root-data.ts'

/** One step of a navigation; `count` is what waits there. */
export type NavItem = { href: string; label: ReactNode; count?: number }

type HeaderProps = {
  /** The workspace header swaps its search box for a link on phones. */
  work?: boolean
  /** The home page has its own search. */
  search?: boolean
  children: ReactNode
}

/** Demo strip, letterhead and the navigation given as children. The same on every page. */
export function Header({ work, search = true, children }: HeaderProps) {
  const root = useRoot()
  const t = useText(layoutText)
  return (
    <header>
      {root?.demo && (
        <div className="demo-note">
          <div className="wrap">
            <p>{t.demo}</p>
          </div>
        </div>
      )}
      <div className={cx('kop', work && 'kop--work', root?.user && 'kop--user')}>
        <div className="wrap kop__row">
          <Brand />
          {search && <SearchBox />}
          <Tools work={work} />
        </div>
      </div>
      {children}
    </header>
  )
}

function Brand() {
  const t = useText(layoutText)
  return (
    <a className="kop__brand" href={paths.home()}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <path fill="var(--nila-deep)" d="M2 2h15.5v7H2zM19 2h7v15.5h-7zM10.5 19H26v7H10.5zM2 10.5h7V26H2z" />
        <path fill="var(--kunyit-fill)" d="M10.5 10.5h7v7h-7z" />
      </svg>
      <span>
        <b>JIPP</b>
        <span>{t.siteName}</span>
      </span>
    </a>
  )
}

function SearchBox() {
  const t = useText(layoutText)
  const { pathname, search } = useLocation()
  const query = pathname === paths.practices() ? (new URLSearchParams(search).get('q') ?? undefined) : undefined
  return (
    <SearchForm className="kop__search" action={paths.practices()}>
      <label className="vh" htmlFor="q-top">
        {t.searchLabel}
      </label>
      <input className="in" id="q-top" name="q" type="search" defaultValue={query} autoComplete="off" />
      <Button icon="search">
        <span className="vh">{t.search}</span>
      </Button>
    </SearchForm>
  )
}

function Tools({ work }: { work?: boolean }) {
  const t = useText(layoutText)
  const other = useLang() === 'id' ? 'en' : 'id'
  const location = useLocation()
  const user = useRoot()?.user
  return (
    <div className="kop__tools">
      {work && (
        <a className="narrow-only" href={paths.practices()}>
          {t.search}
        </a>
      )}
      <a href={withLang(location, other)} lang={other} hrefLang={other}>
        {t.otherLanguage}
      </a>
      {user && !work && <a href={paths.work()}>{t.workspace}</a>}
      {user ? (
        <form method="post" action={paths.signOut()}>
          <Button variant="link">{t.signOut}</Button>
        </form>
      ) : (
        <a href={paths.signIn()}>{t.signIn}</a>
      )}
    </div>
  )
}

/** Who is signed in, in which hat, and the way to another one. */
export function Who() {
  const t = useText(layoutText)
  const words = useText(vocabularyText)
  const user = useRoot()?.user
  if (!user) return null
  const hat = [user.role ? lowerFirst(words.role[user.role]) : t.noRole, user.organisation].filter(Boolean).join(', ')
  return (
    <p className="work__who">
      <span>
        {user.name} · {hat}
      </span>
      {user.otherHats > 0 && <a href={paths.switchHat()}>{t.switchRole}</a>}
    </p>
  )
}

/** The steps of a navigation; the one that leads to this page, or to the part of the site it is in, is marked. */
export function NavList({ items }: { items: readonly NavItem[] }) {
  const { pathname } = useLocation()
  const within = items.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  // The workspace home is the parent of everything: the longest match is where we are.
  const here = within.sort((a, b) => b.href.length - a.href.length)[0]?.href
  return (
    <ul>
      {items.map(({ href, label, count }) => (
        <li key={href}>
          <a href={href} aria-current={href === here ? (href === pathname ? 'page' : 'true') : undefined}>
            {label}
            {count ? ` (${count})` : null}
          </a>
        </li>
      ))}
    </ul>
  )
}
