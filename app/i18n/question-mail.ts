import { letters } from './letters.ts'

const quoted = (text = '') => `“${text}”`

/** Letters about questions on practices. */
export const questionLetters = letters(
  {
    question_asked: ({ title, publicId, question, link }) => ({
      subject: `Pertanyaan tentang ${title}`,
      paragraphs: [
        `Seorang pejabat bertanya tentang praktik ${publicId}, ${title}:`,
        quoted(question),
        `Jawab di sini; setelah tujuh hari tanpa jawaban, hub diberi tahu:\n${link}`,
      ],
    }),
    question_answered: ({ title, publicId, question, answer, link }) => ({
      subject: `Jawaban tentang ${title}`,
      paragraphs: [
        `Pemilik praktik ${publicId}, ${title}, menjawab pertanyaan Anda:`,
        quoted(question),
        `Jawaban:\n${answer}`,
        `${link}`,
      ],
    }),
    question_silent: ({ title, publicId, agency, question, link }) => ({
      subject: `Tujuh hari tanpa jawaban: ${title}`,
      paragraphs: [
        `${agency} belum menjawab pertanyaan tentang praktik ${publicId}, ${title}:`,
        quoted(question),
        `Hubungi pemiliknya, atau lihat pertanyaannya di sini:\n${link}`,
      ],
    }),
  },
  {
    question_asked: ({ title, publicId, question, link }) => ({
      subject: `Question about ${title}`,
      paragraphs: [
        `An official asks about practice ${publicId}, ${title}:`,
        quoted(question),
        `Answer it here; after seven days without an answer the hub is told:\n${link}`,
      ],
    }),
    question_answered: ({ title, publicId, question, answer, link }) => ({
      subject: `Answer about ${title}`,
      paragraphs: [
        `The owner of practice ${publicId}, ${title}, answers your question:`,
        quoted(question),
        `Answer:\n${answer}`,
        `${link}`,
      ],
    }),
    question_silent: ({ title, publicId, agency, question, link }) => ({
      subject: `Seven days without an answer: ${title}`,
      paragraphs: [
        `${agency} has not answered a question about practice ${publicId}, ${title}:`,
        quoted(question),
        `Talk to its owner, or see the question here:\n${link}`,
      ],
    }),
  },
)
