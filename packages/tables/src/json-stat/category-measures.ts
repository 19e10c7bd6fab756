import { defined, someOf } from '../stat/defined.ts'
import type { Category, Measure, Texts } from '../stat/stat-table.ts'
import { textIn } from './frame.ts'
import type { JsonObject, JsonPart } from './json-part.ts'
import { ADJUSTMENTS, adjustmentWord, MEASURING_TYPES, PRICE_TYPES, wordFor } from './measure-words.ts'

/** Members of a dimension’s `extension` that say something of each of its measures, by code. */
export const MEASURE_EXTENSIONS: readonly string[] = [
  ...['refperiod', 'measuringType', 'priceType', 'adjustment', 'basePeriod', 'contact', 'updated'],
]

/** Decimals where a measure does not state its own: those of the whole table, or those its figures have. */
export interface DecimalsElsewhere {
  readonly ofTable: number | undefined
  ofFigures(): number
}

/**
 * Reads what one category of the contents measures: JSON-stat’s `unit` (`base` as PxWeb has it, else `label`, else
 * `symbol`) and PxWeb’s `measuringType`, `priceType`, `adjustment`, `basePeriod`, `refperiod`.
 * @returns `undefined` where nothing is said of it
 */
export function readMeasure(
  code: string,
  units: JsonPart,
  extension: JsonPart,
  language: string,
  elsewhere: DecimalsElsewhere,
): Measure | undefined {
  const unit = units.member(code)
  const said = (name: string) => extension.member(name).member(code).textIfAny()
  const words = (name: string) => textIn(language, said(name))
  const decimals = unit.member('decimals').integerIfAny()
  const name = ['base', 'label', 'symbol'].map((key) => unit.member(key).textIfAny())
  const measure = someOf({
    unit: textIn(
      language,
      name.find((each) => each !== undefined),
    ),
    kind: MEASURING_TYPES.get(said('measuringType') ?? ''),
    prices: PRICE_TYPES.get(said('priceType') ?? ''),
    adjusted: ADJUSTMENTS.get(said('adjustment') ?? ''),
    basePeriod: words('basePeriod'),
    referencePeriod: words('refperiod'),
    contact: words('contact'),
    updated: said('updated'),
  })
  if (measure === undefined && decimals === undefined) return undefined
  return { ...measure, decimals: decimals ?? elsewhere.ofTable ?? elsewhere.ofFigures() }
}

/** What a unit says besides its name and decimals (`symbol`, `position`, `multiplier` …), by code. */
export function restOfUnits(units: JsonPart): JsonObject | undefined {
  return someOf(
    Object.fromEntries(units.entries().map(([code, unit]) => [code, unit.rest(['base', 'decimals'])])),
  )
}

/** Writes `unit`, by code; `rest` is what an earlier read could not place. */
export function writeUnits(
  categories: readonly Category[],
  words: (texts: Texts | undefined) => string,
  rest: (code: string) => JsonObject,
): JsonObject | undefined {
  return someOf(
    Object.fromEntries(
      categories.map(({ code, measure }) => [
        code,
        someOf({
          base: measure?.unit === undefined ? undefined : words(measure.unit),
          decimals: measure?.decimals,
          ...rest(code),
        }),
      ]),
    ),
  )
}

/** Writes the members of `extension` that are by measure; those that nothing is said in are left out. */
export function writeMeasures(
  categories: readonly Category[],
  words: (texts: Texts | undefined) => string,
): JsonObject {
  const text = (texts: Texts | undefined) => (texts === undefined ? undefined : words(texts))
  if (categories.every(({ measure }) => measure === undefined)) return {}
  const byCode = (say: (measure: Measure) => string | undefined) =>
    someOf(
      Object.fromEntries(
        categories.map(({ code, measure }) => [code, measure === undefined ? undefined : say(measure)]),
      ),
    )
  return defined({
    refperiod: byCode(({ referencePeriod }) => text(referencePeriod)),
    measuringType: byCode(({ kind }) => wordFor(MEASURING_TYPES, kind) ?? 'Other'),
    priceType: byCode(({ prices }) => wordFor(PRICE_TYPES, prices) ?? 'NotApplicable'),
    adjustment: byCode(({ adjusted }) => (adjusted === undefined ? undefined : adjustmentWord(adjusted))),
    basePeriod: byCode(({ basePeriod }) => text(basePeriod)),
    contact: byCode(({ contact }) => text(contact)),
    updated: byCode(({ updated }) => updated),
  })
}
