import { Notice } from '@jamvikt/ui'
import type { WebContext } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import type { OpenedPlan } from '../model.ts'
import { homeOf } from '../plan-room.tsx'
import { LINK_DAYS } from './model-links.ts'
import { followed, standingsIn } from './service/follow.ts'
import { remind, takeBackLinks } from './service/remind.ts'
import { periodName } from './ui/period-name.ts'

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
    const all = await followed(db, opened.plan.id)
    const period = all.periods.find(({ id }) => id === periodId)
    if (period === undefined) throw new HttpProblem(404)
    if (act === 'revoke')
      return { letters: [], revoked: await takeBackLinks(db, actor, opened.plan.id, periodId), without: [] }
    const name = { plan: opened.plan.facts.name, period: periodName(locale, period) }
    const words = {
      subject: locale.text('follow.letter.subject', name),
      body: (links: readonly { readonly activity: string; readonly address: string }[]) =>
        [
          locale.text('follow.letter.body', { ...name, date: locale.date(period.dueOn) }),
          ...links.map(({ activity, address }) => `${activity}\n${address}`),
          locale.text('follow.letter.end', { days: LINK_DAYS }),
        ].join('\n\n'),
    }
    const of = { period, standings: standingsIn(opened, all, period) }
    const at = { address: doors.baseUrl, words, now: new Date() }
    const { letters, without } = await remind(db, actor, opened, of, at)
    return { letters, revoked: 0, without }
  })
  for (const id of said.letters)
    await doors.send('mail', { regionId: actor.regionId, personId: actor.personId, id })
  const told = new URLSearchParams({ period: periodId })
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
      {letters === null || letters === 0 ? null : (
        <Notice kind={canMail ? 'good' : 'watch'}>
          {locale.counted('follow.letters', letters)} {canMail ? '' : locale.text('follow.letters.wait')}
        </Notice>
      )}
      {without === null || without === 0 ? null : (
        <Notice kind="watch">{locale.counted('follow.without', without)}</Notice>
      )}
      {revoked === null ? null : <Notice kind="info">{locale.counted('follow.revoked', revoked)}</Notice>}
    </>
  )
}
