import { expect, test } from 'vitest'
import { canCloseRemark, type PracticeFacts, type RemarkFacts } from '#app/domain/practice/practice.policy.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import type { OrganisationKind, RevisionState, Role } from '#db/vocabulary.ts'

const AGENCY = 'agency'
const HUB = 'hub'

function person(userId: string, role: Role, organisationId: string): Actor {
  const organisationKind: OrganisationKind = organisationId === HUB ? 'hub' : 'agency'
  const place = { organisationId, organisationKind, organisationName: organisationId, organisationSlug: organisationId }
  return { kind: 'user', userId, name: userId, hat: { membershipId: userId, role, ...place } }
}

const PEOPLE = {
  author: person('author', 'author', AGENCY),
  admin: person('admin', 'agency_admin', AGENCY),
  otherAdmin: person('otherAdmin', 'agency_admin', 'elsewhere'),
  adminWhoWrote: person('writer', 'agency_admin', AGENCY),
  curator: person('curator', 'curator', HUB),
  manager: person('manager', 'hub_manager', HUB),
  otherCurator: person('otherCurator', 'curator', 'elsewhere'),
  national: person('national', 'national_admin', 'office'),
}

const practice = (state: RevisionState): PracticeFacts => ({
  ...{ state: 'unpublished', agencyId: AGENCY, agencyParentId: null, hubId: HUB, minorKinds: null, assertion: null },
  writerIds: ['author', 'writer'],
  open: { state, submittedBy: 'author', submittedAt: new Date(0), documentVerifiedBy: null, authorIds: ['author'] },
})

const closers = (state: RevisionState, remark: RemarkFacts) =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => canCloseRemark(actor, practice(state), remark))
    .map(([name]) => name)

const substance: RemarkFacts = { stage: 'substance', authorId: 'somebody', required: true }
const documents: RemarkFacts = { stage: 'documents', authorId: 'somebody', required: true }

test.each(['submitted', 'document_verified'] as const)('each side confirms what it required, while %s', (state) => {
  expect(closers(state, documents)).toEqual(['admin', 'national'])
  expect(closers(state, substance)).toEqual(['curator', 'manager', 'national'])
})

test('whoever made it closes it, but nobody judges their own record', () => {
  expect(closers('submitted', { ...substance, authorId: 'admin' })).toContain('admin')
  expect(closers('submitted', { ...documents, authorId: 'writer' })).not.toContain('adminWhoWrote')
})

test('a suggestion is closed by the reviewer whose turn it is too', () => {
  expect(closers('submitted', { ...substance, required: false })).toEqual(['admin', 'curator', 'manager', 'national'])
  expect(closers('document_verified', { ...documents, required: false })).toEqual(['admin', 'curator', 'national'])
})
