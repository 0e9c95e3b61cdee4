import { readFileSync } from 'node:fs'
export const parseRegions = () => readFileSync('db/seed/regions.csv', 'utf8').trim().split('\n').slice(1).map((l) => { const [code, , ...n] = l.split(','); return { code: code!, name: n.join(',') } })
