import { OpenDataPage } from '#app/components/about/open-data-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { useRoot } from '#app/components/layout/root-data.ts'
import { openDataText } from '#app/i18n/open-data.ts'

export const meta = publicMeta(({ lang }) => ({
  title: openDataText(lang).title,
  description: openDataText(lang).lead,
}))

export default function OpenData() {
  return (
    <PublicFrame>
      <OpenDataPage site={useRoot()?.site ?? ''} />
    </PublicFrame>
  )
}
