import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { VersionDiffPage, versionDiffTitle } from '#app/components/practice/versions/version-diff-page.tsx'
import { loadVersionDiff } from '#app/http/version-diff.server.ts'

export const loader = (args: LoaderFunctionArgs) => loadVersionDiff(args, args.params.practiceId ?? '')

export const meta = publicMeta<typeof loader>(({ lang, data }) => ({
  title: versionDiffTitle(lang, data?.diff),
  hidden: true,
}))

export default function VersionDiff() {
  return (
    <PublicFrame>
      <VersionDiffPage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
