import type { Locale } from '@jamvikt/i18n'
import { periodName } from '../../follow/ui/period-name.ts'
import { amountText, moneyText } from '../../ui/amounts.ts'
import { dayText, itemName } from '../../ui/words.tsx'
import type { Flag } from '../rules/red-flags.ts'

/** What a flag is of. */
export function flagOf(locale: Locale, { item, period }: Flag): string {
  if (item !== null) return itemName(locale, item)
  return period === null ? '' : periodName(locale, period)
}

/** Why a flag is raised, with what was told of it. */
export function flagReason(locale: Locale, { kind, day, amountOre, leastOre, count, told }: Flag): string {
  const reason = locale.dynamic(`work.flag.why.${kind}`, kind, {
    date: day === null ? '' : dayText(locale, day),
    amount: intervalText(locale, leastOre ?? amountOre, amountOre),
    count: count === null ? '' : locale.number(count),
    year: count === null ? '' : String(count),
  })
  if (told === null || told.cause === '') return reason
  return `${reason} ${locale.text('work.flag.told', { cause: told.cause, measure: told.measure })}`
}

/** Both ends of an amount to the nearest krona; one where they are the same. */
function intervalText(locale: Locale, leastOre: bigint | null, mostOre: bigint | null): string {
  if (leastOre === null || mostOre === null) return ''
  const [least, most] = [amountText(locale, whole(leastOre)), moneyText(locale, whole(mostOre))]
  return whole(leastOre) === whole(mostOre) ? most : `${least}–${most}`
}

function whole(amountOre: bigint): bigint {
  return ((amountOre + 50n) / 100n) * 100n
}

/** A flag in one line, as the log keeps it. */
export function flagLine(locale: Locale, flag: Flag): string {
  const kind = locale.text(`work.flag.kind.${flag.kind}`)
  return `${kind}: ${flagOf(locale, flag)}. ${flagReason(locale, flag)}`.slice(0, 1000)
}
