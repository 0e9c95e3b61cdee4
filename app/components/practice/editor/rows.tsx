import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import type { FormValues } from '#app/domain/practice/section-form.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { fieldId } from '../../ui/field-frame.tsx'

type RowsProps = {
  list: string
  title: string
  hint?: string
  values: FormValues
  /** A row was asked for with the button, on a page without script. */
  extra: boolean
  /** Starts without an empty row: for lists that most practices leave out. */
  none?: boolean
  children: (row: { name: (column: string) => string; index: number }) => ReactNode
}

/**
 * Rows that can be added and removed. Both buttons also work as plain submit buttons: the page is saved and comes back
 * with the row added or without the one removed.
 */
export function Rows({ list, title, hint, values, extra, none, children }: RowsProps) {
  const t = useText(editorText)
  const stored = values.rows(list)
  const next = Math.max(-1, ...stored) + 1
  const [rows, setRows] = useState((stored.length === 0 && !none) || extra ? [...stored, next] : stored)
  /** Removed rows, with the number each had: they stay in the page, switched off, until it is left. */
  const [dropped, setDropped] = useState<ReadonlyMap<number, number>>(new Map())
  const live = rows.filter((index) => !dropped.has(index))
  const box = useRef<HTMLFieldSetElement>(null)
  const focus = useRef<string>()
  const changed = useRef(false)

  // Adding and removing is writing: the form is told once the fields are there or gone.
  useEffect(() => {
    if (changed.current && rows.length + dropped.size >= 0)
      box.current?.dispatchEvent(new Event('input', { bubbles: true }))
    if (focus.current) box.current?.querySelector<HTMLElement>(focus.current)?.focus()
    focus.current = undefined
  }, [rows, dropped])
  const rowId = (index: number) => `${fieldId(list)}-${index}`
  const drop = (index: number, position: number) => {
    changed.current = true
    focus.current = `#${rowId(index)}-undo button`
    setDropped((all) => new Map(all).set(index, position + 1))
  }
  const undo = (index: number) => {
    focus.current = `#${rowId(index)} :is(input, select, textarea)`
    setDropped((all) => new Map([...all].filter(([one]) => one !== index)))
  }

  return (
    <fieldset className="field" ref={box} id={fieldId(list)}>
      <legend>{title}</legend>
      {hint && <p className="hint">{hint}</p>}
      {rows.map((index) => {
        const [number, position] = [dropped.get(index), live.indexOf(index)]
        return (
          <Fragment key={index}>
            {number !== undefined && <Undo id={`${rowId(index)}-undo`} number={number} onUndo={() => undo(index)} />}
            <fieldset
              id={rowId(index)}
              className="panel panel--plain stack-s"
              disabled={number !== undefined}
              hidden={number !== undefined}
            >
              <legend className="vh">{t.row(position + 1)}</legend>
              {children({ name: (column) => `${list}[${index}].${column}`, index })}
              <p>
                <Button
                  variant="link"
                  name={`${list}[${index}].drop`}
                  value="on"
                  formNoValidate
                  onClick={(event) => {
                    event.preventDefault()
                    drop(index, position)
                  }}
                >
                  {t.dropRow(position + 1)}
                </Button>
              </p>
            </fieldset>
          </Fragment>
        )
      })}
      <p>
        <Button
          variant="quiet"
          icon="plus"
          name="then"
          value={`row:${list}`}
          onClick={(event) => {
            event.preventDefault()
            changed.current = true
            setRows((all) => [...all, Math.max(-1, ...all) + 1])
          }}
        >
          {t.addRow}
        </Button>
      </p>
    </fieldset>
  )
}

/** In the place of a removed row, until the page is left: one tap brings it back as it was. */
function Undo({ id, number, onUndo }: { id: string; number: number; onUndo: () => void }) {
  const t = useText(editorText)
  return (
    <p className="row small" id={id} role="status">
      <span id={`${id}-what`}>{t.rowDropped(number)}</span>
      <Button type="button" variant="link" aria-describedby={`${id}-what`} onClick={onUndo}>
        {t.undoDrop}
      </Button>
    </p>
  )
}

/** The number that the row of a field has on the page: rows that were removed are not counted. */
export function rowNumber(form: HTMLFormElement | null, name: string): number | undefined {
  const [, list, index] = /^(\w+)\[(\d+)\]/.exec(name) ?? []
  if (!form || !list) return undefined
  const rows = [...form.querySelectorAll(`#${fieldId(list)} > fieldset:enabled`)]
  const position = rows.findIndex(({ id }) => id === `${fieldId(list)}-${index}`)
  return position < 0 ? undefined : position + 1
}
