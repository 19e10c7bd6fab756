import { Select } from '@jamvikt/ui'

const MOST_BOXES = 12

/** Several of several: boxes where they are few, else a list. */
export function SeveralOf(props: {
  name: string
  legend: string
  choices: readonly { readonly value: string; readonly label: string }[]
  chosen: readonly string[]
}) {
  const { name, legend, choices } = props
  const chosen = new Set(props.chosen)
  if (choices.length > MOST_BOXES)
    return (
      <div class="field">
        <label for={name}>{legend}</label>
        <select id={name} name={name} multiple size={7}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value} selected={chosen.has(value)}>
              {label}
            </option>
          ))}
        </select>
      </div>
    )
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(({ value, label }, at) => (
        <div class="field field-check" key={value}>
          <input type="checkbox" id={`${name}-${at}`} name={name} value={value} checked={chosen.has(value)} />
          <label for={`${name}-${at}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  )
}

/** One of several; sent unseen where there is nothing to choose. */
export function OneOf(props: {
  name: string
  label: string
  value: string
  choices: readonly { readonly value: string; readonly label: string }[]
}) {
  if (props.choices.length < 2) return <input type="hidden" name={props.name} value={props.value} />
  return <Select id={props.name} label={props.label} value={props.value} choices={props.choices} />
}
