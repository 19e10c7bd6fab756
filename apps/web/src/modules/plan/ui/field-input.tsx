import type { Locale } from '@jamvikt/i18n'
import { Checkbox, Field, type FieldError, Select } from '@jamvikt/ui'
import type { FieldDef, ItemKind } from '../model-items.ts'
import { choiceLabel, fieldLabel } from './words.tsx'

/** Something that a field can refer to; options with the same `group` stand together. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly group?: string
}

export interface FieldInputProps {
  readonly locale: Locale
  readonly kind: ItemKind
  readonly field: string
  readonly def: FieldDef
  readonly texts: readonly string[]
  readonly errors: readonly FieldError[]
  /** What references can be chosen among; `null` where they are not chosen by hand. */
  readonly options: readonly Option[] | null
}

const MOST_OPEN = 12

/** A field of an item as it is filled in. */
export function FieldInput(props: FieldInputProps) {
  const { locale, kind, field, def, texts, errors, options } = props
  const label = fieldLabel(locale, kind, field)
  const help = locale.dynamic(`plan.help.${kind}.${field}`, '')
  const hint = help === '' ? {} : { hint: help }
  const [value = ''] = texts
  const frame = { id: field, label, errors, ...hint }
  if (kind === 'national' && field === 'code' && options !== null)
    return <GroupedSelect {...props} label={label} options={options} value={value} />
  switch (def.type) {
    case 'line':
      return <Field {...frame} value={value} required={def.required === true} />
    case 'number':
      return <Field {...frame} value={value} />
    case 'date':
      return <DateField {...frame} value={value} />
    case 'text':
      return <TextField {...frame} value={value} />
    case 'yes':
      return <Checkbox id={field} label={label} {...hint} checked={texts.length > 0} />
    case 'choice':
      return (
        <Select
          {...frame}
          value={value}
          choices={[
            { value: '', label: locale.text('plan.item.unsaid') },
            ...def.of.map((each) => ({ value: each, label: choiceLabel(locale, kind, field, each) })),
          ]}
        />
      )
    case 'items':
    case 'codes':
      return <Choices {...props} label={label} help={help} />
  }
}

interface Framed {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly errors: readonly FieldError[]
}

/** What stands before an input, and what the input is described by. */
function framing({ id, label, hint, errors }: Framed) {
  const error = errors.find(({ field }) => field === id)?.text
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    frame: error ? 'field field-wrong' : 'field',
    before: (
      <>
        <label for={id}>{label}</label>
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
      </>
    ),
    input: {
      id,
      name: id,
      'aria-invalid': error ? ('true' as const) : undefined,
      'aria-describedby': described || undefined,
    },
  }
}

/** A labelled date. What is typed where the browser has no calendar stands as it was typed. */
export function DateField(props: Framed) {
  const { frame, before, input } = framing(props)
  return (
    <div class={frame}>
      {before}
      <input type="date" {...input} value={props.value} />
    </div>
  )
}

/** A labelled field of several lines; the browser takes no more than `most` characters. */
export function TextField(props: Framed & { rows?: number; most?: number }) {
  const { frame, before, input } = framing(props)
  const lines = Math.ceil(props.value.length / 70) + 1
  return (
    <div class={frame}>
      {before}
      <textarea {...input} rows={props.rows ?? Math.min(14, Math.max(3, lines))} maxLength={props.most}>
        {props.value}
      </textarea>
    </div>
  )
}

function GroupedSelect(
  props: FieldInputProps & { label: string; options: readonly Option[]; value: string },
) {
  const { locale, field, options, value } = props
  const { frame, before, input } = framing({ ...props, id: field })
  return (
    <div class={frame}>
      {before}
      <select {...input} required>
        <option value="">{locale.text('plan.item.optional')}</option>
        {[...Map.groupBy(options, ({ group }) => group ?? '')].map(([group, of]) => (
          <optgroup key={group} label={group}>
            {of.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

/** References as boxes to tick; what is referred to and cannot be chosen here is kept as it is. */
function Choices(props: FieldInputProps & { label: string; help: string }) {
  const { locale, field, texts, errors, options, label, help } = props
  const known = new Set(options?.map(({ value }) => value))
  const error = errors.find((one) => one.field === field)?.text
  const kept = texts.filter((id) => !known.has(id))
  const hidden = kept.map((id) => <input key={id} type="hidden" name={field} value={id} />)
  if (options === null) return <>{hidden}</>
  const chosen = options.filter(({ value }) => texts.includes(value))
  return (
    <fieldset id={field} class={error ? 'choices field-wrong' : 'choices'} aria-describedby={`${field}-hint`}>
      <legend>{label}</legend>
      <p class="hint" id={`${field}-hint`}>
        {help} {options.length === 0 ? locale.text('plan.item.noChoices') : ''}
      </p>
      {error ? <p class="field-error">{error}</p> : null}
      {hidden}
      {options.length <= MOST_OPEN ? (
        <Boxes {...props} options={options} />
      ) : (
        <>
          <Boxes {...props} options={chosen} />
          <details>
            <summary>{locale.text('plan.item.more', { count: options.length })}</summary>
            <Boxes {...props} options={options.filter((option) => !chosen.includes(option))} />
          </details>
        </>
      )}
    </fieldset>
  )
}

function Boxes({ field, texts, options }: FieldInputProps & { options: readonly Option[] }) {
  if (options.length === 0) return null
  return (
    <ul class="plain">
      {options.map(({ value, label, group }) => (
        <li key={value}>
          <label class="choice">
            <input type="checkbox" name={field} value={value} checked={texts.includes(value)} />
            <span>
              {label}
              {group === undefined ? null : <small class="note"> {group}</small>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
