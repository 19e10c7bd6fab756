import type { Locale } from '@jamvikt/i18n'
import type { Status } from '../../follow/model-follow.ts'
import { at, GRID, TimelineBar, TimelineEmpty, TimelinePoint, toneOf } from '../../ui/timeline.tsx'
import { dayText } from '../../ui/words.tsx'
import { type Axis, type Tick, ZOOMS } from '../rules/axis.ts'
import type { Waiting } from '../rules/broken-after.ts'
import { spanOf, type TimeGrid, type TimeRow } from '../rules/time-grid.ts'
import { RowState } from './row-state.tsx'

/** Pixels from one row to the next; the style sheet has the same. */
const PITCH = 26
const MIDDLE = 13
const BESIDE = 8
const MOST_OPEN = 10
/** Per cent of the drawing that words need to the left of a bar. */
const ROOM = 18

interface Drawn {
  readonly locale: Locale
  readonly grid: TimeGrid
  readonly axis: Axis
  readonly today: string
  readonly told: ReadonlyMap<string, Status>
  readonly waiting: readonly Waiting[]
}

/** The time plan as a drawing: bars, milestones, half-years, today, and what waits for what. The table says the same. */
export function TimeDrawing(props: Drawn & { here: string }) {
  const { locale, grid, axis, today, waiting } = props
  const broken = waiting.filter(({ isBroken }) => isBroken)
  const places = new Map(grid.rows.map(({ item }, place) => [item.id, place]))
  return (
    <section class="card time-drawing" aria-labelledby="time-drawing-title">
      <div class="bar-row">
        <h2 id="time-drawing-title">{locale.text('time.drawing')}</h2>
        <nav class="chips no-print" aria-label={locale.text('time.zoom')}>
          {ZOOMS.map((zoom) => (
            <a
              key={zoom}
              class="chip"
              href={`${props.here}/time?zoom=${zoom}#time-drawing-title`}
              aria-current={zoom === axis.zoom ? 'true' : undefined}
            >
              {locale.text(`time.zoom.${zoom}`)}
            </a>
          ))}
        </nav>
      </div>
      <div class="gantt-box" tabIndex={0} role="region" aria-label={locale.text('time.drawing.region')}>
        <div role="img" aria-label={drawingText(props)}>
          <table class="gantt">
            <thead>
              <tr>
                <th class="gantt-name">{locale.text('time.activity')}</th>
                <th class="gantt-days">{locale.text('plan.col.time')}</th>
                {props.told.size === 0 ? null : <th class="gantt-state">{locale.text('plan.col.state')}</th>}
                <td class="drawn">
                  <svg class="gantt-ruler" width={axis.width} height="1" aria-hidden="true" />
                  <Head locale={locale} axis={axis} today={today} />
                </td>
              </tr>
            </thead>
            <tbody>
              {grid.rows.map((row, place) => (
                <DrawnRow key={row.item.id} {...props} row={row} place={place} places={places} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p class="note">
        {locale.text('time.drawing.note', { today: dayText(locale, today) })}{' '}
        <span class="no-print">{locale.text('time.print')}</span>
      </p>
      {broken.length === 0 ? null : (
        <div class="notice notice-bad">
          <details open={broken.length <= MOST_OPEN}>
            <summary>{locale.counted('time.broken', broken.length)}</summary>
            <ul>
              {broken.map(({ row, first, begins, ends }) => (
                <li key={`${row.item.id} ${first.item.id}`}>
                  {locale.text('time.broken.one-row', {
                    row: `${row.number} ${row.item.fields.name}`,
                    begins,
                    first: `${first.number} ${first.item.fields.name}`,
                    ends,
                  })}
                </li>
              ))}
            </ul>
          </details>
        </div>
      )}
    </section>
  )
}

function drawingText({ locale, grid, today }: Drawn): string {
  const { startsOn, endsOn } = grid.tree.document.facts
  const rows = locale.number(grid.rows.length)
  return locale.text('time.drawing.text', { from: startsOn, to: endsOn, rows, today })
}

function Head({ locale, axis, today }: Pick<Drawn, 'locale' | 'axis' | 'today'>) {
  const { line, ticks, zoom } = axis
  const now = line.at(today)
  const isWithin = now > 0 && now < 100
  return (
    <svg class="timeline gantt-head" aria-hidden="true" focusable="false">
      <defs>
        <g id={GRID}>
          {line.marks.map(({ day, isYear }, place) => {
            const from = line.at(day)
            const to = line.marks[place + 1]
            const width = (to === undefined ? 100 : line.at(to.day)) - from
            return (
              <>
                {day.endsWith('-07-01') ? (
                  <rect class="gantt-half" x={at(from)} width={at(width)} y="0" height="100%" />
                ) : null}
                <line
                  class={isYear ? 'mark-year' : 'mark-half'}
                  x1={at(from)}
                  x2={at(from)}
                  y1="0"
                  y2="100%"
                />
              </>
            )
          })}
          {isWithin ? <line class="mark-today" x1={at(now)} x2={at(now)} y1="0" y2="100%" /> : null}
        </g>
      </defs>
      {line.marks
        .filter(({ isYear }, place) => isYear || place === 0)
        .map(({ day, year }) => (
          <text key={day} x={at(line.at(day))} dx="3" y="26">
            {year}
          </text>
        ))}
      {zoom === 'year'
        ? null
        : ticks.map((tick) => (
            <text key={tick.day} class="gantt-tick" x={at(line.at(tick.day))} dx="3" y="41">
              {tickText(locale, tick, zoom)}
            </text>
          ))}
      {isWithin ? (
        <text
          class="mark-now"
          x={at(now)}
          y="11"
          text-anchor={now > 85 ? 'end' : now < 15 ? 'start' : 'middle'}
        >
          {locale.text('plan.today')}
        </text>
      ) : null}
    </svg>
  )
}

function tickText(locale: Locale, { part, year }: Tick, zoom: 'month' | 'quarter' | 'half-year'): string {
  if (zoom !== 'month') return locale.text(`time.tick.${zoom}`, { part })
  const month = new Date(Date.UTC(year, part - 1, 15))
  return month.toLocaleDateString(locale.tag, { month: 'short', timeZone: 'UTC' }).replace('.', '')
}

function DrawnRow(props: Drawn & { row: TimeRow; place: number; places: ReadonlyMap<string, number> }) {
  const { row, axis, today, told } = props
  const { item, number, level } = row
  const { start, end } = spanOf(item)
  const status = told.get(item.id)
  const days =
    item.kind === 'milestone'
      ? (end ?? '–')
      : start === null && end === null
        ? '–'
        : `${start ?? '?'} – ${end ?? '?'}`
  return (
    <tr class={`gantt-${item.kind}`}>
      <td class={`gantt-name depth-${Math.min(level - 1, 4)}`}>
        {number} {item.fields.name}
      </td>
      <td class="gantt-days">{item.kind === 'priority' ? '' : days}</td>
      {told.size === 0 ? null : (
        <td class="gantt-state">
          <RowState {...props} />
        </td>
      )}
      <td class="drawn">
        {item.kind === 'priority' ? (
          <TimelineEmpty />
        ) : item.kind === 'milestone' ? (
          <TimelinePoint line={axis.line} on={item.fields.on} done={item.fields.done} />
        ) : (
          <TimelineBar
            line={axis.line}
            today={today}
            start={start}
            end={end}
            kind={item.kind}
            tone={toneOf(status)}
          >
            <Arrows {...props} />
          </TimelineBar>
        )}
      </td>
    </tr>
  )
}

/** Arrows to a row from what it waits for: along that row, then to this one. A broken one is dashed, with a word. */
function Arrows({
  locale,
  row,
  place,
  places,
  axis: { line },
  waiting,
}: Drawn & { row: TimeRow; place: number; places: ReadonlyMap<string, number> }) {
  const own = waiting.filter((each) => each.row === row)
  const begins = line.at(own[0]?.begins ?? '')
  return (
    <>
      {own.map(({ first, ends, isBroken }) => {
        const rowsApart = (places.get(first.item.id) ?? place) - place
        const isAbove = rowsApart < 0
        // A broken one goes back along the other’s bar, beside it.
        const y = MIDDLE + rowsApart * PITCH + (isBroken ? (isAbove ? BESIDE : -BESIDE) : 0)
        const [from, to] = [first.item.kind === 'milestone' ? line.at(ends) : line.after(ends), begins]
        const name = isBroken ? 'arrow broken' : 'arrow'
        return (
          <g key={first.item.id} class={name}>
            <line x1={at(from)} x2={at(to)} y1={y} y2={y} />
            <line x1={at(to)} x2={at(to)} y1={y} y2={isAbove ? 5 : 21} />
            <svg x={at(to)} y={isAbove ? 8 : 18} overflow="visible" aria-hidden="true">
              <path d={isAbove ? 'M-4-5L4-5L0 1Z' : 'M-4 5L4 5L0-1Z'} />
            </svg>
          </g>
        )
      })}
      {own.some(({ isBroken }) => isBroken) ? (
        <text
          class="broken-word"
          x={at(begins)}
          dx={begins < ROOM ? 7 : -7}
          y={begins < ROOM ? 6 : 17}
          text-anchor={begins < ROOM ? 'start' : 'end'}
        >
          ▲ {locale.text('time.tooEarly')}
        </text>
      ) : null}
    </>
  )
}
