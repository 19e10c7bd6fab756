import { makeCertificate, publishedCounts } from '../certificate/make-certificate.ts'
import type { Certificate, Hash } from '../certificate/types.ts'
import { verify } from '../certificate/verify.ts'
import { type Cube, cellFinder, codesOf } from '../model/cube.ts'
import {
  columnsOf,
  type DimensionSpec,
  type TabulationFault,
  tabulateColumns,
} from '../model/from-columns.ts'
import {
  type CarriedWitness,
  carriedWitnesses,
  type Release,
  type SuccessionFault,
  successiveTables,
} from '../releases/successive.ts'
import { CELL, type SuppressionRules, type SuppressionSearch, type TableSet } from '../suppress/options.ts'
import type { SuppressionRefusal } from '../suppress/refusals.ts'
import { type Suppression, suppress, totalsOf } from '../suppress/suppress.ts'

/** How a dataset is protected, in all its versions: two methods over the same records could be held together. */
export type ProtectionMethod = 'suppression' | 'cellkey' | 'round'

/** What a ledger remembers of a release. */
export interface LedgerRelease {
  readonly method: ProtectionMethod
  /** Dimensions, tables and rules, as text: releases of other ones cannot be laid beside each other. */
  readonly layout: string
  /** The records as they were, by column, with an id each. */
  readonly ids: readonly string[]
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** The cells that were hidden, by codes. */
  readonly hidden: readonly (readonly string[])[]
  /** By inner cell (codes): the witnesses, to be carried on. */
  readonly witnesses: readonly CarriedCodes[]
}

/** A witness with its cells by codes, so that it outlives the numbering of a cube. */
type CarriedCodes = readonly {
  readonly codes: readonly string[]
  readonly within: string
  readonly step: number
}[]

/** Where releases are remembered; the product's ledger implements it. */
export interface LedgerPort {
  /** The releases of a dataset that may still be held against a new one, oldest first. */
  readonly releasesOf: (dataset: string) => readonly LedgerRelease[]
}

/** A ledger that has seen nothing: for files that are protected once. */
export const NOTHING_RELEASED: LedgerPort = { releasesOf: () => [] }

export interface ProtectRequest {
  readonly dataset: string
  /** Lists of an audit are shown as fixed, additive tables: they are suppressed and never given noise. */
  readonly kind: 'audit' | 'exploration'
  readonly specs: readonly DimensionSpec[]
  readonly columns: ReadonlyMap<string, readonly string[]>
  readonly ids: readonly string[]
  /** The dimensions of each table; left out: one table of all. */
  readonly tables?: readonly (readonly string[])[]
  readonly rules: Omit<SuppressionRules, 'mustPublish'>
  /** Dimensions whose totals alone must stay shown, beside the total of all. */
  readonly keep: readonly string[]
  readonly search?: SuppressionSearch
  readonly hash: Hash
}

export type ProtectRefusal =
  | SuppressionRefusal
  | TabulationFault
  | SuccessionFault
  /** The dataset has been released by another method. */
  | { readonly ok: false; readonly reason: 'method-differs'; readonly method: ProtectionMethod }
  | { readonly ok: false; readonly reason: 'audit-needs-suppression' }
  /** An earlier release had other dimensions, tables or rules: together they could tell what neither tells. */
  | { readonly ok: false; readonly reason: 'layout-differs' }
  /** Not an id for each record, or one that stands twice. */
  | { readonly ok: false; readonly reason: 'bad-ids'; readonly record: number }
  | { readonly ok: false; readonly reason: 'unknown-keep'; readonly dimension: string }
  /** The proof does not hold: a fault of the program. Nothing may be released. */
  | { readonly ok: false; readonly reason: 'certificate-fails'; readonly what: string }

export interface ProtectedRelease {
  readonly ok: true
  readonly cube: Cube
  readonly counts: Float64Array
  /** By cell of the cube: one of `CELL`. */
  readonly cells: Uint8Array
  readonly suppression: Suppression
  readonly certificate: Certificate
  /** What the ledger is to remember once it is released. */
  readonly entry: LedgerRelease
}

/**
 * Whether a dataset may be protected by a method: it keeps the one it was first released by, and the lists of an audit
 * are suppressed.
 *
 * @returns `null`, or `method-differs`, `audit-needs-suppression`
 */
export function faultOfMethod(
  ledger: { readonly releasesOf: (dataset: string) => readonly Pick<LedgerRelease, 'method'>[] },
  { dataset, kind }: Pick<ProtectRequest, 'dataset' | 'kind'>,
  method: ProtectionMethod,
): Extract<ProtectRefusal, { reason: 'method-differs' | 'audit-needs-suppression' }> | null {
  if (kind === 'audit' && method !== 'suppression') return { ok: false, reason: 'audit-needs-suppression' }
  const other = ledger.releasesOf(dataset).find((release) => release.method !== method)
  return other === undefined ? null : { ok: false, reason: 'method-differs', method: other.method }
}

/**
 * The way out for fixed tables: protects records as tables, together with all that was released of the dataset before,
 * and proves it. What comes back may be shown; a set whose certificate fails never does.
 *
 * @returns the protected release, or a refusal (`ProtectRefusal`)
 * @example protect({ dataset, kind: 'audit', specs, columns, ids, rules, keep: ['sex'], hash: sha256 }, ledger)
 */
export function protect(request: ProtectRequest, ledger: LedgerPort): ProtectedRelease | ProtectRefusal {
  const fault = faultOfMethod(ledger, request, 'suppression')
  if (fault !== null) return fault
  const earlier = ledger.releasesOf(request.dataset)
  const layout = layoutOf(request)
  if (earlier.some((release) => release.layout !== layout)) return { ok: false, reason: 'layout-differs' }
  const unknown = request.keep.find((name) => request.specs.every(({ column }) => column !== name))
  if (unknown !== undefined) return { ok: false, reason: 'unknown-keep', dimension: unknown }
  const badId = faultOfIds(request)
  if (badId !== null) return { ok: false, reason: 'bad-ids', record: badId }
  const laid = layOutAll(request, earlier)
  if (!laid.ok) return laid
  const { cube, set, toSet } = laid
  const kept = [...totalsOf(cube), ...request.keep.flatMap((name) => totalsOf(cube, name))]
  const mustPublish = [...new Set(kept.map(toSet))]
  const suppression = suppress(set, { ...request.rules, mustPublish }, request.search)
  if (!suppression.ok) return suppression
  const certificate = makeCertificate(suppression, request.hash)
  const checked = verify(publishedCounts(set.cube, set.counts, suppression.cells), certificate, request.hash)
  if (!checked.ok) return { ok: false, reason: 'certificate-fails', what: checked.reason }
  const cells = new Uint8Array(cube.size)
  const counts = new Float64Array(cube.size)
  for (let cell = 0; cell < cube.size; cell++) {
    cells[cell] = suppression.cells[toSet(cell)] ?? CELL.absent
    counts[cell] = set.counts[toSet(cell)] ?? 0
  }
  const { ids, columns } = request
  const hidden = [...cells.keys()].filter((cell) => (cells[cell] ?? 0) > CELL.shown)
  const entry: LedgerRelease = {
    method: 'suppression',
    layout,
    ids,
    columns,
    hidden: hidden.map((cell) => codesOf(cube, cell)),
    witnesses: carriedWitnesses(suppression).map((witness) =>
      witness.map(({ cell, within, step }) => ({ codes: codesOf(cube, cell), within, step })),
    ),
  }
  return { ok: true, cube, counts, cells, suppression, certificate, entry }
}

function layoutOf({ specs, tables, rules, keep }: ProtectRequest): string {
  return JSON.stringify([specs, tables ?? null, rules, keep])
}

/** The first record without an id of its own. */
function faultOfIds({ specs, ids, columns }: ProtectRequest): number | null {
  const records = columns.get(specs[0]?.column ?? '')?.length ?? 0
  if (ids.length !== records) return Math.min(ids.length, records)
  const seen = new Set<string>()
  for (const [record, id] of ids.entries()) {
    if (id === '' || seen.has(id)) return record
    seen.add(id)
  }
  return null
}

interface LaidOut {
  readonly ok: true
  readonly cube: Cube
  readonly set: TableSet
  readonly toSet: (cell: number) => number
}

/** The new release alone, or in one system with those before. */
function layOutAll(
  request: ProtectRequest,
  earlier: readonly LedgerRelease[],
): LaidOut | TabulationFault | SuccessionFault {
  const { specs, tables } = request
  const releases = [...earlier, { ...request, hidden: [] }]
  const names = columnsOf(specs)
  const together = new Map(
    names.map((name) => [name, releases.flatMap(({ columns }) => columns.get(name) ?? [])]),
  )
  const tabulated = tabulateColumns(specs, together)
  if (!tabulated.ok) return tabulated
  const { cube, leaves, counts } = tabulated
  const shape = tables === undefined ? {} : { tables }
  if (earlier.length === 0) return { ok: true, cube, set: { cube, counts, ...shape }, toSet: (cell) => cell }
  const find = cellFinder(cube)
  let start = 0
  const placed = releases.map(({ ids, hidden }): Release => {
    const from = start
    start += ids.length
    return {
      ids,
      leaves: leaves.map((all) => all.subarray(from, start)),
      hidden: hidden.flatMap((codes) => find(codes) ?? []),
    }
  })
  const carried = (earlier.at(-1)?.witnesses ?? []).flatMap((witness): CarriedWitness[] => {
    const steps = witness.flatMap(({ codes, within, step }) => {
      const cell = find(codes)
      return cell === null ? [] : [{ cell, within, step }]
    })
    return steps.length === witness.length ? [steps] : []
  })
  const succession = successiveTables(
    cube,
    placed,
    tables ?? [cube.dimensions.map(({ name }) => name)],
    carried,
  )
  return succession.ok ? { ok: true, cube, set: succession.set, toSet: succession.toSet } : succession
}
