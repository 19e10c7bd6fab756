import { Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import type { PlanDoors } from '../doors.ts'
import { keepName } from '../item-room.tsx'
import { planOf, showPage } from '../plan-room.tsx'
import { PlanTree } from '../rules/tree.ts'
import { removedItem } from '../service/removed-items.ts'
import { tell } from './service/follow.ts'
import { toldIn as toldInPeriod } from './service/period-basis.ts'
import { formOf, type ShownForm, TellRoom, tellByForm, toldIn } from './tell-room.tsx'
import { KeptWords } from './ui/kept-words.tsx'
import { periodName } from './ui/period-name.ts'
import type { ToldWords } from './ui/tell-form.tsx'

/** Telling how one activity goes in a period. */
export function addTelling(app: Web, doors: PlanDoors) {
  /** A period with one of its activities; `null` for the activity where it is removed or was never there. */
  const place = async (c: WebContext) => {
    const { actor, opened: now, here } = await planOf(c, doors, 'tell-progress')
    const told = await doors.inRegion(actor, (db) => toldInPeriod(db, now, c.req.param('period') ?? ''))
    if (told === null) throw new HttpProblem(404)
    const { opened, period, standings } = told
    const activity = new PlanTree(opened.document).of('activity', c.req.param('activity') ?? '')
    return { actor, opened, here, period, activity, standings }
  }
  const placeOfActivity = async (c: WebContext) => {
    const { activity, ...at } = await place(c)
    if (activity === null) throw new HttpProblem(404)
    const standing = at.standings.find((each) => each.activity.id === activity.id) ?? null
    return { ...at, activity, standing }
  }
  type Place = Awaited<ReturnType<typeof placeOfActivity>>

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

  /** Words about an activity that somebody has removed meanwhile. */
  const removed = async (
    c: WebContext,
    { actor, opened, here, period }: Omit<Place, 'activity' | 'standing'>,
    words: ToldWords,
  ) => {
    const id = c.req.param('activity') ?? ''
    const item = isUuid(id) ? await doors.inRegion(actor, (db) => removedItem(db, opened.plan.id, id)) : null
    if (item?.kind !== 'activity') throw new HttpProblem(404)
    const locale = c.get('locale')
    return showPage(
      c,
      locale.text('follow.removed'),
      <>
        <p class="crumb">
          <a href={here}>{opened.plan.facts.name}</a> ›{' '}
          <a href={`${here}/follow?period=${period.id}`}>{periodName(locale, period)}</a>
        </p>
        <h1>{locale.text('follow.removed')}</h1>
        <p class="lede">{item.fields.name}</p>
        <Notice kind="info">{locale.text('follow.removed.text')}</Notice>
        <KeptWords locale={locale} words={words} />
      </>,
      409,
    )
  }

  app.get('/r/:slug/plans/:plan/follow/:period/:activity', async (c) => {
    const at = await placeOfActivity(c)
    return page(c, at, formOf(at.standing))
  })

  app.post('/r/:slug/plans/:plan/follow/:period/:activity', async (c) => {
    const { activity, ...at } = await place(c)
    const form = await c.req.formData()
    if (activity === null) return removed(c, at, toldIn(form))
    const of = { planId: at.opened.plan.id, periodId: at.period.id, activityId: activity.id }
    const answer = await tellByForm(c.get('locale'), form, (seen, told) =>
      doors.inRegion(at.actor, (db) => tell(db, at.actor, of, seen, told)),
    )
    if (!answer.ok) {
      const { activity: still, ...now } = await place(c)
      if (still === null) return removed(c, now, answer.shown.filled)
      const standing = now.standings.find((each) => each.activity.id === still.id) ?? null
      return page(c, { ...now, activity: still, standing }, answer.shown)
    }
    const next = at.standings.find((each) => each.update === null && each.activity.id !== activity.id)
    const follow = `${at.here}/follow`
    return c.redirect(
      wordOf(form, 'go', 4) === 'next' && next !== undefined
        ? `${follow}/${at.period.id}/${next.activity.id}?told=${activity.id}`
        : `${follow}?period=${at.period.id}&told=${activity.id}`,
      303,
    )
  })
}

function keepOf(personId: string, planId: string, periodId: string, activityId: string): string {
  return keepName(personId, planId, `${periodId}.${activityId}`)
}

/** Says that an activity has just been told of: what the browser kept of it meanwhile is of no more use. */
export function ToldNow(props: { c: WebContext; personId: string; planId: string; periodId: string }) {
  const activityId = props.c.req.query('told') ?? ''
  if (!isUuid(activityId)) return null
  return (
    <div data-saved={keepOf(props.personId, props.planId, props.periodId, activityId)}>
      <Notice kind="good">{props.c.get('locale').text('follow.saved')}</Notice>
    </div>
  )
}
