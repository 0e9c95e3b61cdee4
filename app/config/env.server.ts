import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** `KEY=` in an environment file means "not set". */
const set = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)
const flag = set(z.enum(['0', '1']).optional()).transform((value) => (value === undefined ? undefined : value === '1'))
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` })

/**
 * Every setting that comes from the environment; `.env.example` lists the same names with their meaning
 * (a unit test compares both). `npm start` fills in what nobody has set from `.data/settings.json`.
 */
export const envSchema = z.object({
  NODE_ENV: set(z.enum(['development', 'test', 'production']).default('development')),
  HOST: set(z.string().default('0.0.0.0')),
  PORT: set(z.coerce.number('must be a number from 1 to 65535').int().min(1).max(65535).default(3000)),
  PUBLIC_URL: set(url(/^https?$/, 'https://jipp.example.go.id').optional()),
  TRUST_PROXY: set(z.coerce.number().int().min(0).max(10).default(0)),
  LOG_LEVEL: set(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
  DATABASE_URL: set(url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/jipp').optional()),
  JIPP_SEARCH: set(z.enum(['auto', 'postgres', 'meilisearch']).default('auto')),
  MEILISEARCH_URL: set(url(/^https?$/, 'http://127.0.0.1:7700').optional()),
  MEILISEARCH_KEY: set(z.string().optional()),
  JIPP_PAGE_CACHE_MB: set(z.coerce.number().int().min(0).max(4096).default(64)),
  JIPP_DATA_DIR: set(z.string().default('.data')),
  JIPP_DEMO: flag,
  JIPP_DEMO_PASSWORD: set(z.string().min(8).optional()),
  SESSION_SECRET: set(z.string().min(32, 'needs 32 characters or more').optional()),
  FILES_S3_ENDPOINT: set(url(/^https?$/, 'https://s3.example.go.id').optional()),
  FILES_S3_REGION: set(z.string().default('us-east-1')),
  FILES_S3_BUCKET: set(z.string().optional()),
  FILES_S3_KEY: set(z.string().optional()),
  FILES_S3_SECRET: set(z.string().optional()),
  CLAMD_URL: set(url(/^(tcp|unix)$/, 'tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl').optional()),
  SMTP_URL: set(url(/^smtps?$/, 'smtps://user:password@mail.example.go.id:465').optional()),
  MAIL_FROM: set(z.string().default('JIPP <tidak-dibalas@jipp.invalid>')),
})

export type Env = z.infer<typeof envSchema>

/** Links in mail start with PUBLIC_URL: taken from a request, whoever asks for a reset would choose where it leads. */
function linksInMail({ SMTP_URL, PUBLIC_URL }: Env, context: z.RefinementCtx): void {
  if (!SMTP_URL || PUBLIC_URL) return
  context.addIssue({
    code: 'custom',
    path: ['PUBLIC_URL'],
    message: 'must be set together with SMTP_URL: links in mail start with it',
  })
}

/** A bucket is of no use without a key to it. */
function wholeBucket(settings: Env, context: z.RefinementCtx): void {
  if (!settings.FILES_S3_BUCKET && !settings.FILES_S3_ENDPOINT) return
  for (const name of ['FILES_S3_BUCKET', 'FILES_S3_KEY', 'FILES_S3_SECRET'] as const)
    if (!settings[name])
      context.addIssue({ code: 'custom', path: [name], message: 'must be set for files in a bucket' })
}

/** Parses one environment; throws one message that names every wrong variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = envSchema.superRefine(linksInMail).superRefine(wholeBucket).safeParse(source)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment has settings that cannot be used:\n${wrong.join('\n')}`)
}

let parsed: Env | undefined

/** The settings of this process, read and checked once. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

let ownSecret: string | undefined

/** What links in mail are signed with; where nobody has set one, it lasts as long as this process. */
export function signingSecret(): string {
  ownSecret ??= env().SESSION_SECRET ?? randomBytes(32).toString('hex')
  return ownSecret
}
