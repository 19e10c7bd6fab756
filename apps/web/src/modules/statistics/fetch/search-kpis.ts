import type { KoladaKpi } from '@jamvikt/tables'
import type { Area } from '../model-datasets.ts'

/** A list of key figures, made ready to be searched. */
export interface KpiIndex {
  readonly kpis: readonly KoladaKpi[]
  /** Of each, the text that is searched and its title alone. */
  readonly texts: readonly { readonly all: string; readonly title: string }[]
  /** Kolada’s own areas of operation, by name. */
  readonly areas: readonly string[]
}

export interface KpiSearch {
  readonly text: string
  /** One of Kolada’s areas of operation; empty for all. */
  readonly area: string
  /** Those that are split by sex alone. */
  readonly bySex: boolean
  /** From 1. */
  readonly page: number
}

export interface KpisFound {
  readonly kpis: readonly KoladaKpi[]
  readonly count: number
  readonly page: number
  readonly pages: number
}

export const KPIS_A_PAGE = 25

/** Makes a list ready to be searched. */
export function indexOfKpis(kpis: readonly KoladaKpi[]): KpiIndex {
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('sv')
  return {
    kpis,
    texts: kpis.map(({ id, title, description = '' }) => ({
      all: plain(`${id} ${title} ${description}`),
      title: plain(title),
    })),
    areas: [...new Set(kpis.flatMap(({ operating_area }) => operating_area ?? []))].toSorted((a, b) =>
      a.localeCompare(b, 'sv'),
    ),
  }
}

/**
 * A page of the key figures that hold every word of a text: split by sex first, then those that hold the words in their
 * titles, otherwise in Kolada’s order. A page that is not there is the last.
 */
export function searchKpis(index: KpiIndex, { text, area, bySex, page }: KpiSearch): KpisFound {
  const words = text.normalize('NFC').toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  const ranks: number[][] = [[], [], [], []]
  for (const [at, kpi] of index.kpis.entries()) {
    const own = index.texts[at]
    if (own === undefined || (bySex && !kpi.is_divided_by_gender)) continue
    if (area !== '' && kpi.operating_area !== area) continue
    if (!words.every((word) => own.all.includes(word))) continue
    const inTitle = words.every((word) => own.title.includes(word))
    ranks[(kpi.is_divided_by_gender ? 0 : 2) + (inTitle ? 0 : 1)]?.push(at)
  }
  const found = ranks.flat()
  const pages = Math.max(1, Math.ceil(found.length / KPIS_A_PAGE))
  const shown = Math.min(Math.max(1, page), pages)
  const places = found.slice((shown - 1) * KPIS_A_PAGE, shown * KPIS_A_PAGE)
  return { kpis: places.flatMap((at) => index.kpis[at] ?? []), count: found.length, page: shown, pages }
}

const AREAS_OF_WORDS: readonly (readonly [RegExp, Area])[] = [
  [/föräldrapenning|vård av barn|\bvab\b|föräldraled/i, 'care'],
  [/\bvåld|kvinnofrid|misshand/i, 'violence'],
  [/inkomst|förvärvs|arbetslös|sysselsatt|anställda|lön(er|ekvot)?\b/i, 'economy'],
  [/\bval(deltagande)?\b|politiker|fullmäktige|chefer|ordförande/i, 'power'],
]
const AREAS_OF_OPERATION: readonly (readonly [RegExp, Area])[] = [
  [/skola|utbildning/i, 'education'],
  [/hälso- och sjukvård|tandvård/i, 'health'],
  [/arbetsmarknad/i, 'economy'],
  [/demokrati/i, 'power'],
]

/** The sub-goal that a key figure is proposed under: by its title, else by Kolada’s area of operation. */
export function areaOfKpi({ title, operating_area = '' }: KoladaKpi): Area {
  const found =
    AREAS_OF_WORDS.find(([words]) => words.test(title)) ??
    AREAS_OF_OPERATION.find(([words]) => words.test(operating_area))
  return found?.[1] ?? 'background'
}
