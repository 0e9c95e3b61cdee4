import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { createDb, type DbClient } from '#db/client.server.ts'

export type TestDatabase = DbClient & { url: string }

/**
 * An own database for one test file: a copy of the template, which is migrated and holds regions, agencies and hubs.
 * Call it at the top of the file: `const { db } = await testDatabase()`. It is dropped after the file's last test.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('testServer')
  const name = `${template.replace('template', '')}${randomBytes(5).toString('hex')}`
  await maintain(url, `create database "${name}" template "${template}"`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const client = createDb(own.href, { max: 5, applicationName: 'jipp-test' })
  afterAll(async () => {
    await client.close()
    await maintain(url, `drop database if exists "${name}" with (force)`)
  })
  return { ...client, url: own.href }
}

async function maintain(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
