import type { HiddenCell, PublishedCell } from './types.ts'

/** Whether something has the shape of a group, shown or hidden. What its figures are is another question. */
export function isGroup(value: unknown): value is PublishedCell | HiddenCell {
  if (!isRecord(value) || !isRecord(value.by)) return false
  if (!Object.values(value.by).every((label) => typeof label === 'string')) return false
  if (value.suppressed === true) return true
  const { suppressed, counts, amounts } = value
  const isShown = suppressed === undefined || suppressed === false
  return isShown && isRecord(counts) && isRecord(amounts) && Object.values(amounts).every(isRecord)
}

/** Whether a group holds its figures and nothing else, and a hidden one none. */
export function isPlain(group: PublishedCell | HiddenCell): boolean {
  if (group.suppressed === true) return hasOnly(group, 'by', 'suppressed')
  return (
    hasOnly(group, 'by', 'suppressed', 'counts', 'amounts') &&
    Object.values(group.counts).every(isFigure) &&
    Object.values(group.amounts).every((amount) => hasOnly(amount, 'totalOre') && isFigure(amount.totalOre))
  )
}

function isFigure(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function hasOnly(value: object, ...names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
