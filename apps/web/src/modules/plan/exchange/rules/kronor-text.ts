/** Kronor exactly, thousands parted by a space that does not break, öre where there are any. */
export function kronorText(amountOre: bigint): string {
  const whole = (amountOre / 100n).toString().replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const ore = amountOre % 100n
  return `${whole}${ore === 0n ? '' : `,${ore.toString().padStart(2, '0')}`}\u00a0kr`
}
