import { type CodesSelected, type ExpressionOptions, selectCodesOfList } from './value-expressions.ts'

/**
 * The codes that a filter of PxWebApi 1 means. `item`: the codes given. `all`: patterns with `*`. `top`: the count of
 * the latest periods of a variable of time, of other variables of the first values. The filters `agg:` and `vs:` name a
 * code list, which must be applied by whoever has it.
 * @param values as the question gives them; of `top` one count
 * @param codes of the variable, in its order
 * @returns as `selectCodes`; `syntax` for another filter, or a count that is none; `unknown-code` for a
 * code that there is not (here with regard to case)
 * @source PxWebApi 1.0 specification, section “Filters”
 * @example selectCodesByV1Filter('top', ['3'], years, { time: true })
 */
export function selectCodesByV1Filter(
  filter: string,
  values: readonly string[],
  codes: readonly string[],
  options: ExpressionOptions = {},
): CodesSelected {
  if (filter === 'item') {
    const known = new Set(codes)
    const unknown = values.find((value) => !known.has(value))
    if (unknown !== undefined) return { ok: false, reason: 'unknown-code', detail: unknown.slice(0, 60) }
    return { ok: true, codes: [...new Set(values)] }
  }
  if (filter === 'all') return selectCodesOfList(values, codes, options)
  const [count] = values
  if (filter === 'top' && count !== undefined && values.length === 1 && /^[1-9]\d{0,8}$/.test(count))
    return selectCodesOfList([`TOP(${count})`], codes, options)
  return { ok: false, reason: 'syntax', detail: filter.slice(0, 60) }
}
