import { type CsvValue, type SheetInput, writeCsv, writeXlsx } from '@jamvikt/tables'
import type { BudgetDimension } from '../../model-items.ts'
import { sheetAmount } from '../../rules/amount-text.ts'
import { type Budget, groupName, type Sum } from '../../rules/budgets.ts'
import type { Comparison } from '../rules/reconcile.ts'

/** What files say, in the reader’s language. */
export interface FileWords {
  readonly dimension: (dimension: BudgetDimension) => string
  readonly member: (member: string) => string
  readonly amount: string
  readonly sum: string
  readonly unknown: string
  readonly amounts: string
}

/** Every amount that a budget asks for or holds, a row each; an empty amount is not known. */
function* allAmounts(budget: Budget, words: FileWords): Generator<CsvValue[]> {
  let keys: string[][] = [[]]
  for (const each of budget.over)
    keys = keys.flatMap((key) => budget.members(each).map((member) => [...key, member]))
  for (const key of keys) {
    const amount = budget.amounts.get(groupName(key))
    if (amount === undefined && !budget.isAsked(key)) continue
    yield [...key.map(words.member), amount === undefined ? null : sheetAmount(amount, budget.unit)]
  }
}

function headers(budget: Budget, words: FileWords): string[] {
  return [...budget.over.map(words.dimension), `${words.amount} (${budget.unit})`]
}

/** All amounts of a budget as CSV. */
export function budgetCsv(budget: Budget, words: FileWords): string {
  return writeCsv([headers(budget, words), ...allAmounts(budget, words)])
}

/** A budget’s amounts, and its sums by each dimension with how many amounts are unknown in each. */
export function budgetXlsx(budget: Budget, words: FileWords): Promise<Uint8Array> {
  const figuresOf = (sum: Sum | undefined) => [
    sum === undefined || sum.amountOre === null ? null : sheetAmount(sum.amountOre, budget.unit),
    sum?.missing ?? null,
  ]
  const sums: SheetInput[] = budget.knows.map((dimension) => ({
    name: `${words.sum} ${words.dimension(dimension)}`,
    headers: [words.dimension(dimension), `${words.sum} (${budget.unit})`, words.unknown],
    rows: [
      ...[...budget.by([dimension])].map(([member, sum]) => [words.member(member), ...figuresOf(sum)]),
      [words.sum, ...figuresOf(budget.total)],
    ],
  }))
  return writeXlsx([
    { name: words.amounts, headers: headers(budget, words), rows: allAmounts(budget, words) },
    ...sums,
  ])
}

/** Where budgets meet, a row each, in kronor. */
export function comparisonXlsx(
  comparisons: readonly Comparison[],
  sheet: { readonly name: string; readonly headers: readonly string[] },
  words: {
    readonly by: (comparison: Comparison) => string
    readonly member: (member: string) => string
    readonly verdict: (kind: Comparison['rows'][number]['verdict']['kind']) => string
  },
): Promise<Uint8Array> {
  const kronor = (ore: bigint | null) => (ore === null ? null : sheetAmount(ore, 'kr'))
  const rows = comparisons.flatMap((comparison) =>
    comparison.rows.map(({ members, first, second, verdict }): CsvValue[] => [
      comparison.first.name,
      comparison.second.name,
      words.by(comparison),
      members.map(words.member).join(', '),
      kronor(first.amountOre),
      first.missing,
      kronor(second.amountOre),
      second.missing,
      words.verdict(verdict.kind),
      'byOre' in verdict ? kronor(verdict.byOre) : null,
    ]),
  )
  return writeXlsx([{ ...sheet, rows }])
}
