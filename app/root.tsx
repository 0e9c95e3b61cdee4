import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage, ErrorTitle } from './components/layout/error-page.tsx'
import { useRequestInfo } from './components/layout/request-info.ts'
import { rootData } from './http/root-data.server.ts'
import { layoutText } from './i18n/layout.ts'
import { useLang } from './i18n/use-text.tsx'
import stylesheet from './styles/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** How long to wait, said by an error, is for programs too; nothing else of an answer is the page's own. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const retryAfter = errorHeaders?.get('Retry-After')
  return new Headers(retryAfter ? { 'Retry-After': retryAfter } : undefined)
}

export const meta = () => [{ title: 'JIPP' }]

export const loader = (args: LoaderFunctionArgs) => rootData(args)

/** Who is signed in and in which language changes with a whole new page only; saving a draft need not ask again. */
export const shouldRevalidate = () => false

/** The document around every page and every error. Pages bring a script only when the `handle` of their route says so. */
export function Layout({ children }: { children: ReactNode }) {
  const lang = useLang()
  const error = useRouteError()
  const { island, script } = useRequestInfo()
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#14294f" />
        {error ? <ErrorTitle error={error} /> : <Meta />}
        <Links />
        {script && <script src={script} defer />}
        {island?.preload.map((part) => (
          <link key={part} rel="modulepreload" href={part} />
        ))}
        {island?.run.map((part) => (
          <script key={part} type="module" src={part} />
        ))}
      </head>
      <body>
        <a className="skip" href="#isi">
          {layoutText(lang).skip}
        </a>
        {children}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
