import { EmptyState } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import { followed } from '../follow/service/follow.ts'
import { periodName } from '../follow/ui/period-name.ts'
import { treeOf } from '../item-room.tsx'
import { showTab } from '../plan-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { itemName } from '../ui/words.tsx'
import { type YearMark, yearMarks, yearsOf } from './rules/year-marks.ts'
import { WorkNav } from './ui/work-nav.tsx'
import { markTime, YearWheel } from './ui/year-wheel.tsx'

/** A year of the plan as a wheel, and as a list that says the same. */
export function addYearWheel(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/work/year', async (c) => {
    const { actor, opened, tree, here } = await treeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const { periods } = await doors.inRegion(actor, (db) => followed(db, opened.plan.id))
    const today = swedishDay(new Date())
    const years = yearsOf(tree, periods)
    const asked = c.req.query('year')
    const thisYear = Number(today.slice(0, 4))
    const year =
      asked === undefined
        ? years.includes(thisYear)
          ? thisYear
          : years[0]
        : years.find((each) => String(each) === asked)
    if (year === undefined) throw new HttpProblem(404)
    const marks = yearMarks(tree, periods, year)
    const nameOf = ({ item, period }: YearMark) => {
      if (item !== null) return <a href={`${here}/items/${item.id}`}>{itemName(locale, item)}</a>
      if (period === null) return null
      return <a href={`${here}/follow?period=${period.id}`}>{periodName(locale, period)}</a>
    }
    return showTab(
      c,
      opened,
      'work',
      <>
        <WorkNav locale={locale} here={here} part="year" />
        <h2 class="year-title">{locale.text('work.year.title', { year })}</h2>
        <nav class="chips no-print" aria-label={locale.text('work.year.years')}>
          {years.map((each) => (
            <a
              key={each}
              class="chip"
              href={`${here}/work/year?year=${each}`}
              aria-current={each === year ? 'page' : undefined}
            >
              {each}
            </a>
          ))}
        </nav>
        {marks.length === 0 ? (
          <EmptyState title={locale.text('work.year.none', { year })}>
            <p>{locale.text('work.year.none.text')}</p>
          </EmptyState>
        ) : (
          <section class="card year-card">
            <YearWheel locale={locale} year={year} marks={marks} today={today} />
            <ol class="year-list">
              {marks.map((mark, place) => (
                <li key={place}>
                  <strong>{markTime(locale, mark)}</strong> {locale.text(`work.year.kind.${mark.kind}`)}
                  {mark.item === null && mark.period === null ? null : ': '}
                  {nameOf(mark)}
                </li>
              ))}
            </ol>
          </section>
        )}
      </>,
    )
  })
}
