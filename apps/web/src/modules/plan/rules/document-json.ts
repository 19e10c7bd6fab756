import type { PlanDocument } from '../model.ts'

/** A plan as it is written down: amounts in öre as text, since JSON’s own numbers are floats. */
export function plainDocument({ facts, items, cells }: PlanDocument) {
  return {
    facts,
    items,
    cells: cells
      .map(({ budget, key, amountOre }) => ({ budget, key, amountOre: String(amountOre) }))
      .toSorted((a, b) => compareTexts(nameOf(a), nameOf(b))),
  }
}

function nameOf({ budget, key }: { readonly budget: string; readonly key: readonly string[] }): string {
  return [budget, ...key].join('\n')
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** JSON with the names of every object in one order: the same thing is always the same text, whoever kept it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const parts = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`)
  return `{${parts.join(',')}}`
}
