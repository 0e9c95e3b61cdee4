import type {
  Affair,
  AttachmentKind,
  AwardScheme,
  CostScale,
  Form,
  GovernmentLevel,
  KippCategory,
  Language,
  Licence,
  Maturity,
  PartKind,
  PrerequisiteKind,
  RegulationKind,
  RoundtableTopic,
  Sector,
  ServiceType,
  StaffTime,
  StorySection,
  TargetGroup,
  TechnologyKind,
} from './vocabulary.ts'

/** A text in both languages; null where nobody has written it. */
export type Bilingual = Record<Language, string | null>

/**
 * Everything written about a practice, kept as one document per revision.
 * The shape is checked by app/domain/practice/practice.schema.ts before it is stored; unknown stays null.
 * Published documents are frozen: a field that came later is optional, and absent where nobody has filled it in.
 */
export type PracticeContent = {
  /** Pun or acronym; shown after the plain title, never instead of it. */
  brand: string
  /** Plain-language title; null means that the record said too little ("belum dilengkapi"). */
  title: Bilingual
  /** One sentence. */
  tagline: Bilingual
  /** Unit of the agency that runs it. */
  unit: string | null
  /** ISO date or year (`2018`, `2018-04`, `2018-04-01`). */
  startedOn: string | null
  contactEmail: string | null
  /** Office behind that mailbox (`Kepala Bidang Pelayanan`), never a person. */
  contactRole?: string
  level?: GovernmentLevel
  /** People who devised it; shown only with their consent. */
  innovators?: Innovator[]
  form: Form | null
  digital: boolean | null
  sector: Sector
  affair: Affair | null
  kippCategory: KippCategory | null
  targetGroups: TargetGroup[]
  /** True numbering, 1–17. */
  sdgs: number[]
  subjects: Record<Language, string[]>
  maturity: Maturity | null
  /** When it was tried out, and when it became regular work: dates or years. */
  trialOn?: string
  implementedOn?: string
  serviceType?: ServiceType
  roundtableTopic?: RoundtableTopic
  story: Record<StorySection, Bilingual>
  /** The problem in the words of the record, and how it was approached (the starting catalogue knows these two). */
  problem: Bilingual
  approach: Bilingual
  results: ResultLine[]
  /** Why there are no figures yet, where the owner says so. */
  noResultsReason?: string | null
  kit: AdoptionKit
  awards: Award[]
  /** Places that copied it according to the sources, as the sources name them. */
  replicatedBy: string[]
  sources: string[]
  /** Photos and documents in the order of the page; absent in texts that were written before there were any. */
  attachments?: Attachment[]
  /** Doubts about a figure of the source, shown to the reader. */
  remarks: string | null
  /** How each translation stands towards the text it was made from; see app/domain/practice/translation.ts. */
  translations?: Translations
}

/** The texts that are written in both languages, by the name under which their translation is kept. */
export type BilingualField = 'title' | 'tagline' | 'problem' | 'approach' | StorySection

export type Translations = Partial<Record<BilingualField, TranslationStamp>>

/** What is known of a translation. A text in both languages without a stamp was never looked at by anybody. */
export type TranslationStamp = {
  /** Which text it was made from, or was last checked against. */
  of: string
  /** Dates: written, checked, and since when the text it was made from has been another one. */
  on?: string
  checkedOn?: string
  behindSince?: string
}

export type Innovator = { name: string; role?: string; consent: boolean }

export type Award = { name: string; year: number | null; scheme?: AwardScheme; tier?: string }

/** A file of a text: what is said of it, and what it is. The bytes are found by their checksum, see db/schema/files.ts. */
export type Attachment = {
  fileId: string
  kind: AttachmentKind
  /** A safe name, the one that a download gets. */
  name: string
  mediaType: string
  /** Of the file as it was sent. */
  bytes: number
  sha256: string
  caption: Bilingual
  /** What a photo shows, for those who cannot see it; empty for documents. */
  alt: Bilingual
}

/** Places that sources name as adopters. A plan ("rencana") is not an adoption. */
export function namedAdopters({ replicatedBy }: Pick<PracticeContent, 'replicatedBy'>): string[] {
  return replicatedBy.filter((place) => !/\brencana\b/i.test(place))
}

export type ResultLine = {
  indicator: string
  unit: string | null
  baseline: string | null
  result: string | null
  period: string | null
  method: string | null
  /** When both were measured: dates or years. */
  baselineOn?: string
  resultOn?: string
  /** The result for some of those concerned, as the source writes it. */
  women?: string
  men?: string
  withDisability?: string
  /** Where the figure can be checked: a link, or the name of a document. */
  evidence?: string
}

export type CostLine = {
  item: string
  per: string | null
  setUp: number | null
  yearly: number | null
  year: number | null
  /** What it grows with; `per` says it in the owner's words. */
  scale?: CostScale
}

export type StaffLine = { role: string; count: number | null; time?: StaffTime; skill?: string }

export type Regulation = { about: string; kind?: RegulationKind; number?: string; year: number | null; link?: string }

export type TechnologyLine = { name: string; kind?: TechnologyKind; openSource?: boolean; shared?: boolean }

export type PracticePart = { name: string; kind: PartKind; note?: string }

/** Lists of rows are compared and counted; the text of the same name says what rows cannot. */
export type AdoptionKit = {
  prerequisites: string[]
  /** The kind of each prerequisite, by its text. */
  prerequisiteKinds?: Record<string, PrerequisiteKind>
  costs: CostLine[]
  staff: string | null
  staffing?: StaffLine[]
  legalBasis: string | null
  regulations?: Regulation[]
  technology: string | null
  technologies?: TechnologyLine[]
  timeToLaunch: string | null
  /** Months from the decision to the first day, at best and at worst. */
  launchMin?: number
  launchMax?: number
  parts: PracticePart[]
  pitfalls: string[]
  /** How each pitfall is avoided, by its text. */
  remedies?: Record<string, string>
  licence: string | null
  licenceKind?: Licence
  /** The owner is willing to be copied; null is not said. */
  replicable: boolean | null
  /** Visits the owner can host in a year. */
  hostCapacity: number | null
}
