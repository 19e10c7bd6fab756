import { type Refusal, refuse } from '../result.ts'

/** Sets of 0/1 regressors by the name of what they code: `{ education: ['secondary', 'tertiary'] }`. */
export type DummySets = Readonly<Record<string, readonly string[]>>

/** Coefficients as the reader meets them: intercept, regressors, and the base category of each set. */
export interface Normalisation {
  readonly ok: true
  /** Names of the expanded coefficients: `(intercept)`, the regressors, `NAME (base)`. */
  readonly names: readonly string[]
  /** Expands intercept and slopes; a set's categories then sum to 0. */
  readonly coefficients: (plain: Float64Array) => Float64Array
  /** Expands 1 and the regressors' means; the base category's mean is what the set leaves of 1. */
  readonly means: (plain: Float64Array) => Float64Array
}

/**
 * The normalisation of dummy sets: each set's mean coefficient, the base category's 0 included, moves to the intercept,
 * so that details do not depend on which category was left out.
 *
 * Source: Gardeazabal & Ugidos (2004), Rev. Econ. Stat. 86; Yun (2005), Econ. Inq. 43.
 */
export function normalisation(names: readonly string[], sets: DummySets): Normalisation | Refusal {
  const used = new Set<string>()
  const places: { readonly name: string; readonly at: readonly number[] }[] = []
  for (const [name, columns] of Object.entries(sets)) {
    if (columns.length === 0) return refuse('empty', `dummies.${name}`)
    for (const column of columns) {
      if (!names.includes(column)) return refuse('unknown-name', `dummies.${name}.${column}`)
      if (used.has(column)) return refuse('duplicate', `dummies.${name}.${column}`)
      used.add(column)
    }
    places.push({ name, at: columns.map((column) => 1 + names.indexOf(column)) })
  }
  const plainLength = names.length + 1
  const expand = (plain: Float64Array): Float64Array => {
    const wide = new Float64Array(plainLength + places.length)
    wide.set(plain)
    return wide
  }
  return {
    ok: true,
    names: ['(intercept)', ...names, ...places.map(({ name }) => `${name} (base)`)],
    coefficients: (plain) => {
      const wide = expand(plain)
      for (const [set, { at }] of places.entries()) {
        const mean = at.reduce((sum, i) => sum + (plain[i] ?? 0), 0) / (at.length + 1)
        for (const i of at) wide[i] = (wide[i] ?? 0) - mean
        wide[plainLength + set] = -mean
        wide[0] = (wide[0] ?? 0) + mean
      }
      return wide
    },
    means: (plain) => {
      const wide = expand(plain)
      for (const [set, { at }] of places.entries()) {
        wide[plainLength + set] = 1 - at.reduce((sum, i) => sum + (plain[i] ?? 0), 0)
      }
      return wide
    },
  }
}
