import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { formatRupiah } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { kitText } from '#app/i18n/practice-kit.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { AdoptionKit, CostLine, PracticePart } from '#db/practice-content.ts'
import { Fact, Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/panel.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { InLanguage, useForeign } from './in-language.tsx'
import { LaunchWords, regulationLines, saysLaunch, staffLines, technologyLines } from './kit-lines.tsx'

/** What must be there before a start, and what it will cost. What nobody knows reads "Belum diisi". */
export function PracticeKit({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const { kit } = practice.content
  const own = practice.country === 'ID' ? 'id' : 'en'
  const foreign = useForeign(own)
  return (
    <Section id="kit" title={t.part.kit}>
      <p className="small dim mb-4">{isKitEmpty(kit) ? t.kit.empty : t.kit.intro}</p>
      <Facts wide>
        <Fact label={t.kit.launch}>{saysLaunch(kit) && <LaunchWords kit={kit} own={own} />}</Fact>
        <Fact label={t.kit.staff}>{staffLines({ kit, own })}</Fact>
        <Fact label={t.kit.legal}>{regulationLines({ kit, own })}</Fact>
        <Fact label={t.kit.technology}>{technologyLines({ kit, own })}</Fact>
        <Fact label={t.kit.licence}>{licenceWords(kit, lang, foreign)}</Fact>
        <Fact label={t.kit.replicable}>{kit.replicable !== null && (kit.replicable ? t.kit.yes : t.kit.no)}</Fact>
        <Fact label={t.kit.hosts}>{kit.hostCapacity !== null && t.kit.visits(kit.hostCapacity)}</Fact>
        {kit.prerequisites.length === 0 && <Fact label={t.kit.prerequisites} />}
        {kit.costs.length === 0 && <Fact label={t.kit.costs} />}
        {kit.pitfalls.length === 0 && <Fact label={t.kit.pitfalls} />}
      </Facts>
      {kit.prerequisites.length > 0 && (
        <>
          <h3>{t.kit.prerequisites}</h3>
          <ul className="lines ticks">
            {kit.prerequisites.map((line) => (
              <li key={line}>
                <Icon name="box" />
                <span>
                  <InLanguage text={line} lang={own} />
                  <PrerequisiteKind kit={kit} text={line} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {kit.costs.length > 0 && <Costs costs={kit.costs} foreign={foreign} />}
      {kit.pitfalls.length > 0 && (
        <>
          <h3>{t.kit.pitfalls}</h3>
          <ul className="lines">
            {kit.pitfalls.map((line) => (
              <li key={line}>
                <InLanguage text={line} lang={own} />
                <Remedy text={kit.remedies?.[line]} own={own} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function licenceWords({ licenceKind, licence }: AdoptionKit, lang: Lang, foreign: Lang | undefined) {
  const kind = licenceKind && practiceVocabulary(lang).licence[licenceKind]
  if (!kind && !licence) return undefined
  return (
    <>
      {kind}
      {kind && licence && '. '}
      {licence && <span lang={foreign}>{licence}</span>}
    </>
  )
}

function PrerequisiteKind({ kit, text }: { kit: AdoptionKit; text: string }) {
  const kind = kit.prerequisiteKinds?.[text]
  const words = practiceVocabulary(useLang()).prerequisiteKind
  return kind ? <span className="small dim"> ({words[kind]})</span> : null
}

function Remedy({ text, own }: { text: string | undefined; own: Lang }) {
  const t = kitText(useLang())
  if (!text) return null
  return (
    <>
      <br />
      <span className="small">
        {t.remedy} <InLanguage text={text} lang={own} />
      </span>
    </>
  )
}

function isKitEmpty(kit: AdoptionKit): boolean {
  return Object.values(kit).every(
    (value) => value === null || value === undefined || (Array.isArray(value) && value.length === 0),
  )
}

function Costs({ costs, foreign }: { costs: readonly CostLine[]; foreign: 'id' | 'en' | undefined }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const money = (value: number | null) => (value === null ? '–' : formatRupiah(lang, value))
  return (
    <>
      <h3 id="h-biaya">{t.kit.costs}</h3>
      <Table
        labelledBy="h-biaya"
        rows={costs}
        rowKey={(_line, index) => index}
        columns={[
          {
            head: t.kit.costItem,
            header: true,
            cell: (line) => (
              <>
                <span lang={foreign}>{line.item}</span>
                {line.year && <span className="small dim norm"> ({t.kit.priceOf(line.year)})</span>}
              </>
            ),
          },
          { head: t.kit.costPer, cell: (line) => costScale(line, lang, foreign) },
          { head: t.kit.costSetUp, end: true, cell: (line) => money(line.setUp) },
          { head: t.kit.costYearly, end: true, cell: (line) => money(line.yearly) },
        ]}
      />
    </>
  )
}

function costScale({ scale, per }: CostLine, lang: Lang, foreign: Lang | undefined) {
  if (!scale && !per) return '–'
  return (
    <>
      {scale && practiceVocabulary(lang).costScale[scale]}
      {scale && per && <br />}
      {per && <span lang={foreign}>{per}</span>}
    </>
  )
}

const LOOK = { core: 'filled', adaptable: 'outlined', optional: 'dashed' } as const

/** Which parts carry the result, and which may change. */
export function PracticeParts({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const own = practice.country === 'ID' ? 'id' : 'en'
  const { parts } = practice.content.kit
  const notes: Column<PracticePart>[] = parts.some(({ note }) => note)
    ? [{ head: kitText(lang).note, cell: ({ note }) => (note ? <InLanguage text={note} lang={own} /> : '–') }]
    : []
  return (
    <Section id="bagian" title={t.part.parts}>
      <p className="small dim mb-2">{t.parts.note}</p>
      <Table
        labelledBy="h-bagian"
        rows={parts}
        rowKey={(part) => part.name}
        columns={[
          { head: t.parts.part, header: true, cell: (part) => <InLanguage text={part.name} lang={own} /> },
          {
            head: t.parts.kind,
            cell: (part) => <Tag look={LOOK[part.kind]}>{vocabularyText(lang).partKind[part.kind]}</Tag>,
          },
          ...notes,
        ]}
      />
    </Section>
  )
}
