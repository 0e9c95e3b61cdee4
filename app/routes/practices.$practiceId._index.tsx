import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { practiceMeta } from '#app/components/practice/practice-meta.ts'
import { PracticePage } from '#app/components/practice/practice-page.tsx'
import { loadPractice, practiceHeaders } from '#app/http/practice-page.server.ts'

export const loader = (args: LoaderFunctionArgs) => loadPractice(args, args.params.practiceId ?? '')

export const headers = practiceHeaders

export const meta = publicMeta<typeof loader>(({ lang, site, data }) => practiceMeta(lang, site, data?.practice))

export default function Practice() {
  return (
    <PublicFrame>
      <PracticePage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
