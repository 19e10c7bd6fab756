import type { Locale } from '@jamvikt/i18n'
import type { ComponentChildren } from 'preact'
import type { Status } from '../follow/model-follow.ts'
import type { Timeline } from '../rules/timeline.ts'

/** The lines that rows share, defined once on a page. */
export const GRID = 'timeline-grid'
export const at = (share: number) => `${share.toFixed(2)}%`

/** The head of a drawn timeline: its years, half-years and today. The lines are defined here once for all rows. */
export function TimelineHead({ locale, line, today }: { locale: Locale; line: Timeline; today: string }) {
  const now = line.at(today)
  const isWithin = now > 0 && now < 100
  const years = line.marks.filter(({ isYear }, place) => isYear || place === 0)
  return (
    <svg class="timeline timeline-head" aria-hidden="true" focusable="false">
      <defs>
        <g id={GRID}>
          {line.marks.map(({ day, isYear }) => (
            <line
              key={day}
              class={isYear ? 'mark-year' : 'mark-half'}
              x1={at(line.at(day))}
              x2={at(line.at(day))}
              y1="0"
              y2="100%"
            />
          ))}
          {isWithin ? <line class="mark-today" x1={at(now)} x2={at(now)} y1="0" y2="100%" /> : null}
        </g>
      </defs>
      {years
        .filter(({ day }, place) => place > 0 || line.at(years[1]?.day ?? '9999-12-31') - line.at(day) > 14)
        .map(({ day, year }) => (
          <text key={day} x={at(line.at(day))} dx="3" y="26">
            {year}
          </text>
        ))}
      {isWithin ? (
        <text
          class="mark-now"
          x={at(now)}
          y="10"
          text-anchor={now > 85 ? 'end' : now < 15 ? 'start' : 'middle'}
        >
          {locale.text('plan.today')}
        </text>
      ) : null}
    </svg>
  )
}

/** The lines of a timeline with nothing on them. */
export function TimelineEmpty() {
  return (
    <svg class="timeline" aria-hidden="true" focusable="false">
      <use href={`#${GRID}`} />
    </svg>
  )
}

/** How a bar is coloured besides, where words beside it say the same. */
export type Tone = 'late' | 'stopped' | ''

/** The tone of what was told last. */
export function toneOf(told: Status | undefined): Tone {
  return told === 'late' || told === 'stopped' ? told : ''
}

/** A bar from start to end: what has passed of it darker than what is left. The dates stand in words beside it. */
export function TimelineBar(props: {
  line: Timeline
  today: string
  start: string | null
  end: string | null
  kind: 'activity' | 'phase'
  tone?: Tone
  children?: ComponentChildren
}) {
  const { line, today, start, end, kind, tone = '' } = props
  if (start === null && end === null) return <TimelineEmpty />
  const from = line.at(start ?? end ?? today)
  const to = line.after(end ?? start ?? today)
  const now = Math.min(to, Math.max(from, line.at(today)))
  const [y, height] = kind === 'activity' ? [8, 10] : [10, 6]
  return (
    <svg class="timeline" aria-hidden="true" focusable="false">
      <use href={`#${GRID}`} />
      <rect class={`left ${kind} ${tone}`} x={at(from)} width={at(to - from)} y={y} height={height} rx="2" />
      {now > from ? (
        <rect
          class={`passed ${kind} ${tone}`}
          x={at(from)}
          width={at(now - from)}
          y={y}
          height={height}
          rx="2"
        />
      ) : null}
      {props.children}
    </svg>
  )
}

/** A milestone: a diamond, filled when it is passed. */
export function TimelinePoint({ line, on, done }: { line: Timeline; on: string | null; done: boolean }) {
  if (on === null) return <TimelineEmpty />
  return (
    <svg class="timeline" aria-hidden="true" focusable="false">
      <use href={`#${GRID}`} />
      <svg x={at(line.at(on))} y="13" overflow="visible" aria-hidden="true">
        <path class={done ? 'point done' : 'point'} d="M0-6L6 0L0 6L-6 0Z" />
      </svg>
    </svg>
  )
}
