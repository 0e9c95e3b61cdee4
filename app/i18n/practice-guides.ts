import type { StorySection } from '#db/vocabulary.ts'
import { text } from './text.ts'

export type Guide = { label: string; hint: string; questions: readonly string[] }

/** What each section of the story asks, and the questions that help to answer. */
export const guideText = text<Record<StorySection, Guide>>(
  {
    summary: {
      label: 'Apa praktik ini, untuk siapa, dan apa hasilnya?',
      hint: 'Bagian ini dibaca lebih dahulu. Tulis agar dapat berdiri sendiri.',
      questions: [
        'Masalah apa yang dijawab?',
        'Apa yang dikerjakan, oleh siapa?',
        'Apa yang berubah, dengan satu angka?',
      ],
    },
    background: {
      label: 'Masalah apa yang dihadapi, siapa yang terdampak, dan apa yang ingin dicapai?',
      hint: 'Tulis untuk orang yang belum pernah mendengar praktik ini. Mulai dari keadaan sebelum ada praktik, dengan satu angka dan tahunnya.',
      questions: [
        'Apa akibatnya bila masalah ini dibiarkan?',
        'Siapa yang paling dirugikan: perempuan, anak, penyandang disabilitas, warga kepulauan?',
        'Keadaan apa yang disebut berhasil, dan kapan?',
      ],
    },
    novelty: {
      label: 'Apa yang baru dibandingkan cara sebelumnya?',
      hint: 'Baru di daerah Anda pun boleh; sebutkan dari mana idenya.',
      questions: ['Apa yang dulu dilakukan?', 'Apa yang kini berbeda?', 'Adakah praktik serupa, dan apa bedanya?'],
    },
    implementation: {
      label: 'Bagaimana praktik ini dijalankan, langkah demi langkah?',
      hint: 'Sebut siapa mengerjakan apa, berapa sering, dan dengan alat apa.',
      questions: [
        'Apa langkah pertamanya?',
        'Siapa yang terlibat dan apa perannya?',
        'Apa yang dilakukan bila ada kendala?',
      ],
    },
    significance: {
      label: 'Apa yang berubah bagi masyarakat dan pemerintah?',
      hint: 'Bandingkan sebelum dan sesudah, dengan angka dan tahunnya. Angka yang sama diisi juga pada bagian Angka hasil.',
      questions: [
        'Siapa yang merasakan manfaatnya, berapa orang?',
        'Bagaimana manfaat itu diukur?',
        'Apa yang belum berhasil?',
      ],
    },
    replicated: {
      label: 'Apakah sudah ditiru di tempat lain?',
      hint: 'Sebut tempat dan tahunnya. Bila belum, tulis: belum.',
      questions: ['Di mana, sejak kapan?', 'Apa yang diubah di sana?'],
    },
    adaptability: {
      label: 'Apa yang perlu disesuaikan bila daerah lain menirunya?',
      hint: 'Sebut syarat yang tidak selalu ada di daerah lain: sinyal, jarak, tenaga, aturan.',
      questions: ['Bagian mana yang tidak boleh diubah?', 'Di daerah seperti apa praktik ini sulit dijalankan?'],
    },
    resources: {
      label: 'Sumber daya apa yang dipakai?',
      hint: 'Uang, orang, alat, mitra. Rincian biaya diisi pada bagian Perangkat adopsi.',
      questions: ['Dari mana anggarannya?', 'Berapa orang, berapa jam seminggu?', 'Mitra mana yang menyumbang apa?'],
    },
    sustainability: {
      label: 'Bagaimana praktik ini bertahan?',
      hint: 'Kelembagaan, manajemen, dan sosial: aturan, anggaran, serah terima saat pejabat berganti, peran warga.',
      questions: [
        'Aturan apa yang mendasarinya?',
        'Siapa yang melanjutkan bila pejabatnya pindah?',
        'Apa yang membuat warga terus ikut?',
      ],
    },
  },
  {
    summary: {
      label: 'What is this practice, for whom, and what came of it?',
      hint: 'This is read first. Write it so that it stands on its own.',
      questions: ['Which problem does it answer?', 'What is done, by whom?', 'What changed, with one figure?'],
    },
    background: {
      label: 'Which problem was there, who was affected, and what was the goal?',
      hint: 'Write for somebody who never heard of it. Begin with how it was before, with one figure and its year.',
      questions: [
        'What happens if nothing is done?',
        'Who suffers most: women, children, people with disabilities, islanders?',
        'What would be called a success, and when?',
      ],
    },
    novelty: {
      label: 'What is new compared with before?',
      hint: 'New in your place is fine; say where the idea came from.',
      questions: [
        'What was done before?',
        'What is different now?',
        'Is there something similar, and how does it differ?',
      ],
    },
    implementation: {
      label: 'How is it run, step by step?',
      hint: 'Say who does what, how often, and with which tools.',
      questions: [
        'What is the first step?',
        'Who takes part, in which role?',
        'What is done when something is in the way?',
      ],
    },
    significance: {
      label: 'What changed for people and for government?',
      hint: 'Compare before and after, with figures and years. Enter the same figures in the section Result figures.',
      questions: ['Who benefits, how many people?', 'How was it measured?', 'What has not worked yet?'],
    },
    replicated: {
      label: 'Was it copied elsewhere?',
      hint: 'Name place and year. If not, write: not yet.',
      questions: ['Where, since when?', 'What was changed there?'],
    },
    adaptability: {
      label: 'What must be adapted when another district copies it?',
      hint: 'Name what other places may lack: signal, roads, staff, rules.',
      questions: ['Which part must not change?', 'In which places would it be hard to run?'],
    },
    resources: {
      label: 'Which resources does it use?',
      hint: 'Money, people, tools, partners. Enter the costs in the section Adoption kit.',
      questions: [
        'Where does the budget come from?',
        'How many people, how many hours a week?',
        'Which partner gives what?',
      ],
    },
    sustainability: {
      label: 'What keeps it going?',
      hint: 'Institutions, management and people: rules, budget, hand-over when officials rotate, the part of residents.',
      questions: [
        'Which rule is it based on?',
        'Who goes on when the official leaves?',
        'What keeps people taking part?',
      ],
    },
  },
)
