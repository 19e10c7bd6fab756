import type { StatDimension, TableParts } from '@jamvikt/tables'

/** The codes of a dimension of sex: those that its producer uses. */
interface SexCodes {
  readonly women: string
  readonly men: string
  readonly total: string | null
}

/** What the dimensions of a table stand for, as far as it can be told. */
export interface Concepts {
  readonly sex: { readonly dimension: string; readonly codes: SexCodes } | null
  readonly place: { readonly dimension: string; readonly level: 'municipality' | 'county' | 'mixed' } | null
  readonly time: string | null
  readonly age: string | null
  readonly background: string | null
  readonly measure: string | null
}

const WOMEN = /^(k|kvinnor|kvinna|women|woman|female|females|flickor|girls)$/i
const MEN = /^(m|män|man|men|male|males|pojkar|boys)$/i
const TOTAL =
  /^(t|tot|tot1|1\+2|män och kvinnor|kvinnor och män|women and men|men and women|total|totalt|totala|båda könen|samtliga|both sexes|both)$/i
const SEX = /^(kön|kon|sex|gender)$/i
const AGE = /^(ålder|alder|age|åldersgrupp|age group)$/i
const BACKGROUND =
  /(födelse|fodelse|bakgrund|utrikes|inrikes|born|birth|background|medborgarskap|citizenship|vistelsetid)/i
const MUNICIPALITY = /^\d{4}$/
const COUNTY = /^\d{2}$/

/**
 * Tells what the dimensions of a table stand for: sex by the names of its values, place by the form of its codes, time and
 * measure by role, age and background by name.
 * @param parts of a table whose places have been given their official codes
 */
export function conceptsOf(parts: Pick<TableParts, 'dimensions' | 'languages'>): Concepts {
  const { dimensions } = parts
  const named = (pattern: RegExp) =>
    dimensions.find(
      ({ id, label }) => pattern.test(id) || Object.values(label).some((text) => pattern.test(text)),
    )?.id ?? null
  return {
    sex: dimensions.map(sexOf).find((found) => found !== null) ?? null,
    place: dimensions.map(placeOf).find((found) => found !== null) ?? null,
    time: dimensions.find(({ role }) => role === 'time')?.id ?? null,
    age: named(AGE),
    background: named(BACKGROUND),
    measure: dimensions.find(({ role }) => role === 'metric')?.id ?? null,
  }
}

function sexOf(dimension: StatDimension): Concepts['sex'] {
  const isNamed = SEX.test(dimension.id) || Object.values(dimension.label).some((text) => SEX.test(text))
  const code = (pattern: RegExp) =>
    dimension.categories.find(
      (category) =>
        pattern.test(category.code) || Object.values(category.label).some((text) => pattern.test(text)),
    )?.code
  const [women, men] = [code(WOMEN), code(MEN)]
  if (women === undefined || men === undefined || (!isNamed && dimension.categories.length > 3)) return null
  return { dimension: dimension.id, codes: { women, men, total: code(TOTAL) ?? null } }
}

function placeOf({ id, role, categories }: StatDimension): Concepts['place'] {
  const share = (pattern: RegExp) =>
    categories.filter(({ code }) => pattern.test(code)).length / categories.length
  const [municipalities, counties] = [share(MUNICIPALITY), share(COUNTY)]
  if (role !== 'geo' || municipalities + counties < 0.5) return null
  const level = municipalities > 0.9 ? 'municipality' : counties > 0.8 ? 'county' : 'mixed'
  return { dimension: id, level }
}
