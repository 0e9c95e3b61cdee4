import { readFileSync } from 'node:fs'
import { useLoaderData } from '@remix-run/react'

type Hit = Record<string, unknown> & {
  id: string
  title: string
  summary: string | null
  agency: string
  brand: string
}

const hits = (JSON.parse(readFileSync(process.env.HITS_FILE ?? '', 'utf8')) as { hits: Hit[] }).hits

export const loader = () => ({ hits })

/** The same hits as the search page of JIPP, from memory: no database, no search, no facets, no words of the interface. */
export default function Hits() {
  const data = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>Praktik</h1>
      <ol>
        {data.hits.map((hit) => (
          <li key={hit.id}>
            <article>
              <h2>
                <a href={`/practices/${hit.id}`}>{hit.title}</a>
              </h2>
              <p>
                <b>{hit.brand}</b> · {hit.agency}
              </p>
              <p>{hit.summary}</p>
              <dl>
                {Object.entries(hit).flatMap(([name, value]) =>
                  typeof value === 'string' || typeof value === 'number'
                    ? [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>]
                    : [],
                )}
              </dl>
            </article>
          </li>
        ))}
      </ol>
    </main>
  )
}
