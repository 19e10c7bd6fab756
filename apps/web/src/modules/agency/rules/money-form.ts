const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day as a form gives it; `null` where it is none. */
export function readDay(text: string): string | null {
  if (!DAY.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text
}

const spaced = (diary: string) => diary.replace(/\s+/gu, ' ').trim().toUpperCase()

/** Whether two diary numbers are of one decision, however they are spaced and cased. */
export function isSameDiary(one: string, other: string): boolean {
  return spaced(one) === spaced(other)
}

/** A year of an address or a form; `null` where it is none that money is divided in. */
export function readYear(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= 1990 && year <= 2100 ? year : null
}

const MOST_ORE = 9_000_000_000_000_000n

/** Whether an amount is one that can be given: not less than nothing, and within what is kept exactly. */
export function isGiveable(amountOre: bigint | null): amountOre is bigint {
  return amountOre !== null && amountOre >= 0n && amountOre <= MOST_ORE
}
