import type { CodesTrimmed, StatOptions } from '@jamvikt/tables'
import type { Assumption, RowReading } from '../model-datasets.ts'

/** A reading of rows as the reader takes it; none where nobody has chosen. */
export function rowOptions(
  reading: RowReading | null,
  renewed: boolean,
): Pick<StatOptions, 'shape' | 'renewed' | 'sheet' | 'headerRow'> {
  if (reading === null) return {}
  const { sheet, headerRow, shape } = reading
  return {
    shape,
    renewed,
    ...(sheet === null ? {} : { sheet }),
    ...(headerRow === null ? {} : { headerRow }),
  }
}

/** That codes stood with blanks around them, told once a dimension. */
export function trimmedCodes(trimmed: readonly CodesTrimmed[] = []): Assumption[] {
  return trimmed.map(({ dimension, codes }) => ({
    dimension,
    from: codes.slice(0, 5).join(', ') + (codes.length > 5 ? ' …' : ''),
    to: String(codes.length),
    label: dimension,
    reason: 'code-trimmed',
  }))
}
