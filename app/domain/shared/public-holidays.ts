/*
 * Days on which offices are closed beside Saturdays and Sundays: public holidays (libur nasional) and joint leave
 * (cuti bersama), as three ministers decree them for each year (Religious Affairs, Manpower, Administrative Reform).
 * To add a year: copy its decree below, remove `provisional`, and run tests/unit/practice/working-days.test.ts.
 */

type Year = {
  /** The numbers of the joint decree, and of what amended it. */
  decree: string
  /** No decree was known when this was written: fixed dates, and moving feasts as calculated. Joint leave is missing. */
  provisional?: true
  holidays: Readonly<Record<string, string>>
  jointLeave: readonly string[]
}

export const PUBLIC_HOLIDAYS: Readonly<Record<number, Year>> = {
  2025: {
    decree:
      'SKB Menteri Agama 1017/2024, Menteri Ketenagakerjaan 2/2024, Menteri PANRB 2/2024; diubah SKB 933/2025, 1/2025, 3/2025',
    holidays: {
      '2025-01-01': 'Tahun Baru 2025 Masehi',
      '2025-01-27': 'Isra Mikraj Nabi Muhammad saw.',
      '2025-01-29': 'Tahun Baru Imlek 2576 Kongzili',
      '2025-03-29': 'Hari Suci Nyepi (Tahun Baru Saka 1947)',
      '2025-03-31': 'Idulfitri 1446 Hijriah',
      '2025-04-01': 'Idulfitri 1446 Hijriah',
      '2025-04-18': 'Wafat Yesus Kristus',
      '2025-04-20': 'Kebangkitan Yesus Kristus (Paskah)',
      '2025-05-01': 'Hari Buruh Internasional',
      '2025-05-12': 'Hari Raya Waisak 2569 BE',
      '2025-05-29': 'Kenaikan Yesus Kristus',
      '2025-06-01': 'Hari Lahir Pancasila',
      '2025-06-06': 'Iduladha 1446 Hijriah',
      '2025-06-27': '1 Muharam Tahun Baru Islam 1447 Hijriah',
      '2025-08-17': 'Proklamasi Kemerdekaan',
      '2025-09-05': 'Maulid Nabi Muhammad saw.',
      '2025-12-25': 'Kelahiran Yesus Kristus',
    },
    jointLeave: [
      '2025-01-28',
      '2025-03-28',
      '2025-04-02',
      '2025-04-03',
      '2025-04-04',
      '2025-04-07',
      '2025-05-13',
      '2025-05-30',
      '2025-06-09',
      '2025-08-18',
      '2025-12-26',
    ],
  },
  2026: {
    decree: 'SKB Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025',
    holidays: {
      '2026-01-01': 'Tahun Baru 2026 Masehi',
      '2026-01-16': 'Isra Mikraj Nabi Muhammad saw.',
      '2026-02-17': 'Tahun Baru Imlek 2577 Kongzili',
      '2026-03-19': 'Hari Suci Nyepi (Tahun Baru Saka 1948)',
      '2026-03-21': 'Idulfitri 1447 Hijriah',
      '2026-03-22': 'Idulfitri 1447 Hijriah',
      '2026-04-03': 'Wafat Yesus Kristus',
      '2026-04-05': 'Kebangkitan Yesus Kristus (Paskah)',
      '2026-05-01': 'Hari Buruh Internasional',
      '2026-05-14': 'Kenaikan Yesus Kristus',
      '2026-05-27': 'Iduladha 1447 Hijriah',
      '2026-05-31': 'Hari Raya Waisak 2570 BE',
      '2026-06-01': 'Hari Lahir Pancasila',
      '2026-06-16': '1 Muharam Tahun Baru Islam 1448 Hijriah',
      '2026-08-17': 'Proklamasi Kemerdekaan',
      '2026-08-25': 'Maulid Nabi Muhammad saw.',
      '2026-12-25': 'Kelahiran Yesus Kristus',
    },
    jointLeave: [
      '2026-02-16',
      '2026-03-18',
      '2026-03-20',
      '2026-03-23',
      '2026-03-24',
      '2026-05-15',
      '2026-05-28',
      '2026-12-24',
    ],
  },
  2027: {
    decree: 'belum dimuat',
    provisional: true,
    holidays: {
      '2027-01-01': 'Tahun Baru 2027 Masehi',
      '2027-01-05': 'Isra Mikraj Nabi Muhammad saw.',
      '2027-02-06': 'Tahun Baru Imlek 2578 Kongzili',
      '2027-03-08': 'Hari Suci Nyepi (Tahun Baru Saka 1949)',
      '2027-03-10': 'Idulfitri 1448 Hijriah',
      '2027-03-11': 'Idulfitri 1448 Hijriah',
      '2027-03-26': 'Wafat Yesus Kristus',
      '2027-03-28': 'Kebangkitan Yesus Kristus (Paskah)',
      '2027-05-01': 'Hari Buruh Internasional',
      '2027-05-06': 'Kenaikan Yesus Kristus',
      '2027-05-16': 'Iduladha 1448 Hijriah',
      '2027-05-20': 'Hari Raya Waisak 2571 BE',
      '2027-06-01': 'Hari Lahir Pancasila',
      '2027-06-06': '1 Muharam Tahun Baru Islam 1449 Hijriah',
      '2027-08-14': 'Maulid Nabi Muhammad saw.',
      '2027-08-17': 'Proklamasi Kemerdekaan',
      '2027-12-25': 'Kelahiran Yesus Kristus',
    },
    jointLeave: [],
  },
}
