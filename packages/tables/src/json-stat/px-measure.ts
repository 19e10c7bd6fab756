import { defined, someOf } from '../stat/defined.ts'
import type { Measure, Texts } from '../stat/stat-table.ts'
import { type StatFrame, textIn } from './frame.ts'
import type { JsonPart } from './json-part.ts'
import { wordFor } from './measure-words.ts'

/** The keywords of PX files for what the figures of a whole table measure. */
export const PX_MEASURE_KEYS: readonly string[] = [
  ...['decimals', 'units', 'stockfa', 'cfprices', 'dayadj', 'seasadj', 'baseperiod', 'refperiod', 'contact'],
  'last-updated',
]

const KINDS: ReadonlyMap<string, NonNullable<Measure['kind']>> = new Map([
  ['S', 'stock'],
  ['F', 'flow'],
  ['A', 'average'],
])
const PRICES: ReadonlyMap<string, NonNullable<Measure['prices']>> = new Map([
  ['C', 'current'],
  ['F', 'fixed'],
])

/**
 * Reads the measure of a table that has no dimension of contents.
 * @param px `extension.px`
 * @param decimals how many the figures themselves have, asked where none are stated
 * @returns `undefined` where nothing is said
 */
export function readPxMeasure(px: JsonPart, language: string, decimals: () => number): Measure | undefined {
  const code = (key: string) => px.member(key).textIfAny()
  const words = (key: string) => textIn(language, code(key))
  const said = someOf({
    unit: words('units'),
    kind: KINDS.get(code('stockfa') ?? ''),
    prices: PRICES.get(code('cfprices') ?? ''),
    adjusted: someOf({
      calendar: px.member('dayadj').flagIfAny(),
      season: px.member('seasadj').flagIfAny(),
    }),
    basePeriod: words('baseperiod'),
    referencePeriod: words('refperiod'),
    contact: words('contact'),
    updated: code('last-updated'),
  })
  const shown = px.member('decimals').integerIfAny()
  if (said === undefined && shown === undefined) return undefined
  return { ...said, decimals: shown ?? decimals() }
}

/** Writes the measure of the whole table; of a table with a dimension of contents only the most decimals of any. */
export function writePxMeasure(
  { measure, dimensions }: Pick<StatFrame, 'measure' | 'dimensions'>,
  text: (texts: Texts | undefined) => string | undefined,
) {
  const decimals = dimensions.flatMap(({ categories }) =>
    categories.flatMap((category) => (category.measure === undefined ? [] : [category.measure.decimals])),
  )
  const most = decimals.reduce((left, right) => Math.max(left, right), 0)
  return defined({
    decimals: measure?.decimals ?? (decimals.length === 0 ? undefined : most),
    units: text(measure?.unit),
    stockfa: wordFor(KINDS, measure?.kind),
    cfprices: wordFor(PRICES, measure?.prices),
    dayadj: measure?.adjusted?.calendar,
    seasadj: measure?.adjusted?.season,
    baseperiod: text(measure?.basePeriod),
    refperiod: text(measure?.referencePeriod),
    contact: text(measure?.contact),
    'last-updated': measure?.updated,
  })
}
