import type { Solver } from '../attack/linear-program.ts'
import { LpAttacker } from '../attack/lp-attacker.ts'
import { makeCertificate, publishedCounts } from '../certificate/make-certificate.ts'
import { verify } from '../certificate/verify.ts'
import type { Cube } from '../model/cube.ts'
import { CELL } from '../suppress/options.ts'
import type { Suppression } from '../suppress/suppress.ts'
import { cellsOfTables } from '../suppress/tables.ts'

/** Not a hash that protects: it tells texts apart, which is all a test needs. */
export function plainHash(text: string): string {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0
  return `${text.length}:${sum}`
}

export function certificateHolds(suppression: Suppression): ReturnType<typeof verify> {
  const certificate: unknown = JSON.parse(JSON.stringify(makeCertificate(suppression, plainHash)))
  return verify(
    publishedCounts(suppression.set.cube, suppression.set.counts, suppression.cells),
    certificate,
    plainHash,
  )
}

/** The dimensions' names of tables given by number. */
export function namesOfTables(cube: Cube, tables: readonly (readonly number[])[]): string[][] {
  return tables.map((table) => table.map((d) => cube.dimensions[d]?.name ?? ''))
}

/**
 * Sets each attacker that the rules name on a suppression; what she is told is what is shown.
 *
 * @returns the sensitive cells (guarded ones too) whose interval is narrower than promised, with who found them
 */
export function leaksOf({ set, rules, cells }: Suppression, solver: Solver): string[] {
  const { cube, counts } = set
  const names = cube.dimensions.map(({ name }) => name)
  const inTable = cellsOfTables(cube, set.tables ?? [names]).map((mark, cell) =>
    mark === 1 && set.leftOut?.[cell] !== 1 ? 1 : 0,
  )
  const shown = inTable.map((mark, cell) =>
    mark === 1 && cells[cell] !== CELL.sensitive && cells[cell] !== CELL.secondary ? 1 : 0,
  )
  // Where several tables are shown, what they tell of the crossings that are not.
  const isGuarded = (cell: number) =>
    inTable[cell] === 0 &&
    (set.leftOut?.[cell] === 1 ? set.guarded?.[cell] === 1 : (set.tables ?? []).length > 1)
  const isSecret = (cell: number) =>
    cells[cell] === CELL.sensitive ||
    (isGuarded(cell) && (counts[cell] ?? 0) > 0 && (counts[cell] ?? 0) < rules.threshold)
  const secret = [...counts.keys()].filter(isSecret)
  const kinds = rules.zeros === 'publish' ? rules.attackers : ([0] as const)
  return kinds.flatMap((lb) => {
    const attacker = new LpAttacker(
      { cube, inTable, shown, values: counts.map((n, i) => (shown[i] ? n : 0)), lb },
      solver,
    )
    const found = attacker.narrowest(secret, rules.width, 'whole')
    attacker.close()
    return found.map(({ cell, low, high }) => `${lb}: cell ${cell} in ${low}..${high}`)
  })
}
