// scratch, never committed
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { contentOf } from '#db/seed/catalogue.ts'
import { parseRegions } from './tune-regions.ts'
import { toDocument } from '#search/indexes/practices.ts'
import { documentTerms, packTerms } from '#search/ranking/document-terms.ts'
import { entryOf } from '#search/memory/entry.ts'
import { PracticeMemory } from '#search/memory/practice-memory.ts'
import { gazetteerOf } from '#search/language/places.ts'
import { understand } from '#search/language/understand.ts'
import { practiceQuery } from '#search/engine.ts'
const records = JSON.parse(readFileSync('/tmp/rel/records.json', 'utf8'))
const useTerms = process.env.TERMS !== '0'
const terms: any = {}
if (useTerms) for (const f of ['1','2']) if (existsSync(`/tmp/rel/terms-${f}.json`)) Object.assign(terms, JSON.parse(readFileSync(`/tmp/rel/terms-${f}.json`,'utf8')))
export const memory = new PracticeMemory(gazetteerOf(parseRegions()))
export const docs = new Map<string, any>()
for (const r of records) {
  const row: any = { id: r.id, publicId: r.id, searchVersion: 1, firstPublishedAt: null, versionPublishedAt: null, isDemo: false, lifeStatus: 'unconfirmed', lifeConfirmedOn: null, content: contentOf(r), searchTerms: terms[r.id] ?? null, checkedByHub: false, repeatedElsewhere: false, adoptionsRecorded: 0, agency: r.agency, country: r.country, regionCode: r.region_code, region: r.region, provinceCode: r.province_code, province: r.province, hubSlug: null, hub: null }
  const d = toDocument(row); docs.set(r.id, d)
  const t = documentTerms(d)
  memory.put(entryOf({ document: d, terms: packTerms(t), words: t.words }))
}
type J = { q: string; class: string; relevant: Record<string, number> }
export const judged: (J & {half: string})[] = []
for (const a of ['a','b','c']) JSON.parse(readFileSync(`/tmp/rel/judged-${a}.json`,'utf8')).forEach((j: J, i: number) => judged.push({ ...j, half: i % 2 ? 'gate' : 'tune' }))
export function run(q: string) {
  const u = understand(q, memory)
  if (!u) return { u, hits: [] as any[], total: 0 }
  const r = memory.find({ ...practiceQuery({ q, limit: 20 }), understanding: u }, new Set(), 20261122)
  return { u, hits: r.hits, total: r.total }
}
const dcg = (g: number[]) => g.slice(0, 10).reduce((s, x, i) => s + (2 ** x - 1) / Math.log2(i + 2), 0)
const dcgLin = (g: number[]) => g.slice(0, 10).reduce((s, x, i) => s + x / Math.log2(i + 2), 0)
export function ndcg(j: J, ids: string[], lin = true) {
  const f = lin ? dcgLin : dcg
  const ideal = f(Object.values(j.relevant).sort((a, b) => b - a))
  return f(ids.map((id) => j.relevant[id] ?? 0)) / ideal
}
export function table() {
  const by = new Map<string, number[][]>()
  for (const j of judged) {
    const ids = run(j.q).hits.slice(0, 10).map((h: any) => h.practiceId)
    const n = ndcg(j, ids); const rel = Object.entries(j.relevant)
    const rec = rel.filter(([id]) => ids.includes(id)).length / Math.min(10, rel.length)
    const s1 = (j.relevant[ids[0]] ?? 0) > 0 ? 1 : 0
    for (const k of [j.class, 'ALL', 'half:' + j.half]) by.set(k, [...(by.get(k) ?? []), [n, rec, s1]])
  }
  const out: any = {}
  for (const [k, v] of by) out[k] = [v.length, ...[0, 1, 2].map((i) => (v.reduce((s, x) => s + x[i]!, 0) / v.length).toFixed(3))].join(' ')
  return out
}
if (process.argv[2] === 'bad') {
  const half = 'tune'; const max = Number(process.argv[3] ?? 0.75); const cls = process.argv[4]
  for (const j of judged.filter((x) => x.half === half && (!cls || x.class === cls))) {
    const r = run(j.q); const ids = r.hits.slice(0, 10).map((h: any) => h.practiceId); const n = ndcg(j, ids)
    if (n >= max) continue
    console.log(`\n## ${n.toFixed(2)} [${j.class}] ${j.q}   total ${r.total}`)
    console.log('  terms', r.u?.terms.map((t) => `${t.word}(${t.weight.toFixed(1)}:${t.forms.map((f) => f.term).join('|')})`).join(' '), 'corr', JSON.stringify(r.u?.corrected), 'pl', JSON.stringify(r.u?.places.map(p=>p.name)))
    r.hits.slice(0, 8).forEach((h: any) => console.log('   ', j.relevant[h.practiceId] ?? '.', h.score.toFixed(3), h.practiceId, docs.get(h.practiceId).brand, '|', docs.get(h.practiceId).title.id))
    for (const [id, g] of Object.entries(j.relevant)) if (!ids.includes(id)) console.log('    MISS', g, id, docs.get(id).brand, '|', docs.get(id).title.id, '@', r.hits.findIndex((h: any) => h.practiceId === id))
  }
} else if (process.argv[2] === 'q') console.log(JSON.stringify(run(process.argv.slice(3).join(' ')), null, 1).slice(0, 3000))
else if (process.argv[2] !== 'none') console.table(table())
