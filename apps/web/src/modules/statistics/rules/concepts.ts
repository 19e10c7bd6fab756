import { nearest } from '@jamvikt/domain'
import type { StatDimension, TableParts } from '@jamvikt/tables'
import { once } from './once.ts'
import { isNeutral, nameOf } from './recognise-codes.ts'
import { isTotalName } from './total-names.ts'

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
/** What else a dimension of sex may hold. */
const OTHER = /^(annat|annan|övriga?|other|okänd|okänt|unknown|x|icke-?binär.*|non-?binary.*)$/i
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
export function conceptsOf({ dimensions }: Pick<TableParts, 'dimensions'>): Concepts {
  return conceptsAmong(dimensions)
}

const conceptsAmong = once((dimensions: readonly StatDimension[]): Concepts => {
  const named = (pattern: RegExp) =>
    dimensions.find(
      ({ id, label }) => pattern.test(id) || Object.values(label).some((text) => pattern.test(text)),
    )?.id ?? null
  return {
    sex: sexAmong(dimensions),
    place: dimensions.map(placeOf).find((found) => found !== null) ?? null,
    time: dimensions.find(({ role }) => role === 'time')?.id ?? null,
    age: named(AGE),
    background: named(BACKGROUND),
    measure: dimensions.find(({ role }) => role === 'metric')?.id ?? null,
  }
})

/** The dimension named sex where there is one; no other is taken for it then. */
function sexAmong(dimensions: readonly StatDimension[]): Concepts['sex'] {
  const named = dimensions.filter(isCalledSex)
  const candidates = named.length > 0 ? named : dimensions
  return candidates.map(sexOf).find((found) => found !== null) ?? null
}

function isCalledSex({ id, label }: StatDimension): boolean {
  return SEX.test(id) || Object.values(label).some((text) => SEX.test(text))
}

function sexOf(dimension: StatDimension): Concepts['sex'] {
  const { id, categories } = dimension
  const textsOf = ({ code, label }: StatDimension['categories'][number]) => [code, ...Object.values(label)]
  const found = (is: (text: string) => boolean) => categories.find((category) => textsOf(category).some(is))
  const [women, men] = [found((text) => WOMEN.test(text)), found((text) => MEN.test(text))]
  if (women === undefined || men === undefined) return null
  const total = found((text) => TOTAL.test(text) || isTotalName(text))
  if (!isCalledSex(dimension)) {
    const others = categories.filter((category) => category !== women && category !== men)
    const isWord = (texts: readonly string[], is: RegExp) =>
      texts.some((text) => text.length > 1 && is.test(text))
    const isOfWords = isWord(textsOf(women), WOMEN) && isWord(textsOf(men), MEN)
    const isOfLetters =
      [women, men].every((category) => textsOf(category).every((text) => text.length < 2)) &&
      others.every(
        (category) => category === total || textsOf(category).some((text) => text !== '' && isNeutral(text)),
      )
    if (categories.length > 3 || !(isOfWords || isOfLetters)) return null
  }
  return { dimension: id, codes: { women: women.code, men: men.code, total: total?.code ?? null } }
}

function placeOf({ id, role, categories }: StatDimension): Concepts['place'] {
  const share = (pattern: RegExp) =>
    categories.filter(({ code }) => pattern.test(code)).length / categories.length
  const [municipalities, counties] = [share(MUNICIPALITY), share(COUNTY)]
  if (role !== 'geo' || municipalities + counties < 0.5) return null
  const level = municipalities > 0.9 ? 'municipality' : counties > 0.8 ? 'county' : 'mixed'
  return { dimension: id, level }
}

/** A value of a dimension of sex that is neither women, men, all nor unknown, and what it is like. */
export interface StrangeSex {
  readonly dimension: StatDimension
  readonly name: string
  readonly like: 'women' | 'men' | null
}

/** The values that keep a dimension of sex from being read, such as a misspelt one. */
export function strangeSexes({
  dimensions,
  languages,
}: Pick<TableParts, 'dimensions' | 'languages'>): StrangeSex[] {
  const sex = sexAmong(dimensions)?.dimension
  const isKnown = (text: string) =>
    [WOMEN, MEN, TOTAL, OTHER].some((pattern) => pattern.test(text)) || isTotalName(text) || isNeutral(text)
  return dimensions
    .filter((dimension) => dimension.id === sex || isCalledSex(dimension))
    .flatMap((dimension) =>
      dimension.categories
        .filter(
          ({ code, label }) => ![code, ...Object.values(label)].some((text) => text !== '' && isKnown(text)),
        )
        .map((category) => {
          const name = nameOf(category, languages)
          const [like = ''] = nearest(
            name,
            ['kvinnor', 'kvinna', 'women', 'flickor', 'män', 'men', 'pojkar'],
            1,
          )
          return { dimension, name, like: WOMEN.test(like) ? 'women' : MEN.test(like) ? 'men' : null }
        }),
    )
}
