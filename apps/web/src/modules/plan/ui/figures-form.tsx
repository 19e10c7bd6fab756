import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, type FieldError } from '@jamvikt/ui'
import { KINDS } from '../model-items.ts'
import type { LineFault, TypedLine } from '../rules/figure-form.ts'
import { FIGURE_SEXES, FIGURE_WHATS, type FigureSex } from '../rules/indicator-figures.ts'
import { KeepOffer } from './keep-offer.tsx'
import { choiceLabel, fieldLabel } from './words.tsx'

/** The name of a field of a line. */
export function lineField(line: number, field: string): string {
  return `${field}-${line}`
}

/** A fault of a line, told with where it is. */
export function lineError(locale: Locale, { line, reason, sex }: LineFault): FieldError {
  const params = { row: line + 1, sex: sex === null ? '' : choiceLabel(locale, 'figure', 'sex', sex) }
  const field = sex === null ? (reason === 'twice' ? 'year' : reason) : `value-${sex}`
  return {
    field: lineField(line, field),
    text: locale.dynamic(`plan.figures.fault.${reason}`, reason, params),
  }
}

/** An indicator’s own series as one table: a line for each kind and year, women first, missing kinds apart. */
export function FiguresForm(props: {
  locale: Locale
  lines: readonly TypedLine[]
  errors: readonly FieldError[]
  seen: string
  keep: string
  back: string
}) {
  const { locale, lines, errors } = props
  return (
    <>
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      {errors.length === 0 ? <KeepOffer locale={locale} /> : null}
      <form method="post" class="card" data-keep={props.keep}>
        <input type="hidden" name="seen" value={props.seen} />
        <input type="hidden" name="lines" value={lines.length} />
        <div class="scroll">
          <table class="figures-form">
            <thead>
              <tr>
                <th scope="col">{locale.text('plan.figures.what')}</th>
                <th scope="col">{fieldLabel(locale, 'figure', 'year')}</th>
                <th scope="col">{fieldLabel(locale, 'figure', 'group')}</th>
                {FIGURE_SEXES.map((sex) => (
                  <th scope="col" key={sex}>
                    {choiceLabel(locale, 'figure', 'sex', sex)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                <Line key={at} locale={locale} line={line} at={at} errors={errors} />
              ))}
            </tbody>
          </table>
        </div>
        <p class="inline">
          <button class="button primary" type="submit">
            {locale.text('save')}
          </button>
          <a class="button" href={props.back}>
            {locale.text('cancel')}
          </a>
        </p>
      </form>
    </>
  )
}

function Line(props: { locale: Locale; line: TypedLine; at: number; errors: readonly FieldError[] }) {
  const { locale, line, at, errors } = props
  const row = locale.text('plan.figures.row', { row: at + 1 })
  const field = (name: string) => {
    const id = lineField(at, name)
    const isWrong = errors.some((error) => error.field === id)
    return { id, name: id, ...(isWrong ? { 'aria-invalid': 'true' as const } : {}) }
  }
  const words = (name: 'what' | 'year' | 'group') =>
    `${row}, ${fieldLabel(locale, 'figure', name).toLowerCase()}`
  return (
    <tr>
      <td data-label={locale.text('plan.figures.what')}>
        <select {...field('what')} aria-label={words('what')}>
          <option value="" />
          {FIGURE_WHATS.map((what) => (
            <option key={what} value={what} selected={what === line.what}>
              {choiceLabel(locale, 'figure', 'what', what)}
            </option>
          ))}
        </select>
      </td>
      <td data-label={fieldLabel(locale, 'figure', 'year')}>
        <input
          type="text"
          inputMode="numeric"
          size={5}
          {...field('year')}
          value={line.year}
          aria-label={words('year')}
        />
      </td>
      <td data-label={fieldLabel(locale, 'figure', 'group')}>
        <input
          type="text"
          size={8}
          maxLength={300}
          {...field('group')}
          value={line.group}
          aria-label={words('group')}
        />
      </td>
      {FIGURE_SEXES.map((sex) => (
        <Cell key={sex} locale={locale} row={at + 1} sex={sex} entered={line.bySex[sex]} field={field} />
      ))}
    </tr>
  )
}

function Cell(props: {
  locale: Locale
  row: number
  sex: FigureSex
  entered: TypedLine['bySex'][FigureSex]
  field: (name: string) => { readonly id: string; readonly name: string }
}) {
  const { locale, row, sex, entered, field } = props
  const named = { row, sex: choiceLabel(locale, 'figure', 'sex', sex) }
  return (
    <td data-label={named.sex}>
      <label for={lineField(row - 1, `value-${sex}`)}>{locale.text('plan.figures.value.short')}</label>
      <input
        type="text"
        inputMode="decimal"
        size={6}
        {...field(`value-${sex}`)}
        value={entered.value}
        aria-label={locale.text('plan.figures.value', named)}
      />
      <label for={lineField(row - 1, `missing-${sex}`)}>{locale.text('plan.figures.missing.short')}</label>
      <select {...field(`missing-${sex}`)} aria-label={locale.text('plan.figures.missing', named)}>
        <option value="" />
        {KINDS.figure.fields.missing.of.map((missing) => (
          <option key={missing} value={missing} selected={missing === entered.missing}>
            {choiceLabel(locale, 'figure', 'missing', missing)}
          </option>
        ))}
      </select>
    </td>
  )
}
