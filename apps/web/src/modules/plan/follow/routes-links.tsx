import { Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import { openPlanById } from '../service/open-plan.ts'
import { followed, standingsIn, tell } from './service/follow.ts'
import { openLink, readToken, spendLink } from './service/remind.ts'
import { formOf, type ShownForm, TellRoom, tellByForm } from './tell-room.tsx'
import { periodName } from './ui/period-name.ts'

/** The form that a reminder leads to: one activity, one period, one person, once. Looking spends nothing; saving does. */
export function addLinks(app: Web, doors: PlanDoors) {
  const place = (c: WebContext) => {
    const token = readToken(c.req.param('token') ?? '')
    if (token === null) throw new HttpProblem(404)
    return doors.inRegion({ regionId: token.regionId, personId: '' }, async (db) => {
      const found = await openLink(db, token.regionId, token.tokenHash, new Date())
      const opened = found === null ? null : await openPlanById(db, found.link.planId)
      if (found === null || opened === null) return null
      const all = await followed(db, opened.plan.id)
      const period = all.periods.find(({ id }) => id === found.link.periodId)
      if (period === undefined) return null
      const { activityId } = found.link
      const standing = standingsIn(opened, all, period).find(({ activity }) => activity.id === activityId)
      return standing === undefined ? null : { ...found, opened, period, standing }
    })
  }
  type Place = NonNullable<Awaited<ReturnType<typeof place>>>

  const page = (c: WebContext, { opened, period, standing, actor }: Place, shown: ShownForm) => {
    const locale = c.get('locale')
    c.header('Cache-Control', 'no-store')
    return renderPage(
      c,
      { title: standing.activity.fields.name, narrow: true },
      <>
        <p class="crumb">
          {opened.plan.facts.name} › {periodName(locale, period)}
        </p>
        <h1>{standing.activity.fields.name}</h1>
        <p class="note">{locale.text('follow.link.for', { name: actor.personName })}</p>
        <TellRoom locale={locale} period={period} shown={shown} hasMore={false} keep={null} />
      </>,
      shown.status,
    )
  }

  const spent = (c: WebContext, words: 'follow.link.spent' | 'follow.link.thanks', status: 200 | 410) => {
    const locale = c.get('locale')
    c.header('Cache-Control', 'no-store')
    return renderPage(
      c,
      { title: locale.text(words), narrow: true },
      <>
        <h1>{locale.text(words)}</h1>
        {status === 410 ? <Notice kind="info">{locale.text('follow.link.spent.text')}</Notice> : null}
        <p>
          <a href="/">{locale.text('follow.link.signIn')}</a>
        </p>
      </>,
      status,
    )
  }

  app.get('/update/:token', async (c) => {
    if (c.req.query('saved') === '1') return spent(c, 'follow.link.thanks', 200)
    const at = await place(c)
    return at === null ? spent(c, 'follow.link.spent', 410) : page(c, at, formOf(at.standing))
  })

  app.post('/update/:token', async (c) => {
    const at = await place(c)
    const token = readToken(c.req.param('token') ?? '')
    if (at === null || token === null) return spent(c, 'follow.link.spent', 410)
    const answer = await tellByForm(c.get('locale'), await c.req.formData(), (seen, told) =>
      doors.inRegion(at.actor, async (db) => {
        // Two who save at once wait for each other: the link serves the first.
        const found = await openLink(db, token.regionId, token.tokenHash, new Date())
        if (found === null) return { ok: false, reason: 'gone' }
        const done = await tell(db, found.actor, found.link, seen, told)
        if (done.ok) await spendLink(db, found.link)
        return done
      }),
    )
    return answer.ok ? c.redirect(`/update/${c.req.param('token')}?saved=1`, 303) : page(c, at, answer.shown)
  })
}
