/** States, roles, steps and classification lists. Constants only, no imports: every layer may read this file. */

export const LANGUAGES = ['id', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

// ---- people -------------------------------------------------------------------------------------------------------

export const ORGANISATION_KINDS = ['agency', 'hub', 'national'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const AGENCY_TYPES = [
  'province',
  'regency',
  'city',
  'ministry',
  'institution',
  'unit',
  'international',
  'other',
] as const
export type AgencyType = (typeof AGENCY_TYPES)[number]

export const ROLES = [
  'author',
  'agency_admin',
  'agency_head',
  'adopter_lead',
  'curator',
  'hub_manager',
  'mentor',
  'national_admin',
  'observer',
] as const
export type Role = (typeof ROLES)[number]

/** Which roles may be held in which kind of organisation. */
export const ROLES_OF_ORGANISATION: Record<OrganisationKind, readonly Role[]> = {
  agency: ['author', 'agency_admin', 'agency_head', 'adopter_lead'],
  hub: ['curator', 'hub_manager', 'mentor', 'observer'],
  national: ['national_admin', 'observer'],
}

// ---- regions ------------------------------------------------------------------------------------------------------

export const REGION_TYPES = ['province', 'regency', 'city'] as const
export type RegionType = (typeof REGION_TYPES)[number]

export const TIME_ZONES = ['WIB', 'WITA', 'WIT'] as const
export type TimeZone = (typeof TIME_ZONES)[number]

// ---- practices ----------------------------------------------------------------------------------------------------

/** A practice as the public sees it: never published, published, or taken back. */
export const PRACTICE_STATES = ['unpublished', 'published', 'withdrawn'] as const
export type PracticeState = (typeof PRACTICE_STATES)[number]

/** How often a practice was read and used; counted without persons. */
export const COUNTS = ['views', 'visitors', 'downloads', 'citations', 'comparisons', 'apiReads'] as const
export type Count = (typeof COUNTS)[number]

/** What offices did with a practice: put it aside for a need, asked, signed a letter, began the service, repeated it. */
export const ACTS = ['saves', 'questions', 'interests', 'launches', 'replicas'] as const
export type Act = (typeof ACTS)[number]

/** A revision on its way from draft to published; a published revision never changes again. */
export const REVISION_STATES = [
  'draft',
  'submitted',
  'document_verified',
  'scheduled',
  'changes_requested',
  'published',
  'discarded',
] as const
export type RevisionState = (typeof REVISION_STATES)[number]

/** The two checks of a text: its documents by the agency that owns it, its substance by the hub. */
export const REVIEW_STAGES = ['documents', 'substance'] as const
export type ReviewStage = (typeof REVIEW_STAGES)[number]

/** What can be decided on several texts at once. */
export const BATCH_ACTIONS = ['verify_documents', 'request_changes'] as const
export type BatchAction = (typeof BATCH_ACTIONS)[number]

/** Kinds of change that a hub may let authors publish without a review. */
export const MINOR_KINDS = ['contact', 'typo', 'links'] as const
export type MinorKind = (typeof MINOR_KINDS)[number]

export const LIFE_STATUSES = [
  'unconfirmed',
  'stopped',
  'constrained',
  'steady',
  'growing',
  'replicated',
  'transformed',
] as const
export type LifeStatus = (typeof LIFE_STATUSES)[number]

/** The age of the last word on it: green, amber, grey, and never said. */
export const FRESHNESS = ['fresh', 'aging', 'stale', 'none'] as const
export type Freshness = (typeof FRESHNESS)[number]

/** Why a practice stopped. */
export const LIFE_STOP_REASONS = [
  'budget',
  'leadership_change',
  'regulation',
  'staff',
  'technology',
  'replaced',
  'need_gone',
  'other_reason',
] as const
export type LifeStopReason = (typeof LIFE_STOP_REASONS)[number]

/** How the owner said it: signed in, or with the link of a letter or of a WhatsApp message. */
export const LIFE_CHANNELS = ['workspace', 'mail', 'whatsapp'] as const
export type LifeChannel = (typeof LIFE_CHANNELS)[number]

export const MATURITIES = ['initiative', 'pilot', 'implemented'] as const
export type Maturity = (typeof MATURITIES)[number]

export const WITHDRAWAL_REASONS = ['duplicate', 'inaccurate', 'owner_request', 'stopped', 'legal', 'other'] as const
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

/** Form of innovation (bentuk), PP 38/2017. */
export const FORMS = ['public_service', 'governance', 'other_form'] as const
export type Form = (typeof FORMS)[number]

/** Sectors of the starting catalogue; the value is the slug used in URLs. */
export const SECTORS = [
  'kesehatan',
  'administrasi-kependudukan',
  'pendidikan',
  'layanan-terpadu',
  'lingkungan-hidup',
  'sosial',
  'perdagangan-umkm',
  'pemerintahan-desa',
  'pertanian-ketahanan-pangan',
  'kebencanaan',
  'aparatur-tata-kelola',
  'penanganan-covid-19',
  'kepolisian',
  'pekerjaan-umum-perumahan',
  'perpajakan-pendapatan-daerah',
  'pengaduan-masyarakat',
  'perizinan',
  'ketenagakerjaan',
  'peternakan',
  'perlindungan-perempuan-anak',
  'kelautan-perikanan',
  'perhubungan',
  'hukum',
  'perencanaan-pembangunan',
  'komunikasi-informasi-publik',
  'pariwisata',
  'kebudayaan',
  'air-minum',
  'perkebunan',
  'tata-ruang-pertanahan',
  'lainnya',
] as const
export type Sector = (typeof SECTORS)[number]

/** Government affairs (urusan), UU 23/2014: 32 affairs, the supporting functions and the vertical agencies. */
export const AFFAIRS = [
  'pendidikan',
  'kesehatan',
  'pekerjaan-umum-penataan-ruang',
  'perumahan-permukiman',
  'ketenteraman-ketertiban-linmas',
  'sosial',
  'tenaga-kerja',
  'pemberdayaan-perempuan-anak',
  'pangan',
  'pertanahan',
  'lingkungan-hidup',
  'adminduk-capil',
  'pemberdayaan-masyarakat-desa',
  'pengendalian-penduduk-kb',
  'perhubungan',
  'komunikasi-informatika',
  'koperasi-ukm',
  'penanaman-modal',
  'kepemudaan-olahraga',
  'statistik',
  'persandian',
  'kebudayaan',
  'perpustakaan',
  'kearsipan',
  'kelautan-perikanan',
  'pariwisata',
  'pertanian',
  'kehutanan',
  'energi-sumber-daya-mineral',
  'perdagangan',
  'perindustrian',
  'transmigrasi',
  'fungsi-penunjang',
  'vertikal',
] as const
export type Affair = (typeof AFFAIRS)[number]

/** Competition categories of the KIPP form of 2023. */
export const KIPP_CATEGORIES = [
  'kesehatan',
  'pertumbuhan-ekonomi-kesempatan-kerja',
  'ketahanan-pangan',
  'inklusi-sosial',
  'tata-kelola-pemerintahan',
  'ketahanan-bencana',
  'pendidikan',
  'pengentasan-kemiskinan',
  'pemberdayaan-masyarakat',
  'energi-lingkungan-hidup',
  'penegakan-hukum',
] as const
export type KippCategory = (typeof KIPP_CATEGORIES)[number]

export const TARGET_GROUPS = [
  'masyarakat-umum',
  'pasien',
  'bayi-balita',
  'anak-pelajar',
  'warga-terpencil-perbatasan-kepulauan',
  'aparatur',
  'ibu-hamil-menyusui',
  'remaja-pemuda',
  'keluarga-miskin',
  'penyandang-disabilitas',
  'petani-peternak',
  'umkm',
  'pelaku-usaha-investor',
  'perempuan',
  'lansia',
  'pekerja-pencari-kerja',
  'nelayan-pembudi-daya-ikan',
  'masyarakat-adat',
  'korban-kekerasan-bencana',
  'warga-binaan',
  'wisatawan',
] as const
export type TargetGroup = (typeof TARGET_GROUPS)[number]

/** Sustainable development goals, true numbering. */
export const SDGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const

/** Story sections with the word caps of the KIPP form (2023); `null` means no cap. Typed once, exported to the form. */
export const STORY_SECTIONS = [
  'summary',
  'background',
  'novelty',
  'implementation',
  'significance',
  'replicated',
  'adaptability',
  'resources',
  'sustainability',
] as const
export type StorySection = (typeof STORY_SECTIONS)[number]

export const WORD_CAPS: Record<StorySection, number> = {
  summary: 200,
  background: 300,
  novelty: 200,
  implementation: 200,
  significance: 600,
  replicated: 100,
  adaptability: 200,
  resources: 200,
  sustainability: 500,
}

/** What the owner says of a practice that resembles theirs. */
export const LIKENESS_ANSWERS = ['replica', 'different'] as const
export type LikenessAnswer = (typeof LIKENESS_ANSWERS)[number]

export const PART_KINDS = ['core', 'adaptable', 'optional'] as const
export type PartKind = (typeof PART_KINDS)[number]

/** Level of government at which a practice is run. */
export const GOVERNMENT_LEVELS = ['national', 'province', 'regency_city', 'subdistrict', 'village', 'unit'] as const
export type GovernmentLevel = (typeof GOVERNMENT_LEVELS)[number]

/** What a public service provides: UU 25/2009, article 5. */
export const SERVICE_TYPES = ['goods', 'services', 'administrative'] as const
export type ServiceType = (typeof SERVICE_TYPES)[number]

/** Topics of the ASEAN–ROK roundtable on public-service innovation. */
export const ROUNDTABLE_TOPICS = ['participation', 'technology', 'regional_capacity'] as const
export type RoundtableTopic = (typeof ROUNDTABLE_TOPICS)[number]

/** What kind of thing must be there before a district can start. */
export const PREREQUISITE_KINDS = [
  'legal',
  'leadership',
  'budget',
  'staff',
  'technology',
  'data',
  'facility',
  'partner',
  'community',
  'other',
] as const
export type PrerequisiteKind = (typeof PREREQUISITE_KINDS)[number]

/** What a cost grows with. */
export const COST_SCALES = [
  'fixed',
  'unit',
  'officer',
  'facility',
  'village',
  'subdistrict',
  'household',
  'inhabitant',
  'user',
  'activity',
] as const
export type CostScale = (typeof COST_SCALES)[number]

export const STAFF_TIMES = ['full', 'part'] as const
export type StaffTime = (typeof STAFF_TIMES)[number]

export const REGULATION_KINDS = [
  'law',
  'government_regulation',
  'presidential_regulation',
  'ministerial_regulation',
  'regional_regulation',
  'head_regulation',
  'head_decree',
  'agency_decree',
  'village_regulation',
  'circular',
  'agreement',
  'other',
] as const
export type RegulationKind = (typeof REGULATION_KINDS)[number]

export const TECHNOLOGY_KINDS = [
  'web',
  'mobile',
  'messaging',
  'spreadsheet',
  'database',
  'map',
  'hardware',
  'other',
] as const
export type TechnologyKind = (typeof TECHNOLOGY_KINDS)[number]

/** Under which terms documents and applications of a practice may be used by others. */
export const LICENCES = [
  'public_domain',
  'attribution',
  'share_alike',
  'open_source',
  'government_use',
  'on_request',
  'closed',
] as const
export type Licence = (typeof LICENCES)[number]

export const AWARD_SCHEMES = ['kipp', 'iga', 'unpsa', 'ministry', 'province', 'other'] as const
export type AwardScheme = (typeof AWARD_SCHEMES)[number]

/** What it costs to start, in millions of rupiah: bands of the sum of the set-up costs that the owner names. */
export const COST_BANDS = ['free', 'under-50', '50-250', '250-1000', 'over-1000'] as const
export type CostBand = (typeof COST_BANDS)[number]

/** Months to launch at worst, by the upper limit of the band; the last one has none. */
export const LAUNCH_BANDS = ['3', '6', '12', '13'] as const
export type LaunchBand = (typeof LAUNCH_BANDS)[number]

export const EVIDENCE_LEVELS = [1, 2, 3, 4, 5] as const
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number]

// ---- importing ----------------------------------------------------------------------------------------------------

/** A sheet of many records on its way: checked, written, taken back; each step runs in the background. */
export const IMPORT_STATES = [
  'checking',
  'checked',
  'applying',
  'stopped',
  'applied',
  'undoing',
  'undone',
  'discarded',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** A row of a sheet: read, looked at, written or passed over, taken back or kept because somebody worked on it. */
export const IMPORT_ROW_STATES = ['read', 'checked', 'applied', 'skipped', 'undone', 'kept'] as const
export type ImportRowState = (typeof IMPORT_ROW_STATES)[number]

/** What a row would do: a new draft, a changed one, nothing, nothing because people changed it, or it is wrong. */
export const IMPORT_OUTCOMES = ['create', 'update', 'unchanged', 'touched', 'repeated', 'error'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

// ---- needs and adoption -------------------------------------------------------------------------------------------

export const NEED_STATES = ['open', 'matched', 'taken_up', 'met', 'closed'] as const
export type NeedState = (typeof NEED_STATES)[number]

/** The eight steps of version 1 of our process; wording is configuration in app/domain/adoption. */
export const ADOPTION_STEPS = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type AdoptionStep = (typeof ADOPTION_STEPS)[number]

export const ADOPTION_STATES = ['active', 'paused', 'stopped', 'declined', 'completed'] as const
export type AdoptionState = (typeof ADOPTION_STATES)[number]

export const STOP_REASONS = [
  'budget',
  'leadership_change',
  'regulation',
  'not_compatible',
  'source_unresponsive',
  'other',
] as const
export type StopReason = (typeof STOP_REASONS)[number]

export const ADAPTATION_DECISIONS = ['kept', 'changed', 'dropped'] as const
export type AdaptationDecision = (typeof ADAPTATION_DECISIONS)[number]

export const ADOPTION_DOCUMENT_KINDS = [
  'interest_letter',
  'visit_report',
  'agreement',
  'team_decree',
  'action_plan',
  'monitoring_report',
  'evaluation',
  'other',
] as const
export type AdoptionDocumentKind = (typeof ADOPTION_DOCUMENT_KINDS)[number]

export const OUTCOME_MONTHS = [3, 6, 12, 24] as const
export type OutcomeMonth = (typeof OUTCOME_MONTHS)[number]

// ---- coaching -----------------------------------------------------------------------------------------------------

export const SESSION_STATES = ['planned', 'held', 'disputed', 'confirmed', 'locked'] as const
export type SessionState = (typeof SESSION_STATES)[number]

export const COACHING_MODES = ['technical_assistance', 'peer_learning', 'field_visit'] as const
export type CoachingMode = (typeof COACHING_MODES)[number]

export const COACHING_CHANNELS = ['on_site', 'online', 'whatsapp'] as const
export type CoachingChannel = (typeof COACHING_CHANNELS)[number]

export const SESSION_VISIBILITIES = ['pair', 'hub', 'public_lesson'] as const
export type SessionVisibility = (typeof SESSION_VISIBILITIES)[number]

export const COACHING_TOPICS = [
  'problem_definition',
  'choosing_practice',
  'fit_check',
  'legal_basis',
  'budget',
  'staff_training',
  'technology',
  'service_procedure',
  'data_and_evidence',
  'communication',
  'sustainability',
  'proposal_writing',
  'complaints_handling',
  'other',
] as const
export type CoachingTopic = (typeof COACHING_TOPICS)[number]

export const OBSTACLES = [
  'leadership',
  'budget',
  'staff',
  'regulation',
  'technology',
  'distance',
  'data',
  'coordination',
  'other',
] as const
export type Obstacle = (typeof OBSTACLES)[number]

export const ACTION_STATES = ['open', 'in_progress', 'done', 'verified'] as const
export type ActionState = (typeof ACTION_STATES)[number]

// ---- searching ----------------------------------------------------------------------------------------------------

/** How often mail tells of new practices for a saved search. */
export const ALERTS = ['off', 'daily', 'weekly'] as const
export type Alert = (typeof ALERTS)[number]

/** What a pinned practice stands on top of: the results for some words, or the page of one filter value. */
export const PIN_KINDS = ['words', 'facet'] as const
export type PinKind = (typeof PIN_KINDS)[number]

// ---- files --------------------------------------------------------------------------------------------------------

export const ATTACHMENT_KINDS = ['photo', 'document'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** `quarantined` waits for the virus scanner, `processing` for its pictures, `ready` may be served, `refused` never. */
export const FILE_STATES = ['quarantined', 'processing', 'ready', 'refused'] as const
export type FileState = (typeof FILE_STATES)[number]

/** What an outside link answered: `failing` is not given up yet. */
export const LINK_STATES = ['fine', 'failing', 'dead'] as const
export type LinkState = (typeof LINK_STATES)[number]

// ---- storage ------------------------------------------------------------------------------------------------------

export const OUTBOX_TOPICS = ['practice'] as const
export type OutboxTopic = (typeof OUTBOX_TOPICS)[number]
