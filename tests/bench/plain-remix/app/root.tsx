import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'

/** The frame of a Remix page as its documentation has it. */
export default function App() {
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}
