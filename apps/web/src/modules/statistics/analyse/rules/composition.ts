import {
  type FactorPart,
  type Kitagawa,
  type KitagawaCell,
  kitagawa,
  kitagawaMany,
  type Refusal,
} from '@jamvikt/equity'
import { mergeStrata, type Stratum } from './strata-of.ts'

interface CompositionRow {
  readonly code: string
  readonly women: { readonly successes: number; readonly n: number }
  readonly men: { readonly successes: number; readonly n: number }
  readonly composition: number
  readonly rates: number
}

export type Composition =
  | {
      readonly ok: true
      /** A is women, B men. */
      readonly split: Kitagawa
      readonly rows: readonly CompositionRow[]
      /** Categories that are left out since a cell of women or men is missing. */
      readonly left: readonly string[]
      /** A part for each group besides sex and one for the rates, where there are several groups and no cell is missing. */
      readonly parts: readonly FactorPart[] | null
    }
  | Refusal

/**
 * How much of the gap between women and men goes with their mix over a group, and how much stands within its categories.
 * @param place of the group among the strata's codes
 * @returns refusals as `kitagawa`
 */
export function compositionOf(strata: readonly Stratum[], women: string, place: number): Composition {
  const { cells, codes, left } = cellsOf(mergeStrata(strata, [0, place]), women)
  const split = kitagawa(cells)
  if (!split.ok) return split
  const rows = codes.flatMap(([code = ''], at): CompositionRow[] => {
    const [cell, part] = [cells[at], split.byCategory[at]]
    if (cell === undefined || part === undefined) return []
    const figures = ({ n, total }: KitagawaCell['a']) => ({ n, successes: total })
    const { composition, rates } = part
    return [{ code, women: figures(cell.a), men: figures(cell.b), composition, rates }]
  })
  return { ok: true, split, rows, left: left.map(([code = '']) => code), parts: partsByGroup(strata, women) }
}

function partsByGroup(strata: readonly Stratum[], women: string): readonly FactorPart[] | null {
  const groups = (strata[0]?.codes.length ?? 1) - 1
  const { cells, left } = cellsOf(strata, women)
  if (groups < 2 || left.length > 0) return null
  const found = kitagawaMany(
    cells,
    Array.from({ length: groups }, (_, place) => `g${place + 1}`),
  )
  return found.ok ? found.parts : null
}

/** Women and men of each combination of the other codes; combinations in which either is missing are named. */
function cellsOf(strata: readonly Stratum[], women: string) {
  const found = new Map<string, { codes: readonly string[]; a: Stratum['counts']; b: Stratum['counts'] }>()
  for (const {
    codes: [sex, ...codes],
    counts,
  } of strata) {
    const key = JSON.stringify(codes)
    const pair = found.get(key) ?? { codes, a: null, b: null }
    found.set(key, { ...pair, [sex === women ? 'a' : 'b']: counts })
  }
  const cells: KitagawaCell[] = []
  const codes: (readonly string[])[] = []
  const left: (readonly string[])[] = []
  for (const pair of found.values()) {
    if (pair.a === null || pair.b === null) {
      left.push(pair.codes)
      continue
    }
    codes.push(pair.codes)
    cells.push({
      by: Object.fromEntries(pair.codes.map((code, place) => [`g${place + 1}`, code])),
      a: { n: pair.a.n, total: pair.a.successes },
      b: { n: pair.b.n, total: pair.b.successes },
    })
  }
  return { cells, codes, left }
}
