import { cellsOver } from '../model/cells-over.ts'
import { addUp, codesOf, firstApart } from '../model/cube.ts'
import { onlyInner } from '../sensitivity/contributors.ts'
import { mayBeHiddenEmpty } from '../sensitivity/rules.ts'
import { boundedCells } from '../suppress/tables.ts'
import type { VerificationFault } from './faults.ts'
import type { CertifiedRow } from './types.ts'
import type { World } from './world.ts'

/** Every sensitive figure has a witness that holds. */
export function faultOfWitnesses(world: World): VerificationFault | null {
  const fault = faultOfRows(world)
  if (fault !== null) return fault
  const { certificate, cube, sensitive, counts } = world
  const bounds = boundsOf(world)
  const singles = singlesOf(world)
  const given = new Map(certificate.witnesses.map((one) => [`${one[0]}/${one[1]}`, one]))
  for (const { figure, cell, width } of sensitive) {
    if (figure === 0 && isSumOfSingles(world, singles, cell)) continue
    const witness = given.get(`${figure}/${cell}`)
    const row = witness === undefined ? undefined : certificate.rows[witness[2]]
    if (witness === undefined || row === undefined) {
      return { ok: false, reason: 'no-witness', cell: codesOf(cube, cell) }
    }
    const [, , number, up, down] = witness
    const fail = (reason: 'witness-too-narrow' | 'witness-below-bound' | 'witness-uses-single', at: number) =>
      ({ ok: false, reason, row: number, cell: codesOf(cube, at) }) as const
    const step = row.steps[row.cells.indexOf(cell)] ?? 0
    const rises = certificate.figures[figure - 1]?.kind === 'amount'
    const times = rises ? (step > 0 ? up : down) : up + down
    if (times * Math.abs(step) < width) return fail('witness-too-narrow', cell)
    const below = firstBelow(world, bounds, figure, row, up, down)
    if (below !== null) return fail('witness-below-bound', below)
    const own = certificate.rules.singletons ? onlyInner(cube, counts, cell) : -1
    const foreign = row.cells.find((at) => singles.marks[at] === 1 && at !== own)
    if (foreign !== undefined) return fail('witness-uses-single', foreign)
  }
  return null
}

/** Every row is additive and stands still wherever a figure is public. */
function faultOfRows({ certificate, cube, hidden, inTable, inner }: World): VerificationFault | null {
  const known = new Set([...certificate.known, ...certificate.structuralZeros, ...certificate.mustPublish])
  for (const [row, { cells, steps }] of certificate.rows.entries()) {
    const listed = new Map(cells.map((cell, i) => [cell, steps[i] ?? 0]))
    const twice = cells.find((cell, i) => cells.length > listed.size && cells.indexOf(cell) < i)
    if (twice !== undefined)
      return { ok: false, reason: 'witness-breaks-sum', row, cell: codesOf(cube, twice) }
    const sums = new Map<number, number>()
    for (const [cell, step] of listed) {
      const isPublic = known.has(cell) || (inTable[cell] === 1 && hidden[cell] !== 1)
      if (isPublic && step !== 0) {
        return { ok: false, reason: 'witness-moves-published', row, cell: codesOf(cube, cell) }
      }
      if (inner[cell] !== 1) continue
      for (const over of cellsOver(cube, cell)) sums.set(over, (sums.get(over) ?? 0) + step)
    }
    const apart = firstApart(cube, [...sums.keys()], (cell) => sums.get(cell) ?? 0)
    if (apart !== null) return { ok: false, reason: 'witness-breaks-sum', row, cell: codesOf(cube, apart) }
    for (const cell of [...listed.keys(), ...sums.keys()]) {
      if ((listed.get(cell) ?? 0) !== (sums.get(cell) ?? 0)) {
        return { ok: false, reason: 'witness-breaks-sum', row, cell: codesOf(cube, cell) }
      }
    }
  }
  return null
}

interface Bounds {
  /** 1 where a bound is checked: all other bounds follow from these. */
  readonly checked: Uint8Array
  /** The least count that the strongest attacker knows of each cell. */
  readonly least: Uint8Array
  /** By figure, of amounts: the most that one of those behind it knows to be there. */
  readonly held: readonly (Float64Array | null)[]
}

function boundsOf({ certificate, cube, counts, inTable }: World): Bounds {
  const held = certificate.figures.map(({ cells, contributors }) => {
    if (contributors === null) return null
    const all = new Float64Array(cube.size)
    for (const [i, cell] of cells.entries()) all[cell] = contributors.held[i] ?? 0
    return all
  })
  const { attackers, zeros } = certificate.rules
  const mayBeEmpty = mayBeHiddenEmpty(cube, counts, certificate.rules)
  const full = attackers.includes(1) && zeros === 'publish'
  const least = Uint8Array.from(counts, (count, cell) =>
    full && inTable[cell] === 1 && count > 0 && mayBeEmpty[cell] !== 1 ? 1 : 0,
  )
  return { checked: boundedCells(cube, inTable), least, held }
}

/** The first cell that falls below its bound when the row is added `up` times, or subtracted `down` times. */
function firstBelow(
  { certificate, counts, figures }: World,
  { checked, least, held }: Bounds,
  figure: number,
  { cells, steps }: CertifiedRow,
  up: number,
  down: number,
): number | null {
  const values = figure === 0 ? counts : (figures[figure - 1] ?? counts)
  const isAmount = certificate.figures[figure - 1]?.kind === 'amount'
  for (const [i, cell] of cells.entries()) {
    if (checked[cell] !== 1) continue
    const step = steps[i] ?? 0
    const change = Math.min(step * up, -step * down)
    const bound = figure === 0 ? (least[cell] ?? 0) : (held[figure - 1]?.[cell] ?? 0)
    if ((values[cell] ?? 0) + change < bound) return cell
    // A part takes its whole with it.
    if (figure > 0 && !isAmount && (counts[cell] ?? 0) + change < (least[cell] ?? 0)) return cell
  }
  return null
}

interface Singles {
  /** Inner cells of one person. */
  readonly marks: Uint8Array
  /** How many people of each cell are alone in an inner cell of the tables. */
  readonly beneath: Float64Array
}

function singlesOf({ certificate, cube, inner, inTable, counts }: World): Singles {
  const { singletons } = certificate.rules
  const marks = inner.map((one, cell) => (singletons && one === 1 && counts[cell] === 1 ? 1 : 0))
  const beneath = Float64Array.from(marks, (mark, cell) => (inTable[cell] === 1 ? mark : 0))
  addUp(cube, beneath)
  return { marks, beneath }
}

/** A sum of people who are each alone moves with the witness of any of them, where empty cells stand still. */
function isSumOfSingles({ certificate, counts }: World, { beneath }: Singles, cell: number): boolean {
  const { zeros, traits } = certificate.rules
  const count = counts[cell] ?? 0
  return zeros === 'publish' && traits.length === 0 && count > 1 && beneath[cell] === count
}
