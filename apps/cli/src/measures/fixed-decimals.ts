/** A format with as many decimals as the largest of the figures bears: 4 below 1, 1 above 100. */
export function fixedDecimals(figures: readonly number[], tag: string): Intl.NumberFormat {
  const largest = figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0)
  const digits = largest < 1 ? 4 : largest < 10 ? 3 : largest < 100 ? 2 : 1
  return new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
