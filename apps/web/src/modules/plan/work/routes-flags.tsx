import { EmptyState, Notice } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { planOf, showTab } from '../plan-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { flagsOf, noteFlag } from './service/flags.ts'
import { flagLine } from './ui/flag-words.ts'
import { FlagLog, FlagsView } from './ui/flags-view.tsx'
import { WorkNav } from './ui/work-nav.tsx'

const MOST_WORDS = 2000

/** What those who lead should know of, and that they have seen it. */
export function addFlags(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/work/flags', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const { flags, notes } = await doors.inRegion(actor, (db) => flagsOf(db, opened, swedishDay(new Date())))
    return showTab(
      c,
      opened,
      'work',
      <>
        <WorkNav locale={locale} here={here} part="flags" />
        {c.req.query('saved') === '1' ? <Notice kind="good">{locale.text('work.saved.seen')}</Notice> : null}
        <p class="plan-summary">{locale.text('work.flags.lede')}</p>
        {flags.length === 0 ? (
          <EmptyState title={locale.text('work.flags.none')}>
            <p>{locale.text('work.flags.none.text')}</p>
          </EmptyState>
        ) : (
          <FlagsView
            locale={locale}
            here={here}
            flags={flags}
            notes={notes}
            mayNote={mayDo(c, 'write-plan')}
          />
        )}
        <FlagLog locale={locale} notes={notes} />
      </>,
    )
  })

  app.post('/r/:slug/plans/:plan/work/flags', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'write-plan')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const key = wordOf(form, 'flag', 100)
    const words = wordOf(form, 'words', MOST_WORDS)
    const isNoted = await doors.inRegion(actor, async (db) => {
      const { flags } = await flagsOf(db, opened, swedishDay(new Date()))
      const flag = flags.find((each) => each.key === key)
      if (flag === undefined) return false
      await noteFlag(db, actor, opened.plan.id, { flag: key, said: flagLine(locale, flag), words })
      return true
    })
    if (!isNoted) throw new HttpProblem(404)
    return c.redirect(`${here}/work/flags?saved=1`, 303)
  })
}
