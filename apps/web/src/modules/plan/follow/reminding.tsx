import { Notice } from '@jamvikt/ui'
import type { WebContext } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import type { OpenedPlan } from '../model.ts'
import { homeOf } from '../plan-room.tsx'
import { reminderWords } from './letter-words.ts'
import { followedIn, standingsIn } from './service/follow.ts'
import { takeBackLinks } from './service/open-link.ts'
import { remind } from './service/remind.ts'
import { holdPeriod } from './store/periods.ts'

/** Sends reminders for a period, or takes the links of those that were sent back. */
export async function reminding(
  c: WebContext,
  doors: PlanDoors,
  opened: OpenedPlan,
  periodId: string,
  act: 'remind' | 'revoke',
): Promise<Response> {
  const actor = c.get('actor')
  const locale = c.get('locale')
  const said = await doors.inRegion(actor, async (db) => {
    if (act === 'revoke') {
      const revoked = await takeBackLinks(db, actor, opened.plan.id, periodId)
      return { letters: [], revoked, without: [] }
    }
    // Nobody closes it meanwhile: a link to a closed form helps nobody.
    const period = await holdPeriod(db, opened.plan.id, periodId)
    if (period === null) throw new HttpProblem(404)
    if (period.closedAt !== null) return null
    const all = await followedIn(db, opened.plan.id, periodId)
    const of = { period, standings: standingsIn(opened, all, period) }
    const words = reminderWords(locale, opened, period, 'before')
    const { letters, without } = await remind(db, actor, opened, of, {
      address: doors.baseUrl,
      words,
      now: new Date(),
    })
    return { letters, revoked: 0, without }
  })
  const told = new URLSearchParams({ period: periodId })
  if (said === null) {
    told.set('refused', 'closed')
    return c.redirect(`${homeOf(c)}/${opened.plan.slug}/follow?${told}`, 303)
  }
  for (const id of said.letters)
    await doors.send('mail', { regionId: actor.regionId, personId: actor.personId, id })
  if (act === 'revoke') told.set('revoked', String(said.revoked))
  else {
    told.set('letters', String(said.letters.length))
    told.set('without', String(said.without.length))
  }
  return c.redirect(`${homeOf(c)}/${opened.plan.slug}/follow?${told}`, 303)
}

/** What came of reminding. */
export function RemindNotice({ c, canMail }: { c: WebContext; canMail: boolean }) {
  const locale = c.get('locale')
  const count = (name: string) => {
    const text = c.req.query(name) ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : null
  }
  const [letters, without, revoked] = [count('letters'), count('without'), count('revoked')]
  return (
    <>
      {c.req.query('refused') === 'closed' ? (
        <Notice kind="watch">{locale.text('follow.remind.closed')}</Notice>
      ) : null}
      {letters === null || letters === 0 ? null : (
        <Notice kind={canMail ? 'good' : 'watch'}>
          {locale.counted(canMail ? 'follow.letters' : 'follow.letters.waiting', letters)}
        </Notice>
      )}
      {without === null || without === 0 ? null : (
        <Notice kind="watch">{locale.counted('follow.without', without)}</Notice>
      )}
      {revoked === null ? null : <Notice kind="info">{locale.counted('follow.revoked', revoked)}</Notice>}
    </>
  )
}
