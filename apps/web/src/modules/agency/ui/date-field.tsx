import type { FieldError } from '@jamvikt/ui'

/** A labelled day. */
export function DateField(props: {
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
      <input
        id={id}
        name={id}
        type="date"
        value={props.value}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
    </div>
  )
}
