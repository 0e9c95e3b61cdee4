import type {
  AwardScheme,
  CostScale,
  GovernmentLevel,
  Licence,
  PrerequisiteKind,
  RegulationKind,
  RoundtableTopic,
  ServiceType,
  StaffTime,
  TechnologyKind,
} from '#db/vocabulary.ts'
import { text } from './text.ts'

/** Words for the lists of the template of a practice. */
type PracticeVocabulary = {
  level: Record<GovernmentLevel, string>
  serviceType: Record<ServiceType, string>
  roundtableTopic: Record<RoundtableTopic, string>
  prerequisiteKind: Record<PrerequisiteKind, string>
  /** As in “for each village”. */
  costScale: Record<CostScale, string>
  staffTime: Record<StaffTime, string>
  regulationKind: Record<RegulationKind, string>
  technologyKind: Record<TechnologyKind, string>
  licence: Record<Licence, string>
  awardScheme: Record<AwardScheme, string>
}

export const practiceVocabulary = text<PracticeVocabulary>(
  {
    level: {
      national: 'Nasional',
      province: 'Provinsi',
      regency_city: 'Kabupaten atau kota',
      subdistrict: 'Kecamatan',
      village: 'Desa atau kelurahan',
      unit: 'Satu unit pelayanan',
    },
    serviceType: {
      goods: 'Pelayanan barang',
      services: 'Pelayanan jasa',
      administrative: 'Pelayanan administratif',
    },
    roundtableTopic: {
      participation: 'Partisipasi warga',
      technology: 'Teknologi',
      regional_capacity: 'Kapasitas daerah',
    },
    prerequisiteKind: {
      legal: 'Aturan',
      leadership: 'Dukungan pimpinan',
      budget: 'Anggaran',
      staff: 'Petugas',
      technology: 'Teknologi',
      data: 'Data',
      facility: 'Sarana',
      partner: 'Mitra',
      community: 'Masyarakat',
      other: 'Lainnya',
    },
    costScale: {
      fixed: 'Sekali untuk seluruh daerah',
      unit: 'Per unit pelayanan',
      officer: 'Per petugas',
      facility: 'Per sekolah, puskesmas, atau kantor',
      village: 'Per desa atau kelurahan',
      subdistrict: 'Per kecamatan',
      household: 'Per keluarga',
      inhabitant: 'Per penduduk',
      user: 'Per pengguna layanan',
      activity: 'Per kegiatan',
    },
    staffTime: { full: 'penuh waktu', part: 'paruh waktu' },
    regulationKind: {
      law: 'Undang-undang',
      government_regulation: 'Peraturan pemerintah',
      presidential_regulation: 'Peraturan presiden',
      ministerial_regulation: 'Peraturan menteri',
      regional_regulation: 'Peraturan daerah',
      head_regulation: 'Peraturan kepala daerah',
      head_decree: 'Keputusan kepala daerah',
      agency_decree: 'Keputusan kepala perangkat daerah',
      village_regulation: 'Peraturan desa',
      circular: 'Surat edaran',
      agreement: 'Perjanjian kerja sama',
      other: 'Aturan lain',
    },
    technologyKind: {
      web: 'Aplikasi web',
      mobile: 'Aplikasi ponsel',
      messaging: 'Pesan singkat atau WhatsApp',
      spreadsheet: 'Lembar kerja',
      database: 'Basis data',
      map: 'Peta digital',
      hardware: 'Perangkat keras',
      other: 'Teknologi lain',
    },
    licence: {
      public_domain: 'Bebas dipakai siapa pun',
      attribution: 'Bebas dipakai dengan menyebut sumber (CC BY)',
      share_alike: 'Bebas dipakai, hasil ubahan berlisensi sama (CC BY-SA)',
      open_source: 'Perangkat lunak sumber terbuka',
      government_use: 'Bebas dipakai instansi pemerintah',
      on_request: 'Dengan izin pemilik',
      closed: 'Tidak boleh dipakai pihak lain',
    },
    awardScheme: {
      kipp: 'KIPP (Kompetisi Inovasi Pelayanan Publik)',
      iga: 'IGA (Innovative Government Award)',
      unpsa: 'UNPSA (United Nations Public Service Awards)',
      ministry: 'Kementerian atau lembaga',
      province: 'Provinsi',
      other: 'Lainnya',
    },
  },
  {
    level: {
      national: 'National',
      province: 'Province',
      regency_city: 'Regency or city',
      subdistrict: 'Subdistrict',
      village: 'Village',
      unit: 'A single service unit',
    },
    serviceType: {
      goods: 'Provision of goods',
      services: 'Provision of services',
      administrative: 'Administrative service',
    },
    roundtableTopic: {
      participation: 'Participation',
      technology: 'Technology',
      regional_capacity: 'Regional capacity',
    },
    prerequisiteKind: {
      legal: 'Rules',
      leadership: 'Leadership',
      budget: 'Budget',
      staff: 'Staff',
      technology: 'Technology',
      data: 'Data',
      facility: 'Facilities',
      partner: 'Partners',
      community: 'Community',
      other: 'Other',
    },
    costScale: {
      fixed: 'Once for the whole district',
      unit: 'For each service unit',
      officer: 'For each officer',
      facility: 'For each school, clinic or office',
      village: 'For each village',
      subdistrict: 'For each subdistrict',
      household: 'For each household',
      inhabitant: 'For each inhabitant',
      user: 'For each user',
      activity: 'For each activity',
    },
    staffTime: { full: 'full time', part: 'part time' },
    regulationKind: {
      law: 'Law',
      government_regulation: 'Government regulation',
      presidential_regulation: 'Presidential regulation',
      ministerial_regulation: 'Ministerial regulation',
      regional_regulation: 'Regional regulation',
      head_regulation: 'Regulation of the head of region',
      head_decree: 'Decree of the head of region',
      agency_decree: 'Decree of the head of the agency',
      village_regulation: 'Village regulation',
      circular: 'Circular',
      agreement: 'Cooperation agreement',
      other: 'Other rule',
    },
    technologyKind: {
      web: 'Web application',
      mobile: 'Mobile application',
      messaging: 'Text messages or WhatsApp',
      spreadsheet: 'Spreadsheet',
      database: 'Database',
      map: 'Digital map',
      hardware: 'Hardware',
      other: 'Other technology',
    },
    licence: {
      public_domain: 'Free for everybody',
      attribution: 'Free when the source is named (CC BY)',
      share_alike: 'Free, changed versions under the same licence (CC BY-SA)',
      open_source: 'Open-source software',
      government_use: 'Free for government agencies',
      on_request: 'With the permission of the owner',
      closed: 'Not for use by others',
    },
    awardScheme: {
      kipp: 'KIPP (national competition of public-service innovation)',
      iga: 'IGA (Innovative Government Award)',
      unpsa: 'UNPSA (United Nations Public Service Awards)',
      ministry: 'Ministry or national agency',
      province: 'Province',
      other: 'Other',
    },
  },
)
