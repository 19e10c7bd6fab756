/** Whole years of age, both ends within; `to` is `null` where there is no upper end. */
export interface AgeSpan {
  readonly from: number
  readonly to: number | null
}

const MOST_CHARACTERS = 60
const OLDEST_YEARS = 150
const TOTAL =
  /^(tot|total|totalt|totala|samtliga|alla|all|samtliga åldrar|alla åldrar|all ages|total, all ages)$/

type Shape = readonly [pattern: RegExp, span: (first: number, second: number) => AgeSpan]

/** What is left of a text once its words for age and years are taken away. */
const SHAPES: readonly Shape[] = [
  [/^(\d{1,3})$/, (age) => ({ from: age, to: age })],
  [/^(\d{1,3})-(\d{1,3})$/, (from, to) => ({ from, to })],
  [/^(\d{1,3}) (?:to|till|till och med) (\d{1,3})$/, (from, to) => ({ from, to })],
  [/^(?:minst|från|from|at least|>=|≥) ?(\d{1,3})$/, (from) => ({ from, to: null })],
  [/^(\d{1,3}) ?(?:\+|-|-w|w)$/, (from) => ({ from, to: null })],
  [
    /^(\d{1,3}) (?:och|eller|and|or|years? and) (?:äldre|över|uppåt|mer|older|over|more|above)$/,
    (from) => ({ from, to: null }),
  ],
  [/^(?:över|äldre än|over|older than|>) ?(\d{1,3})$/, (age) => ({ from: age + 1, to: null })],
  [/^(?:-|högst|upp till|till och med|at most|up to|<=|≤) ?(\d{1,3})$/, (to) => ({ from: 0, to })],
  [/^(\d{1,3}) (?:och|eller|and|or) (?:yngre|under|younger|less|below)$/, (to) => ({ from: 0, to })],
  [/^(?:under|yngre än|younger than|less than|below|<) ?(\d{1,3})$/, (age) => ({ from: 0, to: age - 1 })],
]

/**
 * Reads an age or a span of ages as tables write them, in Swedish or English. A total that states its ages (“totalt
 * 16+ år”) is the span it states. “Över 65” begins at 66; “65 och över” at 65.
 * @param text such as “16–24 år”, “65+”, “65 år och äldre”, “75 and over”, “under 20”, “-19 år”, “0 år”
 * @returns the span; `'total'` for all ages; `null` for anything else, and for spans that end before they begin or
 * reach above 150 years
 * @example ageSpan('65 år och äldre') // { from: 65, to: null }
 */
export function ageSpan(text: string): AgeSpan | 'total' | null {
  if (text.length > MOST_CHARACTERS) return null
  const lower = text.toLocaleLowerCase('sv').replace(/[–—−]/g, '-').replace(/\s+/g, ' ').trim()
  if (TOTAL.test(lower)) return 'total'
  const bare = lower
    .replace(/^(totalt|total|samtliga|ålder|åldern|age|aged|ages)[:,]? /, '')
    .replace(
      /(^|[\d\s+-])(års ålder|årsåldern|åringar|årig|åriga|år|years of age|years old|years|year)(?=$|[\s+-])/g,
      '$1',
    )
    .replace(/ ?- ?/g, '-')
    .replace(/ +/g, ' ')
    .trim()
  for (const [pattern, spanOf] of SHAPES) {
    const found = pattern.exec(bare)
    if (found !== null) return sound(spanOf(Number(found[1]), Number(found[2])))
  }
  return null
}

function sound(span: AgeSpan): AgeSpan | null {
  const { from, to } = span
  return from <= OLDEST_YEARS && (to === null || (from <= to && to <= OLDEST_YEARS)) ? span : null
}

/** How a list of spans lies. Places are those of the list given. */
export interface AgeCover {
  /** From the youngest to the oldest. */
  readonly from: number
  readonly to: number | null
  /** Spans that are as wide as all together where there are others: totals. They are left out of what follows. */
  readonly wholes: readonly number[]
  /** Neighbours in age that share years. */
  readonly overlaps: readonly (readonly [number, number])[]
  /** Ages between the youngest and the oldest that no span holds. */
  readonly holes: readonly AgeSpan[]
}

/**
 * Tells whether spans can be summed: which of them overlap, which ages are left out, and what all cover.
 * @param spans in any order
 * @returns `null` for an empty list
 * @example ageCover([{ from: 16, to: 24 }, { from: 26, to: 64 }])?.holes // [{ from: 25, to: 25 }]
 */
export function ageCover(spans: readonly AgeSpan[]): AgeCover | null {
  if (spans.length === 0) return null
  const from = spans.reduce((least, span) => Math.min(least, span.from), Number.POSITIVE_INFINITY)
  const end = spans.reduce((most, span) => Math.max(most, endOf(span)), 0)
  const placed = spans.map((span, at) => ({ from: span.from, end: endOf(span), at }))
  const isWhole = (span: { from: number; end: number }) => span.from === from && span.end === end
  const parts = placed.filter((span) => !isWhole(span)).sort((a, b) => a.from - b.from || a.end - b.end)
  const wholes = parts.length === 0 ? [] : placed.filter(isWhole).map(({ at }) => at)
  const overlaps: (readonly [number, number])[] = []
  const holes: AgeSpan[] = []
  let [widest] = parts.length === 0 ? placed : parts
  for (const span of (parts.length === 0 ? placed : parts).slice(1)) {
    if (widest === undefined) break
    if (span.from <= widest.end) overlaps.push([widest.at, span.at])
    else if (span.from > widest.end + 1) holes.push({ from: widest.end + 1, to: span.from - 1 })
    if (span.end > widest.end) widest = span
  }
  const [first] = parts
  if (first !== undefined && first.from > from) holes.unshift({ from, to: first.from - 1 })
  if (parts.length > 0 && widest !== undefined && widest.end < end)
    holes.push({ from: widest.end + 1, to: ageOrOpen(end) })
  return { from, to: ageOrOpen(end), wholes, overlaps, holes }
}

function endOf({ to }: AgeSpan): number {
  return to ?? Number.POSITIVE_INFINITY
}

function ageOrOpen(end: number): number | null {
  return end === Number.POSITIVE_INFINITY ? null : end
}
