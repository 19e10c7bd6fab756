import type { FieldError } from '@jamvikt/ui'

/** A labelled field of several lines, with its hint and its error in reading order. */
export function TextArea(props: {
  id: string
  label: string
  value: string
  most: number
  rows?: number
  hint?: string
  required?: boolean
  errors?: readonly FieldError[]
}) {
  const { id, hint } = props
  const error = props.errors?.find(({ field }) => field === id)?.text
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>{props.label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <textarea
        id={id}
        name={id}
        rows={props.rows ?? 3}
        maxLength={props.most}
        required={props.required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
      >
        {props.value}
      </textarea>
    </div>
  )
}
