import { TopicPage } from '#app/components/about/topic-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { siteInfoText } from '#app/i18n/site-info.ts'
import { useText } from '#app/i18n/use-text.tsx'

export const meta = publicMeta(({ lang }) => ({
  title: siteInfoText(lang).accessibility.title,
  description: siteInfoText(lang).accessibility.lead,
}))

export default function Accessibility() {
  return (
    <PublicFrame>
      <TopicPage {...useText(siteInfoText).accessibility} />
    </PublicFrame>
  )
}
