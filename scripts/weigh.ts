// `npm run weigh [address]`: what the public pages of a running site weigh as they travel, style and scripts included.
import { explain } from './boot/start-error.mjs'
import { weighPages } from './weigh/pages.ts'

async function main(): Promise<void> {
  const site = process.argv[2] ?? process.env.SITE_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`
  console.log(`Weights of ${site} in bytes, page and all it loads\n`)
  console.log(`${'page'.padEnd(44)}${'brotli'.padStart(9)}${'gzip'.padStart(9)}${'limit'.padStart(9)}`)
  for (const { name, path, weight, limit, isTooHeavy } of await weighPages(site)) {
    const figures = [weight.br, weight.gzip, limit ?? '–'].map((figure) => String(figure).padStart(9)).join('')
    console.log(`${name.padEnd(44)}${figures}${isTooHeavy ? '  TOO HEAVY' : ''}  ${path}`)
    if (isTooHeavy) process.exitCode = 1
  }
}

main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
