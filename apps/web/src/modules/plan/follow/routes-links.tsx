import { Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import { keepName } from '../item-room.tsx'
import type { OpenedLink } from './model-links.ts'
import { followedIn, standingsIn, tell } from './service/follow.ts'
import { addressOfLink, type LinkOpened, openLink, readToken, spendLink } from './service/open-link.ts'
import { formOf, type ShownForm, TellRoom, tellByForm, toldIn } from './tell-room.tsx'
import { KeptWords } from './ui/kept-words.tsx'
import { periodName } from './ui/period-name.ts'
import type { ToldWords } from './ui/tell-form.tsx'

type Shut = Extract<LinkOpened, { ok: false }>

/** The form that a reminder leads to: one activity, one period, one person, once. Looking spends nothing; saving does. */
export function addLinks(app: Web, doors: PlanDoors) {
  const place = (c: WebContext) => {
    const token = readToken(c.req.param('token') ?? '')
    if (token === null) throw new HttpProblem(404)
    return doors.inRegion({ regionId: token.regionId, personId: '' }, async (db) => {
      const found = await openLink(db, token.regionId, token.tokenHash, new Date())
      const address = found.link === null ? null : await addressOfLink(db, token.regionId, found.link)
      if (!found.ok) return { ...found, address, token }
      const { link, opened } = found
      const all = await followedIn(db, link.planId, link.periodId)
      const period = all.periods.find(({ id }) => id === link.periodId)
      const standing =
        period && standingsIn(opened, all, period).find(({ activity }) => activity.id === link.activityId)
      if (period === undefined || standing === undefined)
        return { ok: false as const, reason: 'removed' as const, link, address, token }
      return { ...found, period, standing, token }
    })
  }
  type Place = Extract<Awaited<ReturnType<typeof place>>, { ok: true }>

  const page = (c: WebContext, { opened, period, standing, actor, link }: Place, shown: ShownForm) => {
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
        <TellRoom locale={locale} period={period} shown={shown} hasMore={false} keep={keepOf(link)} />
      </>,
      shown.status,
    )
  }

  /** Says that a link does not open its form, and gives back what was written in it. */
  const shut = (
    c: WebContext,
    { reason, address }: Pick<Shut, 'reason'> & { readonly address: string | null },
    words: ToldWords,
  ) => {
    const locale = c.get('locale')
    const title = locale.text(reason === 'spent' ? 'follow.link.spent' : `follow.link.${reason}`)
    c.header('Cache-Control', 'no-store')
    return renderPage(
      c,
      { title, narrow: true },
      <>
        <h1>{title}</h1>
        <Notice kind="info">{locale.text(`follow.link.${reason}.text`)}</Notice>
        <KeptWords locale={locale} words={words} />
        <p>
          <a href={reason === 'spent' && address !== null ? address : '/'}>
            {locale.text('follow.link.signIn')}
          </a>
        </p>
      </>,
      410,
    )
  }

  app.get('/update/:token', async (c) => {
    const at = await place(c)
    if (c.req.query('saved') !== '1') return at.ok ? page(c, at, formOf(at.standing)) : shut(c, at, {})
    const locale = c.get('locale')
    c.header('Cache-Control', 'no-store')
    return renderPage(
      c,
      { title: locale.text('follow.link.thanks'), narrow: true },
      <>
        <h1>{locale.text('follow.link.thanks')}</h1>
        <p data-saved={at.link === null ? undefined : keepOf(at.link)}>
          <a href="/">{locale.text('follow.link.signIn')}</a>
        </p>
      </>,
    )
  })

  app.post('/update/:token', async (c) => {
    const at = await place(c)
    const form = await c.req.formData()
    if (!at.ok) return shut(c, at, toldIn(form))
    const { regionId, tokenHash } = at.token
    const answer = await tellByForm(c.get('locale'), form, (seen, told) =>
      doors.inRegion(at.actor, async (db) => {
        // Two who save at once wait for each other: the link serves the first.
        const found = await openLink(db, regionId, tokenHash, new Date())
        if (!found.ok) return { ok: false, reason: 'gone' }
        const done = await tell(db, found.actor, found.link, seen, told)
        if (done.ok) await spendLink(db, found.link)
        return done
      }),
    )
    if (answer.ok) return c.redirect(`/update/${c.req.param('token')}?saved=1`, 303)
    const now = await place(c)
    return now.ok ? page(c, now, answer.shown) : shut(c, now, answer.shown.filled)
  })
}

/** Unsaved words are kept under the name that the same form has for whoever is signed in: there they are offered again. */
function keepOf({ personId, planId, periodId, activityId }: OpenedLink): string {
  return keepName(personId, planId, `${periodId}.${activityId}`)
}
