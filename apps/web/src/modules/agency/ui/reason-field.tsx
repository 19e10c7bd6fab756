import type { FieldError } from '@jamvikt/ui'

/** A labelled field of several lines. */
export function ReasonField(props: {
  id: string
  label: string
  value: string
  errors: readonly FieldError[]
}) {
  const { id } = props
  const error = props.errors.find(({ field }) => field === id)?.text
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>{props.label}</label>
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={id}
        name={id}
        rows={4}
        maxLength={4000}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      >
        {props.value}
      </textarea>
    </div>
  )
}
