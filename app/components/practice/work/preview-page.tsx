import { practiceText } from '#app/i18n/practice.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { PracticePage, type PracticePageProps } from '../practice-page.tsx'

/** The text in work as its readers will see it, under a band that says so. */
export function PreviewPage(props: PracticePageProps) {
  const { preview: t } = useText(practiceText)
  return (
    <>
      <Band tone="info" title={t.title(props.practice.version)} className="mb-5">
        <span>
          {t.note} <a href={paths.workPractice(props.practice.publicId)}>{t.back}</a>
        </span>
      </Band>
      <PracticePage {...props} />
    </>
  )
}
