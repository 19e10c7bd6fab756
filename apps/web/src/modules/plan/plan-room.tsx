import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { TenantDb } from '../../platform/db/tenant.ts'
import type { WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise, type PlanAct } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import type { OpenedPlan, PlanFacts } from './model.ts'
import { openPlan } from './service/open-plan.ts'

/** The rooms of a plan, in the order of their tabs; the first stands at the plan’s own address. */
const TABS = [
  'activities',
  'time',
  'follow',
  'work',
  'goals',
  'money',
  'documents',
  'thread',
  'versions',
  'open',
] as const
export type PlanTab = (typeof TABS)[number]

/** Where the region’s plans are. */
export function homeOf(c: WebContext): string {
  return `/r/${c.get('membership').slug}/plans`
}

/** The plan that an address names, whole; a page that is not there if there is none. */
export function planOf(c: WebContext, doors: PlanDoors, act: PlanAct) {
  return planWith(c, doors, act, () => Promise.resolve({}))
}

/** The plan that an address names, and in the same transaction what else its page tells. */
export async function planWith<More extends object>(
  c: WebContext,
  doors: PlanDoors,
  act: PlanAct,
  more: (db: TenantDb, opened: OpenedPlan) => Promise<More>,
) {
  const actor = authorise(c, act)
  const found = await doors.inRegion(actor, async (db) => {
    const opened = await openPlan(db, c.req.param('plan') ?? '')
    return opened === null ? null : { opened, ...(await more(db, opened)) }
  })
  if (found === null) throw new HttpProblem(404)
  return { ...found, actor, here: `${homeOf(c)}/${found.opened.plan.slug}` }
}

/** A page of the room of plans. */
export function showPage(
  c: WebContext,
  title: string,
  content: ComponentChildren,
  status: 200 | 409 | 422 = 200,
) {
  return renderPage(c, { title, section: homeOf(c) }, content, status)
}

/** What a plan is about, and where it comes from: told once, on its first tab. */
function About({ locale, facts }: { locale: Locale; facts: PlanFacts }) {
  return (
    <>
      {facts.lede === '' ? null : <p class="lede">{facts.lede}</p>}
      {facts.synthetic ? (
        <Notice kind="watch">
          {locale.text('plan.synthetic')} {facts.origin}
        </Notice>
      ) : null}
    </>
  )
}

/** A page of one plan: the way back, its name, its tabs, and what the tab holds. */
export function showTab(
  c: WebContext,
  opened: OpenedPlan,
  tab: PlanTab,
  content: ComponentChildren,
  status: 200 | 409 | 422 = 200,
) {
  const locale = c.get('locale')
  const { facts, slug } = opened.plan
  const here = `${homeOf(c)}/${slug}`
  return showPage(
    c,
    `${facts.name} – ${locale.text(`plan.tab.${tab}`)}`,
    <>
      <p class="crumb">
        <a href={homeOf(c)}>{locale.text('plan.title')}</a> › {locale.date(facts.startsOn)}–
        {locale.date(facts.endsOn)}
      </p>
      <h1>{facts.name}</h1>
      {tab === TABS[0] ? <About locale={locale} facts={facts} /> : null}
      {tab !== TABS[0] && facts.synthetic ? <p class="note">{locale.text('plan.synthetic')}</p> : null}
      <nav class="chips no-print" aria-label={locale.text('plan.tabs')}>
        {TABS.map((each) => (
          <a
            key={each}
            class="chip"
            href={each === TABS[0] ? here : `${here}/${each}`}
            aria-current={each === tab ? 'page' : undefined}
          >
            {locale.text(`plan.tab.${each}`)}
          </a>
        ))}
      </nav>
      {content}
    </>,
    status,
  )
}
