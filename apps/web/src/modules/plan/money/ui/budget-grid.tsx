import type { Locale } from '@jamvikt/i18n'
import type { FieldError } from '@jamvikt/ui'
import { writeAmount } from '../../rules/amount-text.ts'
import { type Budget, groupName } from '../../rules/budgets.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { keyAt, type Layout } from '../rules/grid.ts'
import { memberName } from './names.ts'

/** The field of a cell. */
export function cellField(key: readonly string[]): string {
  return `c:${key.join('~')}`
}

/** What the fields held when they were shown, to be sent back with them. */
export function seenOf(budget: Budget, keys: readonly (readonly string[])[]): string {
  return JSON.stringify(
    Object.fromEntries(
      keys.flatMap((key) => {
        const amount = budget.amounts.get(groupName(key))
        return amount === undefined ? [] : [[cellField(key), amount.toString()]]
      }),
    ),
  )
}

/** A budget as a grid of fields, a cell each. An empty field is an amount that is not known. */
export function BudgetGrid(props: {
  locale: Locale
  tree: PlanTree
  budget: Budget
  layout: Layout
  /** What has been typed, by field, where it was refused. */
  typed: ReadonlyMap<string, string>
  errors: readonly FieldError[]
}) {
  const { locale, tree, budget, layout, typed } = props
  const wrong = new Map(props.errors.map(({ field, text }) => [field, text]))
  const columns = layout.across === null ? [null] : layout.columns
  const head = `${locale.text(`plan.m.dimension.${layout.down}`)}`
  return (
    <div class="sticky-box" tabIndex={0} role="region" aria-label={budget.name}>
      <table class="sticky grid-table" data-grid="">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column ?? ''} scope="col" class="n">
                {column === null ? locale.text('plan.m.amount') : memberName(locale, tree, column)} (
                {budget.unit})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layout.rows.map((row) => {
            const name = memberName(locale, tree, row)
            const isPart = tree.of('activity', tree.item(row)?.parent ?? '') !== null
            return (
              <tr key={row}>
                <th scope="row" class={isPart ? 'part' : undefined}>
                  {name}
                </th>
                {columns.map((column) => {
                  const key = keyAt(budget, layout, row, column) ?? []
                  const field = cellField(key)
                  const amount = budget.amounts.get(groupName(key))
                  const error = wrong.get(field)
                  return (
                    <td key={column ?? ''} class="n">
                      <input
                        type="text"
                        inputMode="decimal"
                        autocomplete="off"
                        id={field}
                        name={field}
                        value={
                          typed.get(field) ?? (amount === undefined ? '' : writeAmount(amount, budget.unit))
                        }
                        aria-label={column === null ? name : `${name}, ${memberName(locale, tree, column)}`}
                        aria-invalid={error === undefined ? undefined : 'true'}
                        aria-describedby={error === undefined ? undefined : `${field}-error`}
                      />
                      {error === undefined ? null : (
                        <p class="field-error" id={`${field}-error`}>
                          {error}
                        </p>
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
