import { addFacts } from '../modules/plan/routes-facts.tsx'
import { addGoals } from '../modules/plan/routes-goals.tsx'
import { addItemPages } from '../modules/plan/routes-items.tsx'
import { addItemForms } from '../modules/plan/routes-items-edit.tsx'
import { addPlanList, addPlanPage } from '../modules/plan/routes-plans.tsx'
import { addThread } from '../modules/plan/routes-thread.tsx'
import { addVersions } from '../modules/plan/routes-versions.tsx'
import type { TestDatabase } from './test-database.ts'
import { openTestPlans } from './test-plans.ts'
import { openTestSite } from './test-site.ts'

type Visitor = Awaited<ReturnType<ReturnType<typeof openTestSite>['visitor']>>

/** What a page says, without its markup. */
export async function textIn(answer: Response | Promise<Response>): Promise<string> {
  return wordsIn(await (await answer).text())
}

export function wordsIn(html: string): string {
  return html
    .replace(/<!?[a-z/!][^>]*>/gi, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

/** The value of the first field of a name in a page’s forms. */
export function hiddenIn(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** The pages to read and write a plan, on a test site. */
export function openPlanSite(database: TestDatabase) {
  const site = openTestSite(database)
  const plans = openTestPlans(database)
  const rooms = [addPlanList, addFacts, addItemForms, addItemPages, addGoals, addThread, addVersions]
  for (const addPages of [...rooms, addPlanPage]) addPages(site.app, plans.doors)

  /** A small plan with a strategist who writes it. */
  async function started() {
    const by = await site.visitor('strategist')
    const plan = await plans.smallPlan(by.actor)
    const here = `${by.home}/plans/${plan.slug}`
    const get = (rest: string, who: Visitor = by) => site.get(here + rest, { by: who })
    const post = (rest: string, form: Record<string, string>, who: Visitor = by) =>
      site.post(here + rest, form, { by: who })
    /** What a form of an item carries out of sight. */
    const seen = async (id: string) => {
      const html = await (await get(`/items/${id}/edit`)).text()
      return {
        'seen-revision': hiddenIn(html, 'seen-revision'),
        'seen-fields': hiddenIn(html, 'seen-fields'),
      }
    }
    return { by, ...plan, get, post, seen }
  }

  return { site, started }
}
