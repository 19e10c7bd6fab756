import { type TableParts, textOf } from '@jamvikt/tables'
import type { Concepts } from './concepts.ts'

const SPAN = /^(?:ålder\s*)?(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?(\+|-w)?(?:\s*år|\s*years?)?(\+)?$/i

/**
 * The ages that a table is of, where it is not of all: a table of the ages 12–25 says nothing of the population.
 * @returns `null` where the table has no ages, has a total of them, or reaches from children to the oldest
 */
export function agesCovered(
  parts: TableParts,
  concepts: Concepts,
): { readonly from: number; readonly to: number } | null {
  const dimension = parts.dimensions.find(({ id }) => id === concepts.age)
  if (dimension === undefined) return null
  const spans = dimension.categories.map(({ code, label }) => {
    const text = textOf(label, parts.languages[0] ?? 'sv', parts.languages) || code
    return SPAN.exec(text) ?? SPAN.exec(code)
  })
  const known = spans.flatMap((span) => (span === null ? [] : [span]))
  if (known.length < dimension.categories.length) return null
  const isOpen = known.some(([, , , plus, end]) => plus !== undefined || end !== undefined)
  const from = Math.min(...known.map(([, low]) => Number(low)))
  const to = Math.max(...known.map(([, low, high]) => Number(high ?? low)))
  return isOpen || (from <= 16 && to >= 95) ? null : { from, to }
}
