import type { Locale } from '@jamvikt/i18n'
import type { BudgetDimension } from '../../model-items.ts'
import { type Budget, groupName, type Sum } from '../../rules/budgets.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { sumText } from '../../ui/amounts.ts'
import type { Layout } from '../rules/grid.ts'
import { memberName } from './names.ts'

interface TableProps {
  readonly locale: Locale
  readonly tree: PlanTree
  readonly budget: Budget
  readonly layout: Layout
  readonly caption: string
}

/** A budget as it lies: amounts, sums of rows and columns, the sum of all. */
export function BudgetTable(props: TableProps) {
  const { locale, tree, budget, layout } = props
  const { down, across, columns, rows } = layout
  const lookUp = sumsOf(budget, layout)
  const text = (sum: Sum | undefined) => (isNotAsked(sum) ? '' : sumText(locale, sum, budget.unit))
  const hasBlanks = rows.some((row) => columns.some((column) => isNotAsked(lookUp.cell(row, column))))
  const groups = groupsOf(tree, layout)
  const table = (
    <div class="scroll" tabIndex={0} role="region" aria-label={props.caption}>
      <table class="budget" aria-label={props.caption}>
        <thead>
          <tr>
            <th scope="col">{locale.text(`plan.m.dimension.${down}`)}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="n">
                {memberName(locale, tree, column)}
              </th>
            ))}
            <th scope="col" class="n">
              {locale.text(across === null ? 'plan.m.amount' : 'plan.m.sum')} ({budget.unit})
            </th>
          </tr>
        </thead>
        {groups.map(({ priority, members }) => (
          <tbody key={priority ?? ''}>
            {priority === null ? null : (
              <tr class="group">
                <th scope="rowgroup">{memberName(locale, tree, priority)}</th>
                {columns.map((column) => (
                  <td key={column} class="n">
                    {text(lookUp.group(priority, column))}
                  </td>
                ))}
                <td class="n">{text(lookUp.group(priority, null))}</td>
              </tr>
            )}
            {members.map((row) => (
              <tr key={row}>
                <th scope="row">{memberName(locale, tree, row)}</th>
                {columns.map((column) => (
                  <td key={column} class="n">
                    {text(lookUp.cell(row, column))}
                  </td>
                ))}
                <td class="n strong">{text(lookUp.cell(row, null))}</td>
              </tr>
            ))}
          </tbody>
        ))}
        {layout.priority !== null || rows.length < 2 ? null : (
          <tfoot>
            <tr>
              <th scope="row">{locale.text('plan.m.sum')}</th>
              {columns.map((column) => (
                <td key={column} class="n">
                  {text(lookUp.all(column))}
                </td>
              ))}
              <td class="n strong">{text(lookUp.all(null))}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
  return (
    <>
      {table}
      {hasBlanks ? <p class="hint">{locale.text('plan.m.notAsked')}</p> : null}
    </>
  )
}

/** No amount is asked for, and none is there: neither nothing nor unknown. */
function isNotAsked(sum: Sum | undefined): boolean {
  return sum?.amountOre === null && sum.missing === 0
}

/** The sums that a layout shows: of a cell, a row, a column, a priority. */
function sumsOf(budget: Budget, { down, across, chosen }: Layout) {
  const fixed = chosen.flatMap(({ dimension, member }) => (member === null ? [] : [{ dimension, member }]))
  const dimensions = fixed.map(({ dimension }) => dimension)
  const members = fixed.map(({ member }) => member)
  const of = (by: readonly BudgetDimension[], own: readonly string[]) =>
    budget.by([...by, ...dimensions]).get(groupName([...own, ...members]))
  return {
    cell: (row: string, column: string | null) =>
      column === null || across === null ? of([down], [row]) : of([down, across], [row, column]),
    all: (column: string | null) =>
      column === null || across === null ? of([], []) : of([across], [column]),
    group: (priority: string, column: string | null) =>
      column === null || across === null
        ? of(['priority'], [priority])
        : of(['priority', across], [priority, column]),
  }
}

/** Activities stand under their priorities; other rows as they are. */
function groupsOf(tree: PlanTree, layout: Layout) {
  if (layout.down !== 'activity') return [{ priority: null, members: layout.rows }]
  const byPriority = Map.groupBy(layout.rows, (id) => {
    const item = tree.item(id)
    return item === null ? null : (tree.priorityOf(item)?.id ?? null)
  })
  return [...byPriority].map(([priority, members]) => ({ priority, members }))
}
