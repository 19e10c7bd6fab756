import type { Web } from '../../platform/http/context.ts'
import type { PlanDoors } from './doors.ts'
import { treeOf } from './item-room.tsx'
import { NATIONAL_ENTRIES } from './national-lists.ts'
import { showTab } from './plan-room.tsx'
import { activitySums } from './rules/money-of.ts'
import { orphansOf } from './rules/orphans.ts'
import { threadsDown, threadsUp } from './rules/thread.ts'
import { OrphanList, ThreadDown, ThreadForm, ThreadNone, ThreadUp } from './ui/thread-view.tsx'
import type { Known } from './ui/words.tsx'

/** The red thread from national goal to activity and indicator, both ways, and where it breaks. */
export function addThread(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/thread', async (c) => {
    const { opened, tree, here } = await treeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const asked = c.req.query('entry')
    const code = NATIONAL_ENTRIES.find((entry) => entry.code === asked)?.code ?? ''
    const way = c.req.query('way') === 'up' ? 'up' : 'down'
    const known: Known = { locale, tree, here, codes: new Map() }
    const down = threadsDown(tree).filter(({ entry }) => code === '' || entry?.code === code)
    const up = threadsUp(tree).filter(
      ({ priorities }) =>
        code === '' || priorities.some(({ serves }) => serves.some((entry) => entry.code === code)),
    )
    const money = new Map([...activitySums(opened.document)].map(([id, { amountOre }]) => [id, amountOre]))
    const isEmpty = way === 'down' ? down.length === 0 : up.length === 0
    return showTab(
      c,
      opened,
      'thread',
      <>
        <p class="plan-summary">{locale.text('plan.thread.lede')}</p>
        <ThreadForm locale={locale} choice={{ way, code }} />
        {isEmpty ? <ThreadNone locale={locale} /> : null}
        {way === 'down' ? <ThreadDown {...known} threads={down} /> : null}
        {way === 'up' && !isEmpty ? <ThreadUp {...known} threads={up} /> : null}
        <OrphanList {...known} orphans={orphansOf(tree, money)} />
      </>,
    )
  })
}
