import type { ComponentChildren, InputHTMLAttributes } from 'preact'

export interface FieldError {
  /** The id of the field that the error is about. */
  readonly field: string
  readonly text: string
}

/** What must be put right, first on the page, each line leading to its field. */
export function ErrorSummary(props: { title: string; errors: readonly FieldError[] }) {
  if (props.errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{props.title}</h2>
      <ul>
        {props.errors.map((error) => (
          <li key={error.field + error.text}>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FieldFrame {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
}

function described(props: FieldFrame, error: string | undefined) {
  return (
    [props.hint ? `${props.id}-hint` : '', error ? `${props.id}-error` : ''].filter(Boolean).join(' ') ||
    undefined
  )
}

function Frame(props: FieldFrame & { error: string | undefined; children: ComponentChildren }) {
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label for={props.id}>{props.label}</label>
      {props.hint ? (
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      ) : null}
      {props.children}
    </div>
  )
}

type InputType = 'text' | 'email' | 'password' | 'file'

/** The types are told apart since each allows attributes of its own. */
function typeOf(type: InputType = 'text'): InputHTMLAttributes {
  return { type } as InputHTMLAttributes
}

/** A labelled input with its hint and its error in reading order. */
export function Field(
  props: FieldFrame & {
    type?: InputType
    name?: string
    value?: string | undefined
    required?: boolean
    autocomplete?: string
    accept?: string
  },
) {
  const error = props.errors?.find((one) => one.field === props.id)?.text
  return (
    <Frame {...props} error={error}>
      <input
        id={props.id}
        name={props.name ?? props.id}
        {...typeOf(props.type)}
        value={props.value}
        required={props.required}
        autocomplete={props.autocomplete}
        accept={props.accept}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described(props, error)}
      />
    </Frame>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** A labelled drop-down list; works by keyboard and without script as the browser's own. */
export function Select(
  props: FieldFrame & { name?: string; value: string; choices: readonly Choice[]; required?: boolean },
) {
  const error = props.errors?.find((one) => one.field === props.id)?.text
  return (
    <Frame {...props} error={error}>
      <select
        id={props.id}
        name={props.name ?? props.id}
        required={props.required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described(props, error)}
      >
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

export function Checkbox(props: { id: string; label: string; hint?: string; checked?: boolean }) {
  return (
    <div class="field field-check">
      <input
        type="checkbox"
        id={props.id}
        name={props.id}
        value="on"
        checked={props.checked}
        aria-describedby={props.hint ? `${props.id}-hint` : undefined}
      />
      <label for={props.id}>{props.label}</label>
      {props.hint ? (
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      ) : null}
    </div>
  )
}

/** Takes one file, named `file`. `accept` lists endings, as `.csv,.xlsx`. */
export function FileForm(props: {
  summary: string
  label: string
  hint: string
  accept: string
  send: string
  errors: readonly FieldError[]
}) {
  return (
    <form method="post" encType="multipart/form-data" class="card form">
      <ErrorSummary title={props.summary} errors={props.errors} />
      <Field
        id="file"
        type="file"
        label={props.label}
        hint={props.hint}
        accept={props.accept}
        required
        errors={props.errors}
      />
      <button class="button primary" type="submit">
        {props.send}
      </button>
    </form>
  )
}
