import type { LoaderFunctionArgs } from '@remix-run/node'
import { linksAnswer } from '#app/http/practice-page.server.ts'

export const loader = (args: LoaderFunctionArgs) => linksAnswer(args)
