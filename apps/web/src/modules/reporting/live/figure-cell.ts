import type { Locale } from '@jamvikt/i18n'
import { figureText } from '../../statistics/public.ts'
import type { CellInput } from './live-data.ts'

type Figure = Parameters<typeof figureText>[1]

/** A figure of the statistics as a cell: what is missing is told as what it is. */
export function figureCell(locale: Locale, figure: Figure, decimals: number): CellInput {
  const { value, state } = figure
  switch (state) {
    case 'value':
      return value === null ? { type: 'missing', kind: 'unknown' } : { type: 'number', value, decimals }
    case 'nil':
      return { type: 'text', text: figureText(locale, figure, decimals) }
    case 'unavailable':
      return { type: 'missing', kind: 'unknown' }
    case 'notApplicable':
    case 'withheld':
    case 'noAnswer':
    case 'declined':
    case 'notAsked':
      return { type: 'missing', kind: state }
  }
}
