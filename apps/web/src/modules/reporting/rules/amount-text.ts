const ORE = { kr: 2, tkr: 5 } as const
export type AmountUnit = keyof typeof ORE

/** An amount in öre as a decimal number of its unit, exact: 15050n in kr is `150.50`, in tkr `0.15050`. */
export function decimalOf(amountOre: bigint, unit: AmountUnit): `${number}` {
  const places = ORE[unit]
  const digits = (amountOre < 0n ? -amountOre : amountOre).toString().padStart(places + 1, '0')
  return `${amountOre < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}` as `${number}`
}

/** The decimals that all of these amounts need to be shown exactly: none for whole kronor, two for öre. */
export function decimalsOf(amounts: readonly bigint[], unit: AmountUnit): number {
  const most = ORE[unit]
  for (let decimals = 0; decimals < most; decimals += 1) {
    const step = 10n ** BigInt(most - decimals)
    if (amounts.every((amount) => amount % step === 0n)) return unit === 'kr' && decimals === 1 ? 2 : decimals
  }
  return most
}

const formats = new Map<string, Intl.NumberFormat>()

/** An amount as it is read, never rounded where `decimals` come from {@link decimalsOf}. */
export function amountText(amountOre: bigint, unit: AmountUnit, decimals: number, tag: string): string {
  const key = `${tag} ${decimals}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    formats.set(key, format)
  }
  return format.format(decimalOf(amountOre, unit)).replace('-', '−')
}
