import { type StatDimension, selectCodesOfList, type TableParts } from '@jamvikt/tables'
import { conceptsOf } from '../../statistics/public.ts'
import type { Asks, VariableAsk } from './selection.ts'

/** Cells of a default selection at most. */
const MOST_CELLS = 10_000

/**
 * What is answered where nothing is asked: women and men, every measure, every place, of time the latest period; of a
 * variable that may be left out the value that stands for all, of any other its first value. Where that is many cells,
 * the first place alone.
 * @example defaultAsks(parts).get('Kon')
 */
export function defaultAsks(parts: TableParts): Asks {
  const { sex, place } = conceptsOf(parts)
  const isWhole = ({ id, role }: StatDimension) =>
    role === 'metric' || id === sex?.dimension || (role === 'geo' && id === place?.dimension)
  const cells = parts.dimensions
    .filter(isWhole)
    .reduce((product, { categories }) => product * categories.length, 1)
  const asks = parts.dimensions.flatMap((dimension): [string, VariableAsk][] => {
    const { id, role, elimination } = dimension
    const isTooMany = role === 'geo' && cells > MOST_CELLS
    if (isWhole(dimension) && !isTooMany) return [[id, askFor('*')]]
    if (role === 'time') return [[id, askFor('TOP(1)')]]
    return elimination?.total == null ? [[id, askFor('TOP(1)')]] : []
  })
  return new Map(asks)
}

function askFor(expression: string): VariableAsk {
  return { choose: (codes, options) => selectCodesOfList([expression], codes, options), codeList: null }
}
