import type { OrganisationKind, Role } from '#db/vocabulary.ts'

export type DemoAccount = {
  /** Part before the @. */
  mailbox: string
  name: string
  /** Organisation by kind and slug, and the role there. More than one: a person with several hats. */
  hats: { kind: OrganisationKind; slug: string; role: Role }[]
}

const DISTRICT = 'pemerintah-kabupaten-contoh-hulu'
const SOURCE = 'pemerintah-kabupaten-muara-enim'
const hat = (kind: OrganisationKind, slug: string, role: Role) => ({ kind, slug, role })

/** The accounts of a trial installation: one for each role, a source agency, and one person with two hats. */
export const DEMO_ACCOUNTS = {
  author: { mailbox: 'penulis', name: 'Rani Contoh', hats: [hat('agency', DISTRICT, 'author')] },
  admin: { mailbox: 'admin', name: 'Anton Contoh', hats: [hat('agency', DISTRICT, 'agency_admin')] },
  head: { mailbox: 'kepala', name: 'Kartika Contoh', hats: [hat('agency', DISTRICT, 'agency_head')] },
  adopter: { mailbox: 'pelaksana', name: 'Sari Contoh', hats: [hat('agency', DISTRICT, 'adopter_lead')] },
  curator: { mailbox: 'kurator', name: 'Bayu Contoh', hats: [hat('hub', 'hub-contoh', 'curator')] },
  manager: { mailbox: 'hub', name: 'Dewi Contoh', hats: [hat('hub', 'hub-contoh', 'hub_manager')] },
  mentor: { mailbox: 'pendamping', name: 'Wulan Contoh', hats: [hat('hub', 'hub-contoh', 'mentor')] },
  national: { mailbox: 'nasional', name: 'Nadia Contoh', hats: [hat('national', 'nasional', 'national_admin')] },
  observer: { mailbox: 'pengamat', name: 'Omar Contoh', hats: [hat('national', 'nasional', 'observer')] },
  sourceAdmin: { mailbox: 'sumber', name: 'Sumi Contoh', hats: [hat('agency', SOURCE, 'agency_admin')] },
  sourceHead: { mailbox: 'sumber-kepala', name: 'Karno Contoh', hats: [hat('agency', SOURCE, 'agency_head')] },
  twoHats: {
    mailbox: 'dua-peran',
    name: 'Tini Contoh',
    hats: [hat('agency', DISTRICT, 'author'), hat('hub', 'hub-contoh', 'curator')],
  },
} as const satisfies Record<string, DemoAccount>

export type DemoKey = keyof typeof DEMO_ACCOUNTS

/** `.invalid` can never be somebody's address (RFC 2606). */
export const demoEmail = (mailbox: string) => `${mailbox}@contoh.invalid`
