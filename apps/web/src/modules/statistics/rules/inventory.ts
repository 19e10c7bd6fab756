import type { TableParts } from '@jamvikt/tables'
import { AREAS, type Area, type ListedDataset } from '../model-datasets.ts'
import { conceptsOf } from './concepts.ts'

/** What a table on people can be crossed by. */
export const CROSSINGS = ['sex', 'age', 'background', 'place', 'time'] as const
export type Crossing = (typeof CROSSINGS)[number]

interface InventoryRow {
  readonly listed: ListedDataset
  /** What the table has, with how many values of it. */
  readonly has: ReadonlyMap<Crossing, number>
  readonly lacks: readonly Crossing[]
}

export interface InventoryArea {
  readonly area: Area
  readonly rows: readonly InventoryRow[]
  /** What no table of the area can be crossed by together with sex. */
  readonly lacksWithSex: readonly Crossing[]
}

/** What each sub-goal has tables of, what they can be crossed by, and what is missing. */
export function inventoryOf(listed: readonly ListedDataset[]): InventoryArea[] {
  return AREAS.map((area) => {
    const rows = listed.filter(({ dataset }) => dataset.area === area).map(rowOf)
    const bySex = rows.filter(({ has }) => has.has('sex'))
    return {
      area,
      rows,
      lacksWithSex: CROSSINGS.filter((crossing) => !bySex.some(({ has }) => has.has(crossing))),
    }
  })
}

function rowOf(listed: ListedDataset): InventoryRow {
  const has = crossingsOf(listed.parts)
  return { listed, has, lacks: CROSSINGS.filter((crossing) => !has.has(crossing)) }
}

/** A dimension of one value does not cross anything, save a place: a table of one county is of that county. */
function crossingsOf(parts: TableParts): Map<Crossing, number> {
  const { sex, place, time, age, background } = conceptsOf(parts)
  const dimensions = {
    sex: sex?.dimension ?? null,
    age,
    background,
    place: place?.dimension ?? null,
    time,
  }
  const found = new Map<Crossing, number>()
  for (const crossing of CROSSINGS) {
    const size = parts.dimensions.find(({ id }) => id === dimensions[crossing])?.categories.length ?? 0
    if (size > 1) found.set(crossing, size)
  }
  return found
}
