import S3rver from 's3rver'
import { afterAll } from 'vitest'
import type { StoreOptions } from '#app/files/file-store.server.ts'
import { freePort } from '../../scripts/boot/ports.ts'
import { testFolder } from './files.ts'

const BUCKET = 'jipp-test'

/** A real S3-compatible server with one bucket, and the settings that lead to it. */
export async function startS3() {
  const port = await freePort()
  const server = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: testFolder(),
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  await server.run()
  let isRunning = true
  const stop = async () => {
    if (isRunning) await server.close()
    isRunning = false
  }
  afterAll(stop)
  const options: StoreOptions = {
    kind: 's3',
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: BUCKET,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  }
  return { options, stop }
}
