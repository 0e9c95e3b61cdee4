import { aboutText } from '#app/i18n/about.ts'
import { siteInfoText } from '#app/i18n/site-info.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ADOPTION_STEPS, EVIDENCE_LEVELS, LIFE_STATUSES } from '#db/vocabulary.ts'
import { Evidence } from '../practice/evidence.tsx'
import { LifeStatus } from '../practice/life-status.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'

const REGIONS_SOURCE = 'https://github.com/fityannugroho/idn-area-data'
const ODBL = 'https://opendatacommons.org/licenses/odbl/1-0/'

/** What it is, for whom, how to use it, how to read its marks, where its data comes from. */
export function AboutPage({ now }: { now: Date }) {
  const lang = useLang()
  const t = aboutText(lang)
  const site = siteInfoText(lang)
  return (
    <>
      <PageHead title={t.title}>
        <p className="lead">{t.lead}</p>
      </PageHead>
      <div className="cols cols--2">
        <div>
          <Section id="siapa" title={t.who} look="bare">
            <Pairs pairs={t.audiences} />
          </Section>
        </div>
        <div>
          <Section id="cara" title={t.how} look="bare">
            <Pairs pairs={t.steps} ordered />
            <p className="acts mt-4">
              <ButtonLink href={paths.practices()}>{t.search}</ButtonLink>
              <a href={paths.needs()}>{t.needs}</a>
            </p>
          </Section>
        </div>
      </div>
      <AdoptionSteps />
      <Section id="akun" title={t.access}>
        <p className="read">
          {t.accessText} {site.reportTo} <a href={paths.hubs()}>{site.hubs}</a>.
        </p>
      </Section>
      <LifeMarks now={now} />
      <EvidenceRule />
      <Section id="nama" title={t.names}>
        <p className="read">{t.namesText}</p>
      </Section>
      <DataSources />
    </>
  )
}

function Pairs({ pairs, ordered }: { pairs: readonly (readonly [string, string])[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className="lines">
      {pairs.map(([name, what]) => (
        <li key={name}>
          <b>{name}</b> {what}
        </li>
      ))}
    </List>
  )
}

function AdoptionSteps() {
  const lang = useLang()
  const t = aboutText(lang)
  const names = vocabularyText(lang).adoptionStep
  return (
    <Section id="langkah" title={t.adoption}>
      <ol className="steps steps--wide">
        {ADOPTION_STEPS.map((step) => (
          <li key={step}>
            <i className="knot" />
            <b>{names[step]}</b>
          </li>
        ))}
      </ol>
      <p className="small dim">{t.adoptionText}</p>
    </Section>
  )
}

function LifeMarks({ now }: { now: Date }) {
  const t = aboutText(useLang())
  return (
    <Section id="keadaan" title={t.marks}>
      <p className="read">{t.lifeIntro}</p>
      <ul className="lines mt-3">
        {LIFE_STATUSES.map((status) => (
          <li key={status}>
            <LifeStatus status={status} confirmedOn={null} freshness="none" now={now} as="word" />
            <br />
            <span className="dim">{t.life[status]}</span>
          </li>
        ))}
      </ul>
      <p className="read">{t.age}</p>
    </Section>
  )
}

function EvidenceRule() {
  const t = aboutText(useLang())
  return (
    <Section id="bukti" title={t.evidence}>
      <p className="read">{t.evidenceIntro}</p>
      <ol className="lines mt-3">
        {EVIDENCE_LEVELS.map((level) => (
          <li key={level}>
            <Evidence level={level} />
            <br />
            <span className="dim">{t.evidenceRule[level]}</span>
          </li>
        ))}
      </ol>
      <p className="read">{t.evidenceNote}</p>
    </Section>
  )
}

function DataSources() {
  const t = aboutText(useLang())
  return (
    <Section id="data" title={t.data}>
      <div className="prose">
        {t.dataText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <h3>{t.regions}</h3>
      <p className="read">
        {t.regionsText} <a href={ODBL}>{t.licence}</a>.{' '}
        <a href={REGIONS_SOURCE} rel="noopener">
          idn-area-data
        </a>
      </p>
    </Section>
  )
}
