import type { CitationFormat } from './domain/practice/citation.ts'

/** Every URL of the site as a function. Route files, links and redirects take addresses from here only. */

type Query = URLSearchParams | Readonly<Record<string, string | number | readonly string[] | undefined>>

function withQuery(path: string, query: Query = {}): string {
  const params = query instanceof URLSearchParams ? query : new URLSearchParams()
  if (!(query instanceof URLSearchParams)) {
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined && one !== '') params.append(name, String(one))
    }
  }
  const search = params.toString()
  return search ? `${path}?${search}` : path
}

const part = encodeURIComponent

/** Pages of one adoption beside its own: one form each. */
export type AdoptionPage =
  | 'adaptation'
  | 'agreement'
  | 'answer'
  | 'back'
  | 'candidates'
  | 'checklist'
  | 'closing'
  | 'documents'
  | 'indicators'
  | 'launch'
  | 'letter'
  | 'outcome'
  | 'pause'
  | 'plan'
  | 'verification'
  | 'visits'

/** Which version of a practice a file is of, the newest when absent, and in which language, Indonesian when absent. */
type FileQuery = { v?: number; lang?: 'id' | 'en' }

export const paths = {
  home: () => '/',

  // practices
  compare: (practiceIds: readonly string[] = [], { onlyDifferent = false, from = '' } = {}) =>
    withQuery('/compare', { id: practiceIds, different: onlyDifferent ? '1' : undefined, from }),
  exportPractices: (format: 'csv' | 'xlsx' | 'json', query?: Query) => withQuery(`/exports/practices.${format}`, query),
  igaSheet: (practiceId: string) => `/work/practices/${part(practiceId)}/iga.xlsx`,
  kippProposal: (practiceId: string) => `/work/practices/${part(practiceId)}/kipp.docx`,
  practice: (practiceId: string) => `/practices/${part(practiceId)}`,
  practiceCard: (practiceId: string, query?: FileQuery) => withQuery(`/practices/${part(practiceId)}/card.png`, query),
  practiceCite: (practiceId: string, format: CitationFormat, query?: FileQuery) =>
    withQuery(`/practices/${part(practiceId)}/cite`, { format, ...query }),
  practiceDiff: (practiceId: string, query?: { from?: number; to?: number }) =>
    withQuery(`/practices/${part(practiceId)}/diff`, query),
  practiceLinks: (practiceId: string, query?: FileQuery) => withQuery(`/practices/${part(practiceId)}/links`, query),
  practicePdf: (practiceId: string, query?: FileQuery) => withQuery(`/practices/${part(practiceId)}.pdf`, query),
  practiceQuestions: (practiceId: string, query?: Query) =>
    withQuery(`/practices/${part(practiceId)}/questions`, query),
  practiceVersion: (practiceId: string, version: number) => `/practices/${part(practiceId)}/v${version}`,
  practices: (query?: Query) => withQuery('/practices', query),

  // files
  file: (fileId: string, name: string) => `/files/${part(fileId)}/${part(name)}`,

  // network
  hub: (slug: string, query?: Query) => withQuery(`/hubs/${part(slug)}`, query),
  hubs: () => '/hubs',
  network: () => '/network',

  // needs
  need: (ref: string) => `/needs/${part(ref)}`,
  needs: (query?: Query) => withQuery('/needs', query),
  newNeed: (query?: { problem?: string; practice?: string }) => withQuery('/work/needs/new', query),

  // adoptions
  adoptionPage: (adoptionId: string, page: AdoptionPage, query?: Query) =>
    withQuery(`/work/adoptions/${part(adoptionId)}/${page}`, query),
  certificate: (adoptionId: string) => `/adoptions/${part(adoptionId)}`,
  editNeed: (ref: string) => `/work/needs/${part(ref)}/edit`,
  workAdoption: (adoptionId: string, query?: Query) => withQuery(`/work/adoptions/${part(adoptionId)}`, query),
  workAdoptions: (query?: Query) => withQuery('/work/adoptions', query),
  workNeed: (ref: string, query?: Query) => withQuery(`/work/needs/${part(ref)}`, query),
  workNeeds: (query?: Query) => withQuery('/work/needs', query),

  // for programs
  apiDescription: () => '/api/v1/openapi.json',
  apiPractice: (practiceId: string) => `/api/v1/practices/${part(practiceId)}`,
  apiPractices: (query?: Query) => withQuery('/api/v1/practices', query),
  sitemap: () => '/sitemap.xml',
  sitemapPart: (name: string) => `/sitemaps/${name}.xml`,

  // coaching
  actions: (query?: Query) => withQuery('/work/actions', query),
  assignments: (query?: Query) => withQuery('/work/assignments', query),
  coaching: (query?: Query) => withQuery('/work/coaching', query),
  coachingEdit: (sessionId: string, query?: Query) => withQuery(`/work/coaching/${part(sessionId)}/edit`, query),
  coachingNew: (query?: Query) => withQuery('/work/coaching/new', query),
  coachingSession: (sessionId: string, done?: string) => withQuery(`/work/coaching/${part(sessionId)}`, { done }),
  lessons: (query?: Query) => withQuery('/lessons', query),

  // about the site
  about: () => '/about',
  accessibility: () => '/accessibility',
  evidenceRule: () => '/about#bukti',
  glossary: () => '/glossary',
  openData: () => '/open-data',
  privacy: () => '/privacy',
  status: () => '/status',

  // people; tokens are query parameters, because the log of requests keeps paths only
  alive: (token?: string) => withQuery('/alive', { token }),
  account: (done?: 'profile' | 'password' | 'session') => withQuery('/work/account', { done }),
  accountPassword: () => '/work/account/password',
  handover: (query?: Query) => withQuery('/work/handover', query),
  forgotPassword: (done?: 'sent') => withQuery('/forgot-password', { done }),
  invitation: (token: string) => withQuery('/invitation', { token }),
  members: (query?: Query) => withQuery('/work/members', query),
  resetPassword: (token: string) => withQuery('/reset-password', { token }),
  signIn: (next?: string, done?: 'reset' | 'signed-out') => withQuery('/sign-in', { next, done }),
  signOut: () => '/sign-out',
  switchHat: (next?: string) => withQuery('/work/hats', { next }),

  // searching
  demand: (query?: Query) => withQuery('/work/demand', query),
  pins: (query?: Query) => withQuery('/work/pins', query),
  savedSearches: (query?: Query) => withQuery('/work/searches', query),
  unsubscribe: (token: string) => withQuery('/unsubscribe', { token }),

  // workspace
  work: (done?: 'joined') => withQuery('/work', { done }),
  audit: (query?: Query) => withQuery('/work/audit', query),
  autosave: (practiceId: string, section: string) => `/work/practices/${part(practiceId)}/autosave/${part(section)}`,
  editPractice: (practiceId: string, section: string, query?: Query) =>
    withQuery(`/work/practices/${part(practiceId)}/edit/${part(section)}`, query),
  jobs: (done?: 'retry' | 'set_aside') => withQuery('/work/jobs', { done }),
  import: (importId: string, query?: Query) => withQuery(`/work/imports/${part(importId)}`, query),
  importFaults: (importId: string) => `/work/imports/${part(importId)}/faults.xlsx`,
  importTemplate: () => '/work/imports/template.xlsx',
  imports: (query?: Query) => withQuery('/work/imports', query),
  likelySame: (practiceId: string) => `/work/practices/${part(practiceId)}/similar`,
  mergePractice: (practiceId: string, query?: Query) => withQuery(`/work/practices/${part(practiceId)}/merge`, query),
  newPractice: () => '/work/practices/new',
  practiceContact: (practiceId: string, query?: Query) =>
    withQuery(`/work/practices/${part(practiceId)}/contact`, query),
  practiceStatistics: (practiceId: string, query?: Query) =>
    withQuery(`/work/practices/${part(practiceId)}/statistics`, query),
  practiceStatisticsFile: (practiceId: string, query?: Query) =>
    withQuery(`/work/practices/${part(practiceId)}/statistics.csv`, query),
  practiceTerms: (practiceId: string, query?: Query) => withQuery(`/work/practices/${part(practiceId)}/terms`, query),
  presence: (practiceId: string, section: string) => `/work/practices/${part(practiceId)}/presence/${part(section)}`,
  previewPractice: (practiceId: string) => `/work/practices/${part(practiceId)}/preview`,
  review: (practiceId: string, query?: Query) => withQuery(`/work/review/${part(practiceId)}`, query),
  reviewBatch: () => '/work/review/batch',
  reviewBatchResult: (batchId: string) => `/work/review/batches/${part(batchId)}`,
  reviewRules: (query?: Query) => withQuery('/work/review/rules', query),
  reviewTemplates: (query?: Query) => withQuery('/work/review/templates', query),
  searchHealth: (done?: 'checked' | 'asked' | 'retried') => withQuery('/work/search-health', { done }),
  reviewQueue: (query?: Query) => withQuery('/work/review', query),
  statistics: (query?: Query) => withQuery('/work/statistics', query),
  statisticsFile: (query?: Query) => withQuery('/work/statistics.csv', query),
  wordFile: (proposalId: string, filledSections?: { filled: string; changed: string }) =>
    withQuery(`/work/practices/from-word/${part(proposalId)}`, filledSections),
  wordFiles: (practiceId?: string) => withQuery('/work/practices/from-word', { practice: practiceId }),
  undoMerge: (practiceId: string, mergeId: string) => `/work/practices/${part(practiceId)}/merges/${part(mergeId)}`,
  withdrawPractice: (practiceId: string) => `/work/practices/${part(practiceId)}/withdraw`,
  workLife: (query?: Query) => withQuery('/work/life', query),
  workQuestion: (questionId: string, query?: Query) => withQuery(`/work/questions/${part(questionId)}`, query),
  workQuestions: (query?: Query) => withQuery('/work/questions', query),
  workPractice: (practiceId: string, query?: Query) => withQuery(`/work/practices/${part(practiceId)}`, query),
  workPractices: (query?: Query) => withQuery('/work/practices', query),
  openHub: (provinceCode?: string) => withQuery('/work/hubs/new', { province: provinceCode }),
  workHubs: (query?: Query) => withQuery('/work/hubs', query),
} as const
