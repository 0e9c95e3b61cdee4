import { useLoaderData } from '@remix-run/react'
import { GlossaryPage } from '#app/components/about/glossary-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { readGlossary } from '#app/domain/practice/read-glossary.server.ts'
import { siteInfoText } from '#app/i18n/site-info.ts'

export const loader = () => readGlossary()

export const meta = publicMeta<typeof loader>(({ lang }) => ({
  title: siteInfoText(lang).glossary.title,
  description: siteInfoText(lang).glossary.lead,
}))

export default function GlossaryRoute() {
  return (
    <PublicFrame>
      <GlossaryPage glossary={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
