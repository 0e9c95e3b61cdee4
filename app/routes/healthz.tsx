/** Alive: the process answers. Says nothing of what it needs; `/readyz` does. */
export const loader = () =>
  new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
