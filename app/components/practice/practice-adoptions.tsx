import { splitBrand } from '#app/domain/practice/bilingual.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { formatDateShort, formatNumber, lowerFirst } from '#app/i18n/format.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ADOPTION_STEPS, type AdoptionState } from '#db/vocabulary.ts'
import { Section } from '../ui/panel.tsx'
import { MiniSteps } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, type TagTone } from '../ui/tag.tsx'
import { InLanguage } from './in-language.tsx'

type Adoption = PracticeView['adoptions'][number]

const TONE: Record<AdoptionState, TagTone> = {
  active: 'ok',
  completed: 'ok',
  paused: 'warn',
  stopped: 'bad',
  declined: 'idle',
}

/** Who took it over, how far they are, what came of it; places that sources name stand apart. */
export function PracticeAdoptions({ practice }: { practice: PracticeView }) {
  const t = practicePageText(useLang())
  const { adoptions, originalId } = practice
  const { replicatedBy } = practice.content
  return (
    <Section id="adopsi" title={t.part.adoptions}>
      {originalId && (
        <p className="mb-3">
          {t.adoptions.replicaOf} <a href={paths.practice(originalId)}>{originalId}</a>.
        </p>
      )}
      {adoptions.length > 0 && <AdoptionTable adoptions={adoptions} />}
      {replicatedBy.length > 0 && (
        <>
          <h3 className={adoptions.length ? undefined : 'mt-3'}>{t.adoptions.fromSources}</h3>
          <ul className="lines">
            {replicatedBy.map((place) => (
              <li key={place}>
                <InLanguage text={place} lang="id" />
              </li>
            ))}
          </ul>
          <p className="small dim">{t.adoptions.fromSourcesNote}</p>
        </>
      )}
      {adoptions.length + replicatedBy.length === 0 && <p className="dim">{t.adoptions.none}</p>}
      <Lineage practice={practice} />
    </Section>
  )
}

function AdoptionTable({ adoptions }: { adoptions: readonly Adoption[] }) {
  const lang = useLang()
  const t = practicePageText(lang).adoptions
  const words = vocabularyText(lang)
  return (
    <Table
      labelledBy="h-adopsi"
      rows={adoptions}
      rowKey={(row) => row.publicId}
      columns={[
        {
          head: t.agency,
          header: true,
          cell: ({ agency, isDemo }) => <span className={isDemo ? 'demo' : undefined}>{agency}</span>,
        },
        { head: t.step, cell: ({ step }) => <MiniSteps step={step} of={ADOPTION_STEPS.length} /> },
        {
          head: t.state,
          cell: ({ publicId, state, stopReason }) => (
            <>
              <Tag tone={TONE[state]}>
                {words.adoptionState[state]}
                {stopReason && `: ${lowerFirst(words.stopReason[stopReason])}`}
              </Tag>
              {state === 'completed' && (
                <>
                  <br />
                  <a href={paths.certificate(publicId)}>{t.certificate}</a>
                </>
              )}
            </>
          ),
        },
        { head: t.outcome, cell: (row) => <Outcome adoption={row} /> },
      ]}
    />
  )
}

function Outcome({ adoption: { outcome, isDemo } }: { adoption: Adoption }) {
  const lang = useLang()
  const t = practicePageText(lang).adoptions
  const reported = outcome.filter(({ value }) => value !== null)
  if (reported.length === 0) return <span className="dim">{t.notYet}</span>
  return reported.map(({ name, unit, baseline, value, month }) => (
    <span key={name} className={isDemo ? 'demo' : undefined}>
      {t.outcomeLine(name, formatNumber(lang, baseline), formatNumber(lang, value ?? 0), unit, month ?? 0)}
      <br />
    </span>
  ))
}

/** The original and the replicas that have a page of their own. */
function Lineage({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang).adoptions
  const replicas = practice.adoptions.filter(({ replica }) => replica)
  if (replicas.length === 0) return null
  return (
    <>
      <h3>{t.lineage}</h3>
      <ul className="tree">
        <li>
          <b>{splitBrand(practice.content.brand).name}</b>, {practice.content.unit ?? practice.agency}
          <ul>
            {replicas.map(({ publicId, replica, agency, endedAt }) => (
              <li key={publicId}>
                <a href={paths.practice(replica ?? '')}>{replica}</a>, {agency}
                {endedAt && ` (${formatDateShort(lang, endedAt)})`}
              </li>
            ))}
          </ul>
        </li>
      </ul>
    </>
  )
}
