import { GOING, type Going } from '../model-figures.ts'
import { BASES, type Basis, type OverviewRow } from './overview.ts'

export const ORDERS = ['region', 'granted', 'used', 'risk', 'late', 'behind'] as const
type Order = (typeof ORDERS)[number]

/** What of the overview is shown, and in which order; `null` where it is not narrowed. */
export interface Chosen {
  readonly year: number | null
  readonly basis: Basis
  readonly national: string | null
  readonly group: string | null
  readonly method: string | null
  readonly going: Going | null
  readonly order: Order
}

/** Reads what is chosen from an address; what is not understood narrows nothing. */
export function readChosen(
  query: Readonly<Record<string, string | undefined>>,
  years: readonly number[],
): Chosen {
  const year = years.find((each) => String(each) === query.year)
  return {
    year: year ?? (query.year === 'all' ? null : (years.at(-1) ?? null)),
    basis: BASES.find((each) => each === query.basis) ?? 'accepted',
    national: query.national || null,
    group: query.group || null,
    method: query.method || null,
    going: GOING.find((each) => each === query.going) ?? null,
    order: ORDERS.find((each) => each === query.order) ?? 'region',
  }
}

/** The rows that are chosen. Among amounts those that are not known come last. */
export function chooseRows(
  rows: readonly OverviewRow[],
  chosen: Chosen,
  compareNames: (a: string, b: string) => number,
): OverviewRow[] {
  const byName = (a: OverviewRow, b: OverviewRow) =>
    compareNames(a.region.name, b.region.name) || a.year - b.year
  const weight = WEIGHTS[chosen.order]
  return rows
    .filter(
      (row) =>
        (chosen.year === null || row.year === chosen.year) &&
        (chosen.national === null || row.national.includes(chosen.national)) &&
        (chosen.group === null || row.groups.includes(chosen.group)) &&
        (chosen.method === null || row.methods.codes.includes(chosen.method)) &&
        (chosen.going === null || (row.activities?.[chosen.going] ?? 0) > 0),
    )
    .toSorted((a, b) => (weight === null ? 0 : falling(weight(a), weight(b))) || byName(a, b))
}

const WEIGHTS: Readonly<Record<Order, ((row: OverviewRow) => bigint | null) | null>> = {
  region: null,
  granted: ({ grantedOre }) => grantedOre,
  used: ({ usedOre }) => usedOre,
  risk: ({ atRiskOre }) => atRiskOre,
  late: ({ awaited }) => BigInt(awaited.length),
  behind: ({ activities }) => (activities === null ? null : BigInt(activities.late + activities.stopped)),
}

function falling(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return a === b ? 0 : a > b ? -1 : 1
}

/** A sum over rows, and of how many it is not known. */
export function totalOf(
  rows: readonly OverviewRow[],
  amount: (row: OverviewRow) => bigint | null,
): { readonly knownOre: bigint | null; readonly unknown: number } {
  let knownOre: bigint | null = null
  let unknown = 0
  for (const row of rows) {
    const one = amount(row)
    if (one === null) unknown += 1
    else knownOre = (knownOre ?? 0n) + one
  }
  return { knownOre, unknown }
}
