import type { SuppressionRules } from '../suppress/options.ts'

/** What may be told of a protected set of tables: nothing in it points at a cell. */
export interface PublicCertificate {
  readonly format: 'jamvikt-certificate'
  readonly version: 1
  readonly kind: 'public'
  readonly method: 'suppression'
  readonly rules: PublicRules
  /** What any reader can count: how many cells are sensitive would give some away. */
  readonly counts: { readonly cells: number; readonly hidden: number }
  /** Of the published cells. */
  readonly hash: string
}

type PublicRules = Omit<SuppressionRules, 'mustPublish'>

/**
 * The whole proof, for internal use: it holds hidden values.
 *
 * Cells are numbers in the cube of the dimensions given: Σ node · stride, the last dimension turning fastest.
 */
export interface Certificate extends Omit<PublicCertificate, 'kind' | 'counts'> {
  readonly kind: 'internal'
  readonly counts: {
    readonly cells: number
    readonly sensitive: number
    readonly secondary: number
    readonly suppressedMass: number
  }
  readonly dimensions: readonly {
    readonly name: string
    /** Leaves first, each the set of itself. */
    readonly nodes: readonly { readonly code: string; readonly leaves: readonly number[] }[]
    /** Nodes that are wholes of the same records; only the first stands in tables. */
    readonly wholes?: readonly number[]
  }[]
  readonly tables: readonly (readonly string[])[]
  readonly mustPublish: readonly number[]
  /** Cells whose true value everybody is taken to know. */
  readonly known: readonly number[]
  readonly structuralZeros: readonly number[]
  readonly leftOut: readonly number[]
  readonly guarded: readonly number[]
  /** Hidden cells, and cells of no table that are not empty, with their true counts. */
  readonly hidden: { readonly cells: readonly number[]; readonly counts: readonly number[] }
  /** Further figures of every cell that holds anything. */
  readonly figures: readonly CertifiedFigure[]
  readonly rows: readonly CertifiedRow[]
  /** For each sensitive figure: figure (0 the count), cell, row, and how often the row is added and subtracted. */
  readonly witnesses: readonly (readonly [
    figure: number,
    cell: number,
    row: number,
    up: number,
    down: number,
  ])[]
}

/** Keeps every sum and every published cell. */
export interface CertifiedRow {
  readonly cells: readonly number[]
  readonly steps: readonly number[]
}

export interface CertifiedFigure {
  readonly kind: 'part' | 'amount'
  readonly name: string
  readonly cells: readonly number[]
  readonly values: readonly number[]
  /** In the order of the cells; `null` when not known. */
  readonly contributors: {
    readonly count: readonly number[]
    readonly first: readonly number[]
    readonly second: readonly number[]
    /** The most that one of those whom the figure is kept from has. */
    readonly held: readonly number[]
  } | null
}

/** A published cell: its codes in the order of the dimensions, and its count; `null` where hidden. */
export interface PublishedCount {
  readonly codes: readonly string[]
  readonly count: number | null
}

/** A hash of text, hexadecimal: SHA-256 in the product. */
export type Hash = (text: string) => string
