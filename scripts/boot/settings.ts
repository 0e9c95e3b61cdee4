import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error.mjs'

const settingsSchema = z.object({
  version: z.literal(1),
  sessionSecret: z.string().min(32),
  demoPassword: z.string().min(8),
  postgres: z.object({ password: z.string(), port: z.number().optional(), home: z.string().optional() }),
  meilisearch: z.object({
    key: z.string(),
    port: z.number().optional(),
    /** No download is tried before this moment: the last one failed. */
    noDownloadBefore: z.string().optional(),
  }),
  /** How long the last build took, in milliseconds: the measure of its progress bar. */
  buildTook: z.number().optional(),
})

export type Settings = z.infer<typeof settingsSchema>
export type SettingsFile = { settings: Settings; isNew: boolean; save(): void }

/** What a person would otherwise have to invent: secrets, ports, the demo password. Readable by the owner only. */
export function openSettings(dataDir: string): SettingsFile {
  const file = path.join(dataDir, 'settings.json')
  const isNew = !existsSync(file)
  const settings = isNew ? freshSettings() : readSettings(file)
  const save = () => {
    const partial = `${file}.partial`
    writeFileSync(partial, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
    renameSync(partial, file)
  }
  if (isNew) save()
  return { settings, isNew, save }
}

function readSettings(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : (error as Error).message
    throw new StartError(
      `${file} cannot be read: ${reason}`,
      'Restore it from a backup. It holds the password of the database; removing it means starting with new data.',
    )
  }
}

function freshSettings(): Settings {
  const secret = (bytes: number) => randomBytes(bytes).toString('base64url')
  return {
    version: 1,
    sessionSecret: secret(32),
    demoPassword: `contoh-${secret(6)}`,
    postgres: { password: secret(24) },
    meilisearch: { key: secret(24) },
  }
}
