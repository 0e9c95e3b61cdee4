import { TopicPage } from '#app/components/about/topic-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { siteInfoText } from '#app/i18n/site-info.ts'
import { useText } from '#app/i18n/use-text.tsx'

export const meta = publicMeta(({ lang }) => ({
  title: siteInfoText(lang).privacy.title,
  description: siteInfoText(lang).privacy.lead,
}))

export default function Privacy() {
  return (
    <PublicFrame>
      <TopicPage {...useText(siteInfoText).privacy} />
    </PublicFrame>
  )
}
