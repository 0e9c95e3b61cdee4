import type { LoaderFunctionArgs } from '@remix-run/node'
import { pdfAnswer } from '#app/http/practice-print.server.ts'

export const loader = (args: LoaderFunctionArgs) => pdfAnswer(args)
