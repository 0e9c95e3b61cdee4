import type {
  ActionState,
  AdaptationDecision,
  AdoptionDocumentKind,
  AdoptionState,
  AdoptionStep,
  Affair,
  AgencyType,
  CoachingChannel,
  CoachingMode,
  CoachingTopic,
  EvidenceLevel,
  Form,
  KippCategory,
  Language,
  LifeStatus,
  Maturity,
  NeedState,
  Obstacle,
  OrganisationKind,
  PartKind,
  PracticeState,
  RegionType,
  RevisionState,
  Role,
  SDGS,
  Sector,
  SessionState,
  SessionVisibility,
  StopReason,
  StorySection,
  TargetGroup,
  TimeZone,
  WithdrawalReason,
} from '#db/vocabulary.ts'
import { text } from './text.ts'
import { vocabularyEn } from './vocabulary-en.ts'
import { vocabularyId } from './vocabulary-id.ts'

/** Words for every value of db/vocabulary.ts that people see. A value without a word is a type error. */
export type Vocabulary = {
  language: Record<Language, string>
  organisationKind: Record<OrganisationKind, string>
  agencyType: Record<AgencyType, string>
  role: Record<Role, string>
  regionType: Record<RegionType, string>
  timeZone: Record<TimeZone, string>
  practiceState: Record<PracticeState, string>
  revisionState: Record<RevisionState, string>
  lifeStatus: Record<LifeStatus, string>
  maturity: Record<Maturity, string>
  withdrawalReason: Record<WithdrawalReason, string>
  form: Record<Form, string>
  sector: Record<Sector, string>
  affair: Record<Affair, string>
  kippCategory: Record<KippCategory, string>
  targetGroup: Record<TargetGroup, string>
  sdg: Record<(typeof SDGS)[number], string>
  storySection: Record<StorySection, string>
  partKind: Record<PartKind, string>
  /** The rule of each level, in words. */
  evidenceLevel: Record<EvidenceLevel, string>
  needState: Record<NeedState, string>
  adoptionStep: Record<AdoptionStep, string>
  adoptionState: Record<AdoptionState, string>
  stopReason: Record<StopReason, string>
  adaptationDecision: Record<AdaptationDecision, string>
  adoptionDocumentKind: Record<AdoptionDocumentKind, string>
  sessionState: Record<SessionState, string>
  coachingMode: Record<CoachingMode, string>
  coachingChannel: Record<CoachingChannel, string>
  sessionVisibility: Record<SessionVisibility, string>
  coachingTopic: Record<CoachingTopic, string>
  obstacle: Record<Obstacle, string>
  actionState: Record<ActionState, string>
}

export const vocabularyText = text<Vocabulary>(vocabularyId, vocabularyEn)
