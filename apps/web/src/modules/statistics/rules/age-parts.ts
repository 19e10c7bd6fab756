import { type AgeSpan, ageCover, ageSpan } from '@jamvikt/domain'
import type { StatDimension } from '@jamvikt/tables'
import { once } from './once.ts'

/** What the categories of a dimension are, read as ages. */
export interface AgeParts {
  /** Codes of the ages, youngest first, without what stands for all of them. */
  readonly codes: readonly string[]
  /** Codes of ages as wide as all together, where there are others. */
  readonly wholes: readonly string[]
  /** Whether ages that are no wholes share years. */
  readonly shared: boolean
  /** Whether some of them hold others, or stand for all. */
  readonly overlap: boolean
  /** Codes of categories that are neither an age nor a total. */
  readonly others: readonly string[]
}

type Categories = StatDimension['categories']

/** Reads a dimension's categories as ages, by their texts or else their codes; once for each list of categories. */
export function ageParts({ categories }: Pick<StatDimension, 'categories'>): AgeParts {
  return agesOf(categories)
}

const agesOf = once((categories: Categories): AgeParts => {
  const read = categories.map(({ code, label }) => ({
    code,
    span: ageSpan(label.sv ?? Object.values(label)[0] ?? code) ?? ageSpan(code),
  }))
  const spans = read.flatMap(({ code, span }): { code: string; span: AgeSpan }[] =>
    span === null || span === 'total' ? [] : [{ code, span }],
  )
  const cover = spans.length < 2 ? null : ageCover(spans.map(({ span }) => span))
  const wholes = new Set(cover?.wholes)
  return {
    codes: spans
      .filter((_, at) => !wholes.has(at))
      .toSorted((a, b) => a.span.from - b.span.from)
      .map(({ code }) => code),
    wholes: spans.filter((_, at) => wholes.has(at)).map(({ code }) => code),
    shared: cover !== null && cover.overlaps.length > 0,
    overlap: cover !== null && cover.overlaps.length + cover.wholes.length > 0,
    others: read.filter(({ span }) => span === null).map(({ code }) => code),
  }
})
