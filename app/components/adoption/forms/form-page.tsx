import type { ReactNode } from 'react'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { checklistText } from '#app/i18n/adoption-checklist.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { lowerFirst } from '#app/i18n/format.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { type AdoptionPage, paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FormReplyFields } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Demo, PracticeName } from '../marks.tsx'
import { type Offered, Unsent } from '../unsent.tsx'

/** The page of one form of an adoption: where we are, what it is for, the form, the way back. */
export function FormPage({
  view,
  page,
  forms = [],
  offered,
  children,
}: {
  view: AdoptionView
  page: AdoptionPage
  /** The forms whose mistakes are listed on top. */
  forms?: readonly FormReplyFields[]
  /** Which of them this person finds on the page now. */
  offered: Offered
  children: ReactNode
}) {
  const t = useText(adoptionFormText)
  const crumb = useText(adoptionText).crumb
  const { adoption, title, brand, practicePublicId, need, agency } = view
  const { title: heading, lead } = t.page[page]
  const home = paths.workAdoption(adoption.publicId)
  return (
    <>
      <Crumbs
        items={[
          { label: crumb, href: paths.workAdoptions() },
          { label: adoption.publicId, href: home },
          { label: heading },
        ]}
      />
      {forms.map((form, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: forms never move
        <ErrorSummary key={index} errors={form.errors} formErrors={form.formErrors} />
      ))}
      <Unsent offered={offered} />
      <PageHead title={heading}>
        <p className="dim">
          {practicePublicId ? <PracticeName title={title} brand={brand} /> : need.problem} ·{' '}
          <Demo is={adoption.isDemo}>{agency}</Demo>
        </p>
        <p className="read">{lead}</p>
      </PageHead>
      <div className="cols cols--form">
        <div>
          {children}
          <p className="mt-6">
            <a href={home}>{t.cancel}</a>
          </p>
        </div>
        <Help view={view} />
      </div>
    </>
  )
}

/** What the current step is about and who opens its gate. */
function Help({ view: { current } }: { view: AdoptionView }) {
  const lang = useLang()
  const { how, gate } = checklistText(lang)
  const label = lowerFirst(vocabularyText(lang).adoptionStep[current.step])
  return (
    <aside className="self-start">
      <Panel title={adoptionText(lang).stepTitle(current.step, label)}>
        <p className="small">{how[current.key]}</p>
        <p className="small dim">{gate[current.key]}</p>
      </Panel>
    </aside>
  )
}

/** A form of this page: carries the version that the page was made from, and which of several forms it is. */
export function AdoptionForm({
  view,
  intent,
  act,
  children,
  quiet,
}: {
  view: AdoptionView
  intent?: string
  /** The words of its button. */
  act: ReactNode
  children?: ReactNode
  quiet?: boolean
}) {
  return (
    <form method="post" className="stack mt-4">
      <input type="hidden" name="version" value={view.adoption.version} />
      {intent && <input type="hidden" name="intent" value={intent} />}
      {children}
      <p className="acts mt-5">
        <Button variant={quiet ? 'quiet' : 'primary'}>{act}</Button>
      </p>
    </form>
  )
}

/** Says that there is nothing to fill in here for this person. */
export function ReadOnly() {
  return <p className="dim">{useText(adoptionFormText).notYours}</p>
}
