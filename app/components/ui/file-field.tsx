import type { InputHTMLAttributes } from 'react'
import { describedBy, type FieldBase, FieldFrame, fieldId } from './field-frame.tsx'

type Props = FieldBase & Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'multiple'>

/** A labelled choice of a file from the device, with its hint and its error. Its form needs `encType="multipart/form-data"`. */
export function FileField({ accept, multiple, ...base }: Props) {
  const id = fieldId(base.name, base.id)
  return (
    <FieldFrame id={id} base={base}>
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        {...describedBy(id, base)}
        className="in"
        id={id}
        name={base.name}
        required={base.required}
      />
    </FieldFrame>
  )
}
