import type { By, GuardedAmount, TrueCell } from '../groups/types.ts'

/** A generator of whole numbers that repeats for a seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Cases of the same labels. */
export interface Atom {
  readonly by: By
  readonly counts: Readonly<Record<string, number>>
  /** Money by recipient; no entry, no recipients. */
  readonly recipients?: readonly { readonly id: number; readonly ore: number }[]
}

export function subsets(names: readonly string[], most: number): string[][] {
  let all: string[][] = [[]]
  for (const name of names) all = all.concat(all.map((one) => [...one, name]))
  return all.filter((one) => one.length <= most)
}

function labelsOf(atoms: readonly Atom[], name: string): string[] {
  return [...new Set(atoms.map(({ by }) => by[name] ?? ''))].sort()
}

export function matches(by: By, atom: Atom): boolean {
  return Object.entries(by).every(([name, label]) => atom.by[name] === label)
}

/** The full table over all crossings of at most `most` dimensions, counted plainly. */
export function tableFrom(atoms: readonly Atom[], crossings: readonly (readonly string[])[]): TrueCell[] {
  return crossings.flatMap((crossing) => {
    let rows: By[] = [{}]
    for (const name of crossing) {
      rows = rows.flatMap((by) => labelsOf(atoms, name).map((label) => ({ ...by, [name]: label })))
    }
    return rows.map((by) => cellOf(by, atoms))
  })
}

function cellOf(by: By, atoms: readonly Atom[]): TrueCell {
  const counts: Record<string, number> = Object.fromEntries(
    Object.keys(atoms[0]?.counts ?? {}).map((name) => [name, 0]),
  )
  const sums = new Map<number, number>()
  for (const atom of atoms) {
    if (!matches(by, atom)) continue
    for (const [name, count] of Object.entries(atom.counts)) counts[name] = (counts[name] ?? 0) + count
    for (const { id, ore } of atom.recipients ?? []) sums.set(id, (sums.get(id) ?? 0) + ore)
  }
  return { by, counts, amounts: atoms.some((atom) => atom.recipients) ? { granted: amountOf(sums) } : {} }
}

function amountOf(sums: ReadonlyMap<number, number>): GuardedAmount {
  const all = [...sums].map(([id, ore]) => ({ id, ore })).sort((a, b) => b.ore - a.ore || a.id - b.id)
  return {
    totalOre: all.reduce((sum, { ore }) => sum + ore, 0),
    contributors: all.length,
    top: all.slice(0, 5),
  }
}

export interface Shape {
  readonly sexes: readonly string[]
  readonly sizes: readonly number[]
  readonly parts: readonly string[]
  /** Typical cases in a full cell, and how many of ten cells are empty. */
  readonly mean: number
  readonly emptyOfTen: number
}

/** A skewed table: the first categories large, the last ones small, some combinations empty. */
export function randomAtoms(seed: number, shape: Shape): Atom[] {
  const below = randomFrom(seed)
  const names = shape.sizes.map((_, i) => 'abcd'[i] ?? `d${i}`)
  let rows: By[] = shape.sexes.length > 0 ? shape.sexes.map((sex) => ({ sex })) : [{}]
  shape.sizes.forEach((size, i) => {
    rows = rows.flatMap((by) => Array.from({ length: size }, (_, k) => ({ ...by, [names[i] ?? '']: `${k}` })))
  })
  return rows.map((by) => {
    const depth = Object.values(by).reduce((sum, label) => sum + (Number(label) || 0), 0)
    const sexFactor = by.sex === undefined || by.sex === 'women' || by.sex === 'men' ? 1 : 4
    const mean = Math.max(1, Math.round((shape.mean * 2) / ((1 + depth) * sexFactor)))
    const counts = shape.parts.map((part) => {
      const count = below(10) < shape.emptyOfTen ? 0 : below(mean + 1) + below(mean + 1)
      return [part, count] as const
    })
    return { by, counts: Object.fromEntries(counts) }
  })
}
