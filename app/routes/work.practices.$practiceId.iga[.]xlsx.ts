import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportIgaSheet } from '#app/domain/export/iga-sheet.server.ts'
import { answerForm } from '#app/http/form-download.server.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const loader = (args: LoaderFunctionArgs) =>
  answerForm(args, { make: exportIgaSheet, name: (id) => `bukti-iga-${id}.xlsx`, mediaType: WORKBOOK })
