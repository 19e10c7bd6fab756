import { type Cube, layOut, type TooManyCells } from '../model/cube.ts'
import { dimensionOf, TOTAL } from '../model/dimension.ts'
import type { Certificate } from './types.ts'

export interface NotACertificate {
  readonly ok: false
  readonly reason: 'not-a-certificate'
  /** The part that is missing or of another kind. */
  readonly where: string
}

type Test = (value: unknown) => boolean

const isText: Test = (value) => typeof value === 'string'
const isWhole: Test = (value) => Number.isSafeInteger(value)
/** Small enough for a thousand times as much to be exact. */
const MOST_COUNT = 2 ** 43
const isCount: Test = (value) => isWhole(value) && Number(value) >= 0 && Number(value) <= MOST_COUNT
const isYesNo: Test = (value) => typeof value === 'boolean'
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test)
const recordOf =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isRecord(value) && Object.entries(tests).every(([name, test]) => test(value[name]))
const oneOf =
  (...values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value)
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value)
const orLeftOut =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value)
/** A record whose lists are all of the length of its `cells`. */
const aligned =
  (test: Test, ...names: readonly string[]): Test =>
  (value) => {
    if (!test(value) || !isRecord(value) || !Array.isArray(value.cells)) return false
    const { length } = value.cells
    return names.every((name) => {
      const list = value[name]
      return Array.isArray(list) && list.length === length
    })
  }

const counts = listOf(isCount)
const isAtLeastOne: Test = (value) => isCount(value) && Number(value) >= 1
const isPercent: Test = (value) => typeof value === 'number' && value >= 0 && value <= 100
/** Steps this small keep every product and sum exact. */
const isStep: Test = (value) => isWhole(value) && Math.abs(Number(value)) <= 1000

const RULES = recordOf({
  threshold: isAtLeastOne,
  zeros: oneOf('publish', 'protect', 'cover'),
  singletons: isYesNo,
  traits: listOf(recordOf({ dimension: isText, below: isCount })),
  dominance: recordOf({
    pPercent: orNull(isPercent),
    nk: orNull(recordOf({ n: oneOf(1, 2), k: (value) => isPercent(value) && Number(value) > 0 })),
    fewestContributors: isCount,
  }),
  attackers: (value) => listOf(oneOf(0, 1))(value) && lengthOf(value) > 0,
  width: isAtLeastOne,
  symmetry: orNull(
    recordOf({ dimension: isText, codes: (value) => listOf(isText)(value) && lengthOf(value) === 2 }),
  ),
})
const PARTS: Readonly<Record<string, Test>> = {
  format: oneOf('jamvikt-certificate'),
  version: oneOf(1),
  kind: oneOf('internal'),
  method: oneOf('suppression'),
  rules: RULES,
  counts: recordOf({ cells: isCount, sensitive: isCount, secondary: isCount, suppressedMass: isCount }),
  hash: isText,
  dimensions: listOf(
    recordOf({
      name: isText,
      nodes: listOf(recordOf({ code: isText, leaves: counts })),
      wholes: orLeftOut(counts),
    }),
  ),
  tables: listOf(listOf(isText)),
  mustPublish: counts,
  known: counts,
  structuralZeros: counts,
  leftOut: counts,
  guarded: counts,
  hidden: aligned(recordOf({ cells: counts, counts }), 'counts'),
  figures: listOf(
    aligned(
      recordOf({
        kind: oneOf('part', 'amount'),
        name: isText,
        cells: counts,
        values: counts,
        contributors: orNull(recordOf({ count: counts, first: counts, second: counts, held: counts })),
      }),
      'values',
    ),
  ),
  rows: listOf(aligned(recordOf({ cells: counts, steps: listOf(isStep) }), 'steps')),
  witnesses: listOf((value) => counts(value) && lengthOf(value) === 5),
}

/**
 * Reads a certificate that came from outside; every number is checked before it is used.
 *
 * @returns the certificate and its cube, or the part that is not as it should be
 * @example readCertificate(JSON.parse(text))
 */
export function readCertificate(
  value: unknown,
):
  | { readonly ok: true; readonly certificate: Certificate; readonly cube: Cube }
  | NotACertificate
  | TooManyCells {
  if (!isCertificate(value)) {
    const parts = isRecord(value) ? value : {}
    const where = Object.entries(PARTS).find(([name, test]) => !test(parts[name]))?.[0] ?? 'cells'
    return { ok: false, reason: 'not-a-certificate', where }
  }
  const dimensions = value.dimensions.map(({ name, nodes, wholes }) => {
    // The leaves come first, each the set of itself.
    let leaves = 0
    while (nodes[leaves]?.leaves.length === 1 && nodes[leaves]?.leaves[0] === leaves) leaves++
    const codes = nodes.map(({ code }) => code)
    return dimensionOf(
      name,
      codes,
      nodes.map((node) => node.leaves),
      leaves,
      wholes,
    )
  })
  const crooked = dimensions.find(
    ({ codes, members, leaves, wholes = [] }) =>
      leaves === 0 ||
      (codes.includes(TOTAL) && (codes.at(-1) !== TOTAL || members.at(-1)?.length !== leaves)) ||
      new Set(codes).size < codes.length ||
      !areWholes(wholes, members, leaves) ||
      members.some((held) => new Set(held).size < held.length || held.some((leaf) => leaf >= leaves)),
  )
  const sorted = dimensions.filter(({ wholes }) => wholes !== undefined)
  if (crooked !== undefined || sorted.length > 1)
    return { ok: false, reason: 'not-a-certificate', where: 'dimensions' }
  const names = dimensions.map(({ name }) => name)
  const { symmetry, traits } = value.rules
  const named = [...value.tables.flat(), ...traits.map(({ dimension }) => dimension)]
  if (new Set(names).size < names.length)
    return { ok: false, reason: 'not-a-certificate', where: 'dimensions' }
  const codes = dimensions.find(({ name }) => name === symmetry?.dimension)?.codes ?? []
  const isPair = symmetry === null || symmetry.codes.every((code) => codes.includes(code))
  if (!isPair || named.some((name) => !names.includes(name))) {
    return { ok: false, reason: 'not-a-certificate', where: 'rules' }
  }
  const laid = layOut(dimensions)
  if (!laid.ok) return laid
  const { size } = laid.cube
  const { mustPublish, known, structuralZeros, leftOut, guarded, hidden, figures, rows, witnesses } = value
  const outside = Object.entries({
    mustPublish,
    known,
    structuralZeros,
    leftOut,
    guarded,
    hidden: hidden.cells,
    figures: figures.flatMap(({ cells }) => cells),
    rows: rows.flatMap(({ cells }) => cells),
    witnesses: witnesses.map(([, cell]) => cell),
  }).find(([, cells]) => cells.some((cell) => cell >= size))
  if (outside !== undefined) return { ok: false, reason: 'not-a-certificate', where: outside[0] }
  return { ok: true, certificate: value, cube: laid.cube }
}

/** Every leaf in just one of them. */
function areWholes(
  wholes: readonly number[],
  members: readonly (readonly number[])[],
  leaves: number,
): boolean {
  const held = wholes.flatMap((node) => members[node] ?? [-1])
  return wholes.length === 0 || (held.length === leaves && new Set([...held, -1]).size === leaves + 1)
}

function isCertificate(value: unknown): value is Certificate {
  return recordOf(PARTS)(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : -1
}
