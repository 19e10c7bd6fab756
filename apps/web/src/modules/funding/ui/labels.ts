import { COUNTIES, industryName2007, isMissingKind, MUNICIPALITIES } from '@jamvikt/domain'
import type { By, GapStage } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'

const municipalities = new Map(MUNICIPALITIES.map((one) => [one.code, one.name]))
const counties = new Map(COUNTIES.map((one) => [one.code, one.name]))

function place(code: string): string {
  return municipalities.get(code) ?? counties.get(code) ?? code
}

/** The words for a label of a dimension; labels of the source's own stand as written. */
export function labelOf(locale: Locale, dimension: string, code: string): string {
  if (isMissingKind(code))
    return `${dimensionName(locale, dimension)}: ${locale.dynamic(`audit.label.${code}`, code)}`
  if (dimension === 'municipality' || dimension === 'county')
    return locale.dynamic(`audit.label.${code}`, place(code))
  if (dimension === 'industry') {
    const name = industryName2007(code)
    return name
      ? `${code} ${locale.language === 'sv' ? name.sv : name.en}`
      : locale.dynamic(`audit.label.${code}`, code)
  }
  return locale.dynamic(`audit.label.${code}`, code)
}

export function dimensionName(locale: Locale, dimension: string): string {
  return locale.dynamic(`audit.cross.${dimension}`, dimension)
}

/** A group in words, sex first; `{}` is everybody. */
export function groupName(locale: Locale, by: By): string {
  const names = Object.keys(by).sort((a, b) => Number(b === 'sex') - Number(a === 'sex'))
  if (names.length === 0) return locale.text('audit.everyone')
  return names.map((name) => labelOf(locale, name, by[name] ?? '')).join(', ')
}

export function crossingName(locale: Locale, crossing: readonly string[]): string {
  return ['sex', ...crossing].map((name) => dimensionName(locale, name)).join(' × ')
}

export function stageName(
  locale: Locale,
  stage: GapStage,
  countsWhat: 'firms' | 'inhabitants' | null,
): string {
  return stage === 'base' && countsWhat
    ? locale.text(`audit.stage.base.${countsWhat}`)
    : locale.text(`audit.stage.${stage}`)
}

/** Which hue a group has: by its sex. */
export function hueOf(by: By): 'women' | 'men' | 'other' {
  return by.sex === 'women' || by.sex === 'men' ? by.sex : 'other'
}

/** The words of a catalogue's table: names of dimensions under '', of measures and units, else labels of their dimension. */
export function catalogueWords(locale: Locale, dimension: string, code: string): string {
  if (code === 'total') return locale.text('catalogue.total')
  if (dimension === '' && (code === 'measure' || code === 'period')) return locale.text(`catalogue.${code}`)
  if (dimension === '') return dimensionName(locale, code)
  if (dimension === 'measure' || dimension === 'unit')
    return locale.dynamic(`catalogue.${dimension}.${code}`, code)
  return labelOf(locale, dimension, code)
}
