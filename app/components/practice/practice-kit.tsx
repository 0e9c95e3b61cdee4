import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { formatRupiah } from '#app/i18n/format.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { AdoptionKit, CostLine } from '#db/practice-content.ts'
import { Fact, Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { useForeign } from './in-language.tsx'

/** What must be there before a start, and what it will cost. What nobody knows reads "Belum diisi". */
export function PracticeKit({ practice }: { practice: PracticeView }) {
  const t = practicePageText(useLang())
  const { kit } = practice.content
  const foreign = useForeign(practice.country === 'ID' ? 'id' : 'en')
  return (
    <Section id="kit" title={t.part.kit}>
      <p className="small dim mb-4">{isKitEmpty(kit) ? t.kit.empty : t.kit.intro}</p>
      <Facts wide>
        <Fact label={t.kit.launch}>{kit.timeToLaunch && <span lang={foreign}>{kit.timeToLaunch}</span>}</Fact>
        <Fact label={t.kit.staff}>{kit.staff && <span lang={foreign}>{kit.staff}</span>}</Fact>
        <Fact label={t.kit.legal}>{kit.legalBasis && <span lang={foreign}>{kit.legalBasis}</span>}</Fact>
        <Fact label={t.kit.technology}>{kit.technology && <span lang={foreign}>{kit.technology}</span>}</Fact>
        <Fact label={t.kit.licence}>{kit.licence && <span lang={foreign}>{kit.licence}</span>}</Fact>
        <Fact label={t.kit.replicable}>{kit.replicable !== null && (kit.replicable ? t.kit.yes : t.kit.no)}</Fact>
        <Fact label={t.kit.hosts}>{kit.hostCapacity !== null && t.kit.visits(kit.hostCapacity)}</Fact>
        {kit.prerequisites.length === 0 && <Fact label={t.kit.prerequisites} />}
        {kit.costs.length === 0 && <Fact label={t.kit.costs} />}
        {kit.pitfalls.length === 0 && <Fact label={t.kit.pitfalls} />}
      </Facts>
      {kit.prerequisites.length > 0 && (
        <>
          <h3>{t.kit.prerequisites}</h3>
          <ul className="lines ticks" lang={foreign}>
            {kit.prerequisites.map((line) => (
              <li key={line}>
                <Icon name="box" />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {kit.costs.length > 0 && <Costs costs={kit.costs} foreign={foreign} />}
      {kit.pitfalls.length > 0 && (
        <>
          <h3>{t.kit.pitfalls}</h3>
          <ul className="lines" lang={foreign}>
            {kit.pitfalls.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function isKitEmpty(kit: AdoptionKit): boolean {
  return Object.values(kit).every((value) => value === null || (Array.isArray(value) && value.length === 0))
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
          { head: t.kit.costPer, cell: (line) => (line.per ? <span lang={foreign}>{line.per}</span> : '–') },
          { head: t.kit.costSetUp, end: true, cell: (line) => money(line.setUp) },
          { head: t.kit.costYearly, end: true, cell: (line) => money(line.yearly) },
        ]}
      />
    </>
  )
}

const LOOK = { core: 'filled', adaptable: 'outlined', optional: 'dashed' } as const

/** Which parts carry the result, and which may change. */
export function PracticeParts({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const foreign = useForeign(practice.country === 'ID' ? 'id' : 'en')
  return (
    <Section id="bagian" title={t.part.parts}>
      <p className="small dim mb-2">{t.parts.note}</p>
      <Table
        labelledBy="h-bagian"
        rows={practice.content.kit.parts}
        rowKey={(part) => part.name}
        columns={[
          { head: t.parts.part, header: true, cell: (part) => <span lang={foreign}>{part.name}</span> },
          {
            head: t.parts.kind,
            cell: (part) => <Tag look={LOOK[part.kind]}>{vocabularyText(lang).partKind[part.kind]}</Tag>,
          },
        ]}
      />
    </Section>
  )
}
