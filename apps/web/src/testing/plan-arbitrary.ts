import fc from 'fast-check'
import type { BudgetCell, PlanDocument } from '../modules/plan/model.ts'
import { ITEM_KINDS, type ItemKind, KINDS, type PlanItem } from '../modules/plan/model-items.ts'
import { checkFields } from '../modules/plan/rules/check-fields.ts'
import { inOrder } from '../modules/plan/rules/tree.ts'
import { FACTS } from './test-plans.ts'

/** An item of a kind; fields that are not given are empty. */
export function testItem<Kind extends ItemKind>(
  kind: Kind,
  id: string,
  parent: string | null,
  given: Readonly<Record<string, unknown>> = {},
  position = 0,
): PlanItem {
  const checked = checkFields(kind, { ...('name' in KINDS[kind].fields ? { name: id } : {}), ...given })
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return { id, kind, parent, position, fields: checked.fields } as unknown as PlanItem
}

/** A plan of items put together by hand, in their order. */
export function testDocument(items: readonly PlanItem[], cells: readonly BudgetCell[] = []): PlanDocument {
  return { facts: FACTS, items: inOrder(items), cells }
}

const seeds = fc.array(
  fc.record({
    kind: fc.constantFrom(...ITEM_KINDS),
    under: fc.nat(),
    position: fc.nat(5),
    word: fc.constantFrom('A', 'B', 'C'),
  }),
  { maxLength: 14 },
)
const amounts = fc.array(
  fc.record({ budget: fc.nat(), year: fc.constantFrom('2026', '2027'), amountOre: fc.bigInt(0n, 99n) }),
  { maxLength: 6 },
)

/** Plans that share ids, so that two of them differ in the ways that plans do: added, removed, moved, changed. */
export const anyDocument: fc.Arbitrary<PlanDocument> = fc
  .tuple(fc.constantFrom('En plan', 'Samma plan'), seeds, amounts)
  .map(([name, drawn, money]) => {
    const items: PlanItem[] = []
    for (const [at, { kind, under, position, word }] of drawn.entries()) {
      const parents: readonly string[] = KINDS[kind].parents
      const places = [
        ...(parents.includes('plan') ? [null] : []),
        ...items.filter((item) => parents.includes(item.kind)).map(({ id }) => id),
      ]
      const parent = places[under % Math.max(1, places.length)]
      if (parent === undefined) continue
      const given =
        kind === 'national' ? { code: word } : kind === 'figure' ? { group: word } : { name: word }
      items.push(testItem(kind, `${kind}-${at}`, parent, given, position))
    }
    const budgets = items.filter(({ kind }) => kind === 'budget')
    const cells = new Map(
      money.flatMap(({ budget, year, amountOre }) => {
        const of = budgets[budget % Math.max(1, budgets.length)]
        return of === undefined
          ? []
          : [[`${of.id} ${year}`, { budget: of.id, key: [year], amountOre }] as const]
      }),
    )
    return { facts: { ...FACTS, name }, items: inOrder(items), cells: [...cells.values()] }
  })
