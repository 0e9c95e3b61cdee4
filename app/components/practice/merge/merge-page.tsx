import type { MergeView } from '#app/domain/practice/read-merge.server.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { validationMessage } from '#app/i18n/validation.ts'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Steps } from '../../ui/steps.tsx'
import { PracticeCrumbs } from '../work/practice-crumbs.tsx'
import { MergePicker } from './merge-picker.tsx'
import { MergePreview } from './merge-preview.tsx'
import { MergeSearch } from './merge-search.tsx'
import { MergeSurvivor } from './merge-survivor.tsx'

const STEPS = ['search', 'survivor', 'pick', 'preview'] as const

/** Two records of one practice become one, in four steps; each is an address of its own. */
export function MergePage({ view }: { view: MergeView }) {
  const lang = useLang()
  const t = mergeText(lang)
  const form = useFormReply()
  const at = (STEPS as readonly string[]).indexOf(view.step)
  const problem = view.step === 'search' && view.problem && validationMessage(lang, view.problem, t.messages)
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <PracticeCrumbs publicId={view.publicId} name={view.title} here={t.link} />
      <PageHead title={t.title(view.title)}>{t.lead}</PageHead>
      {problem && <Band tone="bad" title={problem} focus className="mb-5" />}
      {view.step === 'over' && (
        <Band tone="info" title={t.over}>
          <a href={paths.workPractice(view.publicId)}>{t.toPractice}</a>
        </Band>
      )}
      <div className="mb-6" hidden={view.step === 'over'}>
        <Steps
          wide
          steps={STEPS.map((key, index) => ({
            key,
            label: t.steps[key],
            state: index < at ? 'done' : index === at ? 'now' : 'later',
          }))}
        />
      </div>
      {view.step === 'search' && <MergeSearch view={view} />}
      {view.step === 'survivor' && <MergeSurvivor view={view} />}
      {view.step === 'pick' && <MergePicker view={view} />}
      {view.step === 'preview' && <MergePreview view={view} />}
    </>
  )
}
