import { text } from './text.ts'

/** The navigation of the workspace; on every page of it, also on the one that brings script: nothing else belongs here. */
export const workText = text(
  {
    nav: {
      home: 'Hari ini',
      practices: 'Praktik',
      review: 'Tinjauan',
      needs: 'Kebutuhan',
      adoptions: 'Adopsi',
      coaching: 'Pendampingan',
      record: 'Catat sesi',
      actions: 'Tindak lanjut',
      assignments: 'Penugasan',
      members: 'Anggota',
      hubs: 'Hub',
      audit: 'Jejak',
      searchHealth: 'Pencarian',
      searches: 'Pencarian tersimpan',
      demand: 'Yang dicari dan belum ada',
      pins: 'Praktik pilihan',
      jobs: 'Pekerjaan latar',
    },
  },
  {
    nav: {
      home: 'Today',
      practices: 'Practices',
      review: 'Review',
      needs: 'Needs',
      adoptions: 'Adoptions',
      coaching: 'Coaching',
      record: 'Log session',
      actions: 'Actions',
      assignments: 'Assignments',
      members: 'Members',
      hubs: 'Hubs',
      searchHealth: 'Search',
      audit: 'Audit',
      searches: 'Saved searches',
      demand: 'Searched and not found',
      pins: 'Pinned practices',
      jobs: 'Background work',
    },
  },
)
