import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { formatDate, formatDateShort, formatList, lowerFirst } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { kitText } from '#app/i18n/practice-kit.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { MATURITIES } from '#db/vocabulary.ts'
import { Fact, Facts } from '../ui/facts.tsx'
import { InLanguage } from './in-language.tsx'

/** The head of the letter: number, classification, stage, version, whom to ask. */
export function PracticeFacts({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const words = vocabularyText(lang)
  const { content, hub } = practice
  const own = practice.country === 'ID' ? 'id' : 'en'
  const contact = practice.contactEmail
  return (
    <aside className="sticky" aria-label={t.facts}>
      <div className="panel">
        <Facts small>
          <Fact label={t.fact.id}>
            <span className="num">{practice.publicId}</span>
          </Fact>
          <Fact label={t.fact.sector}>{words.sector[content.sector]}</Fact>
          <Fact label={t.fact.target}>
            {content.targetGroups.length > 0 &&
              sentence(
                formatList(
                  lang,
                  content.targetGroups.map((group) => lowerFirst(words.targetGroup[group])),
                ),
              )}
          </Fact>
          <Fact label={t.fact.form}>{content.form && words.form[content.form]}</Fact>
          <Template practice={practice} />
          <Fact label={t.fact.digital}>
            {content.digital !== null && (content.digital ? t.digital.yes : t.digital.no)}
          </Fact>
          <Fact label={t.fact.stage}>{stageWords(content, lang)}</Fact>
          <Fact label={<abbr title={t.sdgsLong}>{t.fact.sdgs}</abbr>}>
            {content.sdgs.length > 0 && <SdgList sdgs={content.sdgs} />}
          </Fact>
          <Fact label={t.fact.start}>{content.startedOn && formatDate(lang, content.startedOn)}</Fact>
          <Fact label={t.fact.version}>
            {practice.versionPublishedAt
              ? t.versionOf(practice.version, formatDateShort(lang, practice.versionPublishedAt))
              : t.draftOf(practice.version)}
          </Fact>
          <Fact label={t.fact.completeness}>{`${practice.completeness}%`}</Fact>
          {hub && (
            <Fact label={t.fact.hub}>
              <a href={paths.hub(hub.slug)}>{hub.name}</a>
            </Fact>
          )}
          <Fact label={t.fact.contact}>
            {contact && (
              <>
                {content.contactEmail && content.contactRole && (
                  <>
                    <InLanguage text={content.contactRole} lang={own} />
                    <br />
                  </>
                )}
                <a href={`mailto:${contact}`}>{contact}</a>
              </>
            )}
          </Fact>
        </Facts>
      </div>
      {contact && <p className="small dim no-print mt-4">{t.contactNote}</p>}
    </aside>
  )
}

/** What only newer records say: left out where nobody has been asked. */
function Template({ practice: { content, country } }: { practice: PracticeView }) {
  const lang = useLang()
  const t = kitText(lang)
  const words = practiceVocabulary(lang)
  const { level, serviceType, roundtableTopic } = content
  const innovators = (content.innovators ?? []).filter(({ consent, name }) => consent && name)
  return (
    <>
      {level && <Fact label={t.level}>{words.level[level]}</Fact>}
      {serviceType && <Fact label={t.serviceType}>{words.serviceType[serviceType]}</Fact>}
      {roundtableTopic && <Fact label={t.roundtableTopic}>{words.roundtableTopic[roundtableTopic]}</Fact>}
      {innovators.length > 0 && (
        <Fact label={t.innovators}>
          {innovators.map(({ name, role }) => (
            <span key={name}>
              {name}
              {role && (
                <>
                  , <InLanguage text={role} lang={country === 'ID' ? 'id' : 'en'} />
                </>
              )}
              <br />
            </span>
          ))}
        </Fact>
      )}
    </>
  )
}

/** Where it stands, and since when. */
function stageWords({ maturity, trialOn, implementedOn }: PracticeContent, lang: Lang): string {
  const t = practicePageText(lang)
  const kit = kitText(lang)
  return [
    maturity && t.stageOf(vocabularyText(lang).maturity[maturity], MATURITIES.indexOf(maturity) + 1),
    trialOn && kit.trial(formatDate(lang, trialOn)),
    implementedOn && kit.implemented(formatDate(lang, implementedOn)),
  ]
    .filter(Boolean)
    .join(', ')
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function SdgList({ sdgs }: { sdgs: readonly number[] }) {
  const names: Readonly<Record<number, string>> = vocabularyText(useLang()).sdg
  return sdgs.map((sdg) => (
    <span key={sdg}>
      {sdg}, {names[sdg]}
      <br />
    </span>
  ))
}
