import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportKippProposal } from '#app/domain/export/kipp-document.server.ts'
import { answerForm } from '#app/http/form-download.server.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const loader = (args: LoaderFunctionArgs) =>
  answerForm(args, { make: exportKippProposal, name: (id) => `proposal-kipp-${id}.docx`, mediaType: WORD })
