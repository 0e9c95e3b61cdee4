import type { LoaderFunctionArgs } from '@remix-run/node'
import { cardAnswer } from '#app/http/practice-print.server.ts'

export const loader = (args: LoaderFunctionArgs) => cardAnswer(args)
