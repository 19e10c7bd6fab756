import { EmptyState, Notice } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { lettersWaiting } from '../../../platform/mail.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { planOf, showTab } from '../plan-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { RemindNotice, reminding } from './reminding.tsx'
import { addTelling, ToldNow } from './routes-tell.tsx'
import { halfYearChanges } from './rules/half-years.ts'
import { isOverdue, periodNow } from './rules/standing.ts'
import { closePeriod, makeHalfYears } from './service/follow.ts'
import { toldIn } from './service/period-basis.ts'
import { periodsOf } from './store/periods.ts'
import { FollowList } from './ui/follow-list.tsx'
import { HalfYearActs } from './ui/half-year-acts.tsx'
import { PeriodActs } from './ui/period-acts.tsx'
import { periodName } from './ui/period-name.ts'
import { WaitingLetters } from './ui/waiting-letters.tsx'

/** Following a plan up: periods, and how each activity goes in them. */
export function addFollowUp(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/follow', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const all = await doors.inRegion(actor, async (db) => {
      const periods = await periodsOf(db, opened.plan.id)
      const asked = c.req.query('period') ?? periodNow(periods, swedishDay(new Date()))?.id
      const told = asked === undefined ? null : await toldIn(db, opened, asked)
      if (asked !== undefined && told === null) throw new HttpProblem(404)
      return { periods, period: told?.period ?? null, standings: told?.standings ?? [] }
    })
    const { period, standings } = all
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
          <p class="inline no-print">
            {mayDo(c, 'tell-progress') && period.closedAt === null && standings.length > 1 ? (
              <a class="button" href={`${here}/follow/${period.id}/all`}>
                {locale.text('follow.all')}
              </a>
            ) : null}
            <a class="button" href={`${here}/reports/${period.id}`}>
              {locale.text('half.see')}
            </a>
            {period.closedAt !== null && mayDo(c, 'open-plan') ? (
              <>
                {' '}
                <a class="button" href={`${here}/reached`}>
                  {locale.text('plan.reached.open')}
                </a>
              </>
            ) : null}
          </p>
          {isOverdue(period, untold, swedishDay(new Date())) ? (
            <Notice kind="watch">{locale.counted('follow.overdue', untold)}</Notice>
          ) : null}
          {await doors.aboutPeriod?.(c, opened, period)}
          <RemindNotice c={c} canMail={doors.canMail} />
          {isWriting ? (
            <>
              <WaitingLetters
                locale={locale}
                canMail={doors.canMail}
                count={
                  await doors.inRegion(actor, (db) =>
                    lettersWaiting(db, { now: new Date(), canMail: doors.canMail }),
                  )
                }
              />
              <HalfYearActs
                locale={locale}
                here={here}
                changes={halfYearChanges(opened.plan.facts, all.periods)}
              />
            </>
          ) : null}
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
    const reason = wordOf(form, 'reason', 500).replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, '')
    if (act === 'reopen' && reason === '') return c.redirect(`${here}/follow?period=${id}`, 303)
    await doors.inRegion(actor, async (db) => {
      const periods = await periodsOf(db, opened.plan.id)
      if (!periods.some((period) => period.id === id)) throw new HttpProblem(404)
      await closePeriod(db, actor, opened.plan.id, id, act === 'close' ? { act } : { act, reason })
    })
    return c.redirect(`${here}/follow?period=${id}`, 303)
  })

  addTelling(app, doors)
}
