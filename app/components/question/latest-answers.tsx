import type { readLatestAnswers } from '#app/domain/question/read-questions.server.ts'
import { questionText } from '#app/i18n/question.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Section } from '../ui/panel.tsx'
import { Answers } from './questions-page.tsx'

type Latest = Awaited<ReturnType<typeof readLatestAnswers>>

/** The latest answers on the page of a practice, with the way to all of them and to asking. */
export function LatestAnswers({ publicId, agency, answers }: { publicId: string; agency: string; answers: Latest }) {
  const t = questionText(useLang())
  const { latest, answered, waiting } = answers
  return (
    <Section id="tanya-jawab" title={t.title}>
      <Answers questions={latest} agency={agency} />
      {waiting > 0 && <p className="small dim mt-3">{t.waiting(waiting)}</p>}
      <p className="acts mt-3 no-print">
        {answered > latest.length && <a href={paths.practiceQuestions(publicId)}>{t.all(answered)}</a>}
        <a href={`${paths.practiceQuestions(publicId)}#ask`}>{t.ask}</a>
      </p>
    </Section>
  )
}
