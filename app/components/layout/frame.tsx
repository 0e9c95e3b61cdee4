import type { ReactNode } from 'react'
import { layoutText } from '#app/i18n/layout.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Footer } from './footer.tsx'
import { Header, type NavItem, NavList, Who } from './header.tsx'
import { useRoot } from './root-data.ts'

function Main({ children }: { children: ReactNode }) {
  return (
    <main id="isi" className="wrap" tabIndex={-1}>
      {children}
    </main>
  )
}

/** The frame of every public page: letterhead, public navigation, content, footer. */
export function PublicFrame({ search, children }: { search?: boolean; children: ReactNode }) {
  const t = useText(layoutText)
  const signedIn = Boolean(useRoot()?.user)
  const items: NavItem[] = [
    { href: paths.practices(), label: t.practices },
    { href: paths.needs(), label: t.needs },
    { href: paths.network(), label: t.network },
    { href: paths.hubs(), label: t.hubs },
    { href: paths.about(), label: t.guide },
  ]
  return (
    <>
      <Header search={search}>
        <div className="kop__nav">
          <div className={signedIn ? 'wrap work__row' : 'wrap'}>
            <nav aria-label={t.mainNav}>
              <NavList items={items} />
            </nav>
            <Who />
          </div>
        </div>
      </Header>
      <Main>{children}</Main>
      <Footer />
    </>
  )
}

/** The frame of the workspace: its own navigation instead of the public one, and whose hat is worn. */
export function WorkFrame({ nav, children }: { nav: readonly NavItem[]; children: ReactNode }) {
  const t = useText(layoutText)
  return (
    <>
      <Header work>
        <div className="work">
          <div className="wrap work__row">
            <nav aria-label={t.workNav}>
              <NavList items={nav} />
            </nav>
            <Who />
          </div>
        </div>
      </Header>
      <Main>{children}</Main>
      <Footer />
    </>
  )
}
