import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cube, layOut, tabulateCube } from '../model/cube.ts'
import { buildDimension, type Dimension } from '../model/dimension.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')

export type MicroColumn = 'municipality' | 'sex' | 'age' | 'background' | 'industry'

export interface MicroCube {
  readonly cube: Cube
  readonly values: Float64Array
  /** For each dimension, the leaf of every person. */
  readonly leaves: readonly Int32Array[]
}

/**
 * Synthetic persons of the shared data, counted over some columns. Municipalities are grouped by subregion.
 *
 * @returns the counts, or `null`, said aloud, where the file is not at hand
 * @example microCube('micro_100k.csv', ['municipality', 'sex', 'industry'])
 */
export function microCube(
  file: 'micro_10k.csv' | 'micro_100k.csv',
  columns: readonly MicroColumn[],
): MicroCube | null {
  const path = join(SHARED, 'reference/sdc', file)
  if (!existsSync(path)) {
    console.warn(
      `${path} is not there: what is tested on it is passed over (JAMVIKT_SHARED names the folder)`,
    )
    return null
  }
  const [header = [], ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '')
  const subregions = column('subregion')
  const subregionOf = new Map(column('municipality').map((code, row) => [code, subregions[row] ?? '']))
  const dimensions = columns.map((name) => dimensionFrom(name, column(name), subregionOf))
  const laid = layOut(dimensions)
  if (!laid.ok) throw new Error(laid.reason)
  const leaves = dimensions.map(({ name, codes }) => {
    const leafOf = new Map(codes.map((code, node) => [code, node]))
    return Int32Array.from(column(name), (code) => leafOf.get(code) ?? 0)
  })
  return { cube: laid.cube, values: tabulateCube(laid.cube, leaves), leaves }
}

function dimensionFrom(
  name: MicroColumn,
  codes: readonly string[],
  subregionOf: ReadonlyMap<string, string>,
): Dimension {
  const groupings = name === 'municipality' ? [{ name: 'subregion', groupOf: subregionOf }] : []
  const built = buildDimension(name, [...new Set(codes)].sort(), groupings)
  if (!built.ok) throw new Error(built.reason)
  return built.dimension
}
