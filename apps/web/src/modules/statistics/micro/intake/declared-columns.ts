import { maskPersonalNumbers } from '@jamvikt/domain'
import type { AmountUnit, Declaration } from '../model-micro.ts'
import { IntakeRefusedError } from './refused.ts'

const MOST_DIMENSIONS = 20
const MOST_AMOUNTS = 5

interface Placed {
  readonly name: string
  readonly place: number
}

/** Where each declared column stands in the file. */
export interface DeclaredColumns {
  readonly id: Placed
  readonly weight: Placed | null
  readonly dimensions: readonly Placed[]
  readonly amounts: readonly (Placed & { readonly unit: AmountUnit })[]
}

/**
 * Finds the declared columns in a file. Columns of the file that are not declared are not kept.
 * @throws IntakeRefusedError `column-missing`, `id-missing` (there is none), `two-weights`, `no-dimension`,
 * `too-many-dimensions` (over 20), `too-many-amounts` (over 5)
 */
export function placeColumns(headers: readonly string[], { columns }: Declaration): DeclaredColumns {
  const places = new Map(headers.map((name, place) => [name, place]))
  const kept = columns.filter(({ role }) => role !== 'drop')
  const placed = kept.map(({ name, role, unit }) => {
    const place = places.get(name)
    if (place === undefined)
      throw new IntakeRefusedError('column-missing', { column: maskPersonalNumbers(name) })
    return { name, role, unit, place }
  })
  const of = (wanted: string) => placed.filter(({ role }) => role === wanted)
  const [id, secondId] = of('id')
  const [weight, secondWeight] = of('weight')
  if (id === undefined || secondId !== undefined) throw new IntakeRefusedError('id-missing')
  if (secondWeight !== undefined) throw new IntakeRefusedError('two-weights', { column: secondWeight.name })
  const dimensions = of('dimension')
  const amounts = of('amount')
  if (dimensions.length === 0) throw new IntakeRefusedError('no-dimension')
  if (dimensions.length > MOST_DIMENSIONS) throw new IntakeRefusedError('too-many-dimensions')
  if (amounts.length > MOST_AMOUNTS) throw new IntakeRefusedError('too-many-amounts')
  return { id, weight: weight ?? null, dimensions, amounts }
}
