import type { Locale } from '@jamvikt/i18n'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { periodName } from '../follow/ui/period-name.ts'
import { stateByDates } from '../rules/by-dates.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { calendarDays } from './rules/calendar-days.ts'
import { iCalendar } from './rules/icalendar.ts'
import { COLUMNS, type TimeColumn, type TimeItem } from './rules/time-grid.ts'
import { timeWorkbook, type WorkbookWords } from './service/time-workbook.ts'
import { type TimeFound, timeOf } from './time-room.tsx'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The time plan as files: a calendar and a workbook. */
export function addTimeFiles(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/time.ics', async (c) => {
    const { grid, opened, periods } = await timeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const days = calendarDays(grid, opened.trails, periods, {
      starts: (name) => locale.text('time.cal.starts', { name }),
      ends: (name) => locale.text('time.cal.ends', { name }),
      due: (period) => locale.text('time.cal.due', { period: periodName(locale, period) }),
    })
    const text = iCalendar(opened.plan.facts.name, days)
    return send(c, new TextEncoder().encode(text), 'text/calendar; charset=utf-8', `${opened.plan.slug}.ics`)
  })

  app.get('/r/:slug/plans/:plan/time.xlsx', async (c) => {
    const at = await timeOf(c, doors, 'see-plans')
    const bytes = await timeWorkbook(at.grid, wordsOf(c.get('locale'), at))
    const name = c.get('locale').language === 'sv' ? 'tidplan' : 'time-plan'
    return send(c, bytes, XLSX, `${at.opened.plan.slug}-${name}.xlsx`)
  })
}

function wordsOf(locale: Locale, { told }: TimeFound): WorkbookWords {
  const today = swedishDay(new Date())
  const stateOf = (item: TimeItem) => {
    if (item.kind === 'priority') return ''
    if (item.kind === 'milestone') return item.fields.done ? locale.text('plan.done') : ''
    const status = told.get(item.id)
    const { start, end } = item.fields
    return status === undefined
      ? locale.text(`plan.byDates.${stateByDates(start, end, today)}`)
      : locale.text(`follow.status.${status}`)
  }
  const columns = COLUMNS.map((column) => [column, locale.text(`time.col.${column}`)] as const)
  return {
    sheet: locale.text('time.file.sheet'),
    drawing: locale.text('time.file.drawing'),
    number: locale.text('time.number'),
    kind: locale.text('time.file.kind'),
    columns: Object.fromEntries(columns) as Record<TimeColumn, string>,
    state: locale.text('plan.col.state'),
    kindName: (item) => locale.text(`plan.kind.${item.kind}`),
    stateOf,
    letter: (kind) => locale.text(`time.file.${kind}`),
    key: (by) => locale.text(by === 'month' ? 'time.file.key' : 'time.file.keyYears'),
  }
}

function send(c: WebContext, bytes: Uint8Array, type: string, name: string) {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
