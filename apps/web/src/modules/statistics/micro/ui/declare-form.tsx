import { MISSING_KINDS } from '@jamvikt/domain'
import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, Field, type FieldError, Select } from '@jamvikt/ui'
import { AMOUNT_UNITS, type AmountUnit, type ColumnRole, type Declaration } from '../model-micro.ts'

export interface DeclareForm {
  readonly name: string
  readonly source: string
  readonly retainUntil: string
  readonly declaration: Declaration
}

type Kind = Exclude<ColumnRole, 'amount'> | `amount.${AmountUnit}`
const KINDS: readonly Kind[] = [
  'dimension',
  'id',
  'weight',
  ...AMOUNT_UNITS.map((unit): Kind => `amount.${unit}`),
  'drop',
]

/** What a column was chosen to be; `drop` for anything that cannot be chosen. */
export function columnOf(name: string, chosen: string): Declaration['columns'][number] {
  const kind = KINDS.find((each) => each === chosen) ?? 'drop'
  const unit = AMOUNT_UNITS.find((each) => kind === `amount.${each}`)
  if (unit !== undefined) return { name, role: 'amount', unit }
  return { name, role: ROLES.find((role) => role === kind) ?? 'drop', unit: 'kr' }
}
const ROLES = ['dimension', 'weight', 'id', 'drop'] as const

/** Says what each column of a list is, what its words for missing mean, and how long it is kept. */
export function DeclareColumns(props: {
  locale: Locale
  filled: DeclareForm
  errors: readonly FieldError[]
}) {
  const { locale, filled, errors } = props
  const { columns, missing, empty } = filled.declaration
  return (
    <form method="post" class="card form">
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <Field id="name" label={locale.text('micro.draft.name')} value={filled.name} required errors={errors} />
      <Field
        id="source"
        label={locale.text('micro.draft.source')}
        hint={locale.text('micro.draft.sourceHint')}
        value={filled.source}
        required
        errors={errors}
      />
      <Field
        id="retain"
        label={locale.text('micro.draft.retain')}
        hint={locale.text('micro.draft.retainHint')}
        value={filled.retainUntil}
        required
        errors={errors}
      />
      <fieldset id="columns">
        <legend>{locale.text('micro.draft.columns')}</legend>
        {columns.map(({ name, role, unit }, at) => (
          <Select
            key={name}
            id={`column.${at}`}
            label={name}
            value={role === 'amount' ? `amount.${unit}` : role}
            choices={KINDS.map((value) => ({ value, label: locale.text(`micro.role.${value}`) }))}
          />
        ))}
      </fieldset>
      <details open={missing.length > 0}>
        <summary>{locale.text('micro.draft.missingWords')}</summary>
        {MISSING_KINDS.map((kind) => (
          <Field
            key={kind}
            id={`missing.${kind}`}
            label={locale.text('micro.draft.missing', { kind: locale.text(`micro.missing.${kind}`) })}
            hint={locale.text('micro.draft.missingHint')}
            value={missing
              .filter((one) => one.kind === kind)
              .map(({ word }) => word)
              .join('; ')}
          />
        ))}
      </details>
      <Select
        id="empty"
        label={locale.text('micro.draft.emptyCell')}
        value={empty}
        choices={MISSING_KINDS.map((kind) => ({ value: kind, label: locale.text(`micro.missing.${kind}`) }))}
      />
      <button class="button primary" type="submit">
        {locale.text('micro.draft.keep')}
      </button>
    </form>
  )
}
