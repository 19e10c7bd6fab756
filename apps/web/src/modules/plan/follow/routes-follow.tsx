import { EmptyState, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { keepName } from '../item-room.tsx'
import { planOf, showPage, showTab } from '../plan-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { PlanTree } from '../rules/tree.ts'
import { RemindNotice, reminding } from './reminding.tsx'
import { isOverdue, periodNow } from './rules/standing.ts'
import { closePeriod, followed, makeHalfYears, standingsIn, tell } from './service/follow.ts'
import { formOf, type ShownForm, TellRoom, tellByForm } from './tell-room.tsx'
import { FollowList } from './ui/follow-list.tsx'
import { PeriodActs } from './ui/period-acts.tsx'
import { periodName } from './ui/period-name.ts'

/** Following a plan up: periods, and how each activity goes in them. */
export function addFollowUp(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/follow', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const all = await doors.inRegion(actor, (db) => followed(db, opened.plan.id))
    const asked = c.req.query('period')
    const period =
      asked === undefined
        ? periodNow(all.periods, swedishDay(new Date()))
        : all.periods.find(({ id }) => id === asked)
    if (period === undefined) throw new HttpProblem(404)
    const standings = period === null ? [] : standingsIn(opened, all, period)
    const untold = standings.filter(({ update }) => update === null).length
    const isWriting = mayDo(c, 'write-plan')
    return showTab(
      c,
      opened,
      'follow',
      period === null ? (
        <EmptyState title={locale.text('follow.noPeriods')}>
          <p>{locale.text('follow.noPeriods.text')}</p>
          {isWriting ? (
            <form method="post" action={`${here}/follow`}>
              <button class="button primary" type="submit" name="act" value="half-years">
                {locale.text('follow.makeHalfYears')}
              </button>
            </form>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <ToldNow c={c} personId={actor.personId} planId={opened.plan.id} periodId={period.id} />
          <form method="get" class="inline period no-print">
            <label for="period">{locale.text('follow.period')}</label>
            <select id="period" name="period">
              {all.periods.map((each) => (
                <option key={each.id} value={each.id} selected={each.id === period.id}>
                  {periodName(locale, each)}
                </option>
              ))}
            </select>
            <button class="button" type="submit">
              {locale.text('follow.show')}
            </button>
          </form>
          <h2>{periodName(locale, period)}</h2>
          <p>
            {locale.text('follow.count', {
              told: locale.number(standings.length - untold),
              all: locale.number(standings.length),
            })}{' '}
            {period.closedAt === null
              ? locale.text('follow.due', { date: locale.date(period.dueOn) })
              : locale.text('follow.closed', { date: locale.date(period.closedAt) })}
          </p>
          <p class="no-print">
            <a class="button" href={`${here}/reports/${period.id}`}>
              {locale.text('half.see')}
            </a>
          </p>
          {isOverdue(period, untold, swedishDay(new Date())) ? (
            <Notice kind="watch">{locale.counted('follow.overdue', untold)}</Notice>
          ) : null}
          <RemindNotice c={c} canMail={doors.canMail} />
          <FollowList
            locale={locale}
            standings={standings}
            mayTell={mayDo(c, 'tell-progress')}
            address={(activity) => `${here}/follow/${period.id}/${activity}`}
          />
          {isWriting ? <PeriodActs locale={locale} period={period} here={here} untold={untold} /> : null}
        </>
      ),
    )
  })

  app.post('/r/:slug/plans/:plan/follow', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'write-plan')
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 20)
    if (act === 'half-years') {
      await doors.inRegion(actor, (db) => makeHalfYears(db, actor, opened))
      return c.redirect(`${here}/follow`, 303)
    }
    const id = wordOf(form, 'period', 36)
    if (act === 'remind' || act === 'revoke') return reminding(c, doors, opened, id, act)
    if (act !== 'close' && act !== 'reopen') throw new HttpProblem(400)
    const reason = wordOf(form, 'reason', 500).trim()
    if (act === 'reopen' && reason === '') return c.redirect(`${here}/follow?period=${id}`, 303)
    await doors.inRegion(actor, async (db) => {
      const { periods } = await followed(db, opened.plan.id)
      if (!periods.some((period) => period.id === id)) throw new HttpProblem(404)
      await closePeriod(db, actor, opened.plan.id, id, act === 'close' ? { act } : { act, reason })
    })
    return c.redirect(`${here}/follow?period=${id}`, 303)
  })

  const place = async (c: WebContext) => {
    const { actor, opened, here } = await planOf(c, doors, 'tell-progress')
    const all = await doors.inRegion(actor, (db) => followed(db, opened.plan.id))
    const period = all.periods.find(({ id }) => id === c.req.param('period'))
    const activity = new PlanTree(opened.document).of('activity', c.req.param('activity') ?? '')
    if (period === undefined || activity === null) throw new HttpProblem(404)
    const standings = standingsIn(opened, all, period)
    const standing = standings.find((each) => each.activity.id === activity.id)
    return { actor, opened, here, period, activity, standings, standing, update: standing?.update ?? null }
  }
  type Place = Awaited<ReturnType<typeof place>>

  const page = (c: WebContext, at: Place, shown: ShownForm) => {
    const { actor, opened, here, period, activity, standings } = at
    const hasMore = standings.some((each) => each.update === null && each.activity.id !== activity.id)
    const name = periodName(c.get('locale'), period)
    return showPage(
      c,
      `${activity.fields.name} – ${name}`,
      <>
        <p class="crumb">
          <a href={here}>{opened.plan.facts.name}</a> ›{' '}
          <a href={`${here}/follow?period=${period.id}`}>{name}</a>
        </p>
        <ToldNow c={c} personId={actor.personId} planId={opened.plan.id} periodId={period.id} />
        <h1>{activity.fields.name}</h1>
        <TellRoom
          locale={c.get('locale')}
          period={period}
          shown={shown}
          hasMore={hasMore}
          keep={keepOf(actor.personId, opened.plan.id, period.id, activity.id)}
        />
      </>,
      shown.status,
    )
  }

  app.get('/r/:slug/plans/:plan/follow/:period/:activity', async (c) => {
    const at = await place(c)
    return page(c, at, formOf(at.standing ?? null))
  })

  app.post('/r/:slug/plans/:plan/follow/:period/:activity', async (c) => {
    const at = await place(c)
    const form = await c.req.formData()
    const of = { planId: at.opened.plan.id, periodId: at.period.id, activityId: at.activity.id }
    const answer = await tellByForm(c.get('locale'), form, (seen, told) =>
      doors.inRegion(at.actor, (db) => tell(db, at.actor, of, seen, told)),
    )
    if (!answer.ok) return page(c, await place(c), answer.shown)
    const next = at.standings.find(
      ({ activity, update }) => update === null && activity.id !== at.activity.id,
    )
    const follow = `${at.here}/follow`
    return c.redirect(
      wordOf(form, 'go', 4) === 'next' && next !== undefined
        ? `${follow}/${at.period.id}/${next.activity.id}?told=${at.activity.id}`
        : `${follow}?period=${at.period.id}&told=${at.activity.id}`,
      303,
    )
  })
}

function keepOf(personId: string, planId: string, periodId: string, activityId: string): string {
  return keepName(personId, planId, `${periodId}.${activityId}`)
}

/** Says that an activity has just been told of: what the browser kept of it meanwhile is of no more use. */
function ToldNow(props: { c: WebContext; personId: string; planId: string; periodId: string }) {
  const activityId = props.c.req.query('told') ?? ''
  if (!isUuid(activityId)) return null
  return (
    <div data-saved={keepOf(props.personId, props.planId, props.periodId, activityId)}>
      <Notice kind="good">{props.c.get('locale').text('follow.saved')}</Notice>
    </div>
  )
}
