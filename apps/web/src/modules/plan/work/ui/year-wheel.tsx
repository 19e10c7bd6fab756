import type { Locale } from '@jamvikt/i18n'
import { type Dot, onRing, placeDots, shareOfYear } from '../rules/ring.ts'
import type { YearMark } from '../rules/year-marks.ts'

const OUTER = 282
const INNER = 88
const RINGS = [214, 184, 154, 124]
const MARK = 14
/** Between months and marks. */
const EDGE = 231

function monthName(locale: Locale, month: number, style: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locale.tag, { month: style, timeZone: 'UTC' }).format(
    new Date(Date.UTC(2025, month, 1)),
  )
}

const at = ({ x, y }: { readonly x: number; readonly y: number }) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** The number in the list; of several, the first and a plus. */
function dotText(marks: Dot['marks']): string {
  const [first = 0] = marks
  return marks.length > 1 ? `${first + 1}+` : String(first + 1)
}

/** Months as segments of a ring, each mark with the number that it has in the list. */
export function YearWheel(props: {
  locale: Locale
  year: number
  marks: readonly YearMark[]
  today: string
}) {
  const { locale, year, marks, today } = props
  // A mark of a whole month stands in its middle.
  const shares = marks.map(({ day, isMonth }) => shareOfYear(day) + (isMonth ? 0.5 / 12 : 0))
  const isThisYear = today.startsWith(`${year}-`)
  const now = shareOfYear(today)
  const name = locale.text('work.year.ring', { year, count: locale.number(marks.length) })
  return (
    <svg class="year-wheel" viewBox="-290 -290 580 580" role="img" aria-label={name}>
      <circle class="ring" r={OUTER} />
      <circle class="ring" r={EDGE} />
      <circle class="ring inner" r={INNER} />
      {Array.from({ length: 12 }, (_, month) => {
        const share = shareOfYear(`${year}-${String(month + 1).padStart(2, '0')}-01`)
        const middle = onRing((month + 0.5) / 12, (EDGE + OUTER) / 2)
        return (
          <g key={month}>
            <path class="spoke" d={`M${at(onRing(share, INNER))}L${at(onRing(share, OUTER))}`} />
            <text class="month" x={middle.x.toFixed(1)} y={middle.y.toFixed(1)} dy="5" text-anchor="middle">
              {monthName(locale, month, 'short').replace('.', '')}
            </text>
          </g>
        )
      })}
      {isThisYear ? (
        <path class="mark-today" d={`M${at(onRing(now, INNER))}L${at(onRing(now, OUTER))}`} />
      ) : null}
      <text class="year" text-anchor="middle" dy="14">
        {year}
      </text>
      {placeDots(shares, RINGS, 2 * MARK + 1).map(({ x, y, marks: of }) => (
        <g key={of[0]} class={of.length > 1 ? 'event many' : 'event'}>
          <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r={MARK} />
          <text x={x.toFixed(1)} y={y.toFixed(1)} dy="5" text-anchor="middle">
            {dotText(of)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** When a mark is, in words: a day, or a month. */
export function markTime(locale: Locale, { day, isMonth }: YearMark): string {
  if (!isMonth)
    return new Intl.DateTimeFormat(locale.tag, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    )
  const month = monthName(locale, Number(day.slice(5, 7)) - 1, 'long')
  return locale.text('work.year.month', { month })
}
