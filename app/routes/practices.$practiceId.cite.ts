import type { LoaderFunctionArgs } from '@remix-run/node'
import { citeAnswer } from '#app/http/cite.server.ts'

export const loader = (args: LoaderFunctionArgs) => citeAnswer(args)
