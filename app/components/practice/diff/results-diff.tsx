import { wordDiff } from '#app/domain/practice/word-diff.ts'
import { diffText } from '#app/i18n/practice-diff.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { ResultLine } from '#db/practice-content.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fieldValue } from '../field-words.ts'
import { InLanguage } from '../in-language.tsx'
import { Runs } from './diff.tsx'

/** Columns that only newer lines fill in: shown where one does. */
const LATER = ['baselineOn', 'resultOn', 'women', 'men', 'withDisability', 'evidence'] as const

type Row = { before: ResultLine | null; after: ResultLine | null }

/** Lines of both versions paired by their indicator, the proposed order first, removed lines last. */
export function pairResults(before: readonly ResultLine[], after: readonly ResultLine[]): Row[] {
  const left = [...before]
  const rows = after.map((line): Row => {
    const at = left.findIndex((old) => old.indicator === line.indicator)
    return { before: at < 0 ? null : (left.splice(at, 1)[0] ?? null), after: line }
  })
  return [...rows, ...left.map((line) => ({ before: line, after: null }))]
}

/** Result figures as a table in which new, changed and removed lines are marked. */
export function ResultsDiff({ before, after }: { before: readonly ResultLine[] | null; after: readonly ResultLine[] }) {
  const lang = useLang()
  const { field } = editorText(lang)
  const more = templateText(lang)
  const t = diffText(lang)
  const column = (key: keyof ResultLine, head: string, header = false): Column<Row> => ({
    head,
    header,
    cell: (row) => <Cell row={row} of={key} marked={before !== null} />,
  })
  const columns: Column<Row>[] = [
    column('indicator', field.indicator, true),
    column('baseline', field.baseline),
    column('result', field.result),
    column('unit', field.unitOfMeasure),
    column('period', field.period),
    column('method', field.method),
    ...LATER.filter((key) => [...(before ?? []), ...after].some((line) => line[key])).map((key) =>
      column(key, more[key]),
    ),
  ]
  if (before !== null) {
    columns.push({
      head: t.change,
      cell: (row) => {
        const kind = kindOf(row)
        const tone = { added: 'ok', removed: 'bad', changed: 'warn', same: undefined } as const
        return kind === 'same' ? <span className="dim">{t.row.same}</span> : <Tag tone={tone[kind]}>{t.row[kind]}</Tag>
      },
    })
  }
  return <Table columns={columns} rows={pairResults(before ?? [], after)} rowKey={(_row, index) => index} />
}

function kindOf({ before, after }: Row): 'added' | 'removed' | 'changed' | 'same' {
  if (!before) return 'added'
  if (!after) return 'removed'
  const keys = Object.keys({ ...before, ...after }) as (keyof ResultLine)[]
  return keys.every((key) => (before[key] ?? null) === (after[key] ?? null)) ? 'same' : 'changed'
}

function Cell({ row, of, marked }: { row: Row; of: keyof ResultLine; marked: boolean }) {
  const lang = useLang()
  const inWords = (line: ResultLine | null) => fieldValue(lang, `results[0].${of}`, line?.[of] ?? '')
  const [old, next] = [inWords(row.before), inWords(row.after)]
  if (!marked || old === next) return next ? <InLanguage text={next} lang="id" /> : <span className="dim">–</span>
  return (
    <span lang="id">
      <Runs runs={wordDiff(old, next)} />
    </span>
  )
}
