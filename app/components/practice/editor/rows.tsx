import { type ReactNode, useEffect, useRef, useState } from 'react'
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
  const box = useRef<HTMLFieldSetElement>(null)
  const changed = useRef(false)

  // Adding and removing is writing: the form is told once the fields are there or gone.
  useEffect(() => {
    if (changed.current && rows.length >= 0) box.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [rows])
  const change = (update: (rows: number[]) => number[]) => {
    changed.current = true
    setRows(update)
  }

  return (
    <fieldset className="field" ref={box} id={fieldId(list)}>
      <legend>{title}</legend>
      {hint && <p className="hint">{hint}</p>}
      {rows.map((index, position) => (
        <fieldset key={index} className="panel panel--plain stack-s">
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
                change((all) => all.filter((one) => one !== index))
              }}
            >
              {t.dropRow(position + 1)}
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button
          variant="quiet"
          icon="plus"
          name="then"
          value={`row:${list}`}
          onClick={(event) => {
            event.preventDefault()
            change((all) => [...all, Math.max(-1, ...all) + 1])
          }}
        >
          {t.addRow}
        </Button>
      </p>
    </fieldset>
  )
}
