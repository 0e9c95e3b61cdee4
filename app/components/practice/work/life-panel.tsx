import { lifeText } from '#app/i18n/life.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { LIFE_STATUSES } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Panel } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import type { WorkView } from './work-practice-page.tsx'

/** Is it alive? The owner says, the hub confirms. */
export function LifePanel({ view }: { view: WorkView }) {
  const { practice, can } = view
  const lang = useLang()
  const t = practiceText(lang).life
  return (
    <>
      {practice.assertion && (
        <div id="keadaan">
          <Panel title={can.confirm_life ? t.answer : t.waiting}>
            <Assertion assertion={practice.assertion} />
            {can.confirm_life && <Answer assertionId={practice.assertion.id} />}
            {view.preparedOwnLink && <p className="small dim">{lifeText(lang).ownLink}</p>}
          </Panel>
        </div>
      )}
      {can.assert_life && <Say />}
    </>
  )
}

function Assertion({ assertion }: { assertion: NonNullable<WorkView['practice']['assertion']> }) {
  const lang = useLang()
  return (
    <p>
      {practiceText(lang).life.asserted}: <b>{vocabularyText(lang).lifeStatus[assertion.status]}</b>
      {assertion.stopReason && <> ({lifeText(lang).stopReason[assertion.stopReason].toLowerCase()})</>}
      {assertion.sinceYear && <> {lifeText(lang).since(assertion.sinceYear)}</>}
      {assertion.note && <> “{assertion.note}”</>}, <When at={assertion.assertedAt} />
      {assertion.channel !== 'workspace' && (
        <span className="small dim"> · {lifeText(lang).byLink[assertion.channel]}</span>
      )}
    </p>
  )
}

function Answer({ assertionId }: { assertionId: string }) {
  const t = practiceText(useLang()).life
  return (
    <form method="post" className="stack-s">
      <input type="hidden" name="intent" value="answer_life" />
      <input type="hidden" name="assertionId" value={assertionId} />
      <Button wide name="answer" value="confirm">
        {t.confirm}
      </Button>
      <Button wide variant="quiet" name="answer" value="reject">
        {t.reject}
      </Button>
    </form>
  )
}

function Say() {
  const lang = useLang()
  const t = practiceText(lang).life
  const form = useFormReply({}, { intent: 'assert_life' })
  const words = vocabularyText(lang).lifeStatus
  const statuses = LIFE_STATUSES.filter((status) => status !== 'unconfirmed')
  return (
    <Panel title={t.title}>
      <p className="small">{t.lead}</p>
      <form method="post" className="stack-s">
        <input type="hidden" name="intent" value="assert_life" />
        <Picks
          {...form.field('status')}
          type="radio"
          label={t.status}
          small
          required
          options={statuses.map((value) => ({ value, label: words[value] }))}
        />
        <TextArea {...form.field('note')} label={t.note} hint={t.noteHint} rows={2} optional small />
        <Button variant="quiet">{t.submit}</Button>
      </form>
    </Panel>
  )
}
