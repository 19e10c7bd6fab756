import type { Locale } from '@jamvikt/i18n'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { openIndicators } from '../../statistics/public.ts'
import { PlanTree } from '../rules/tree.ts'
import { OPEN_FILES, type OpenPlan } from './model-open.ts'
import { type OpenFile, type OpenSiteOf, openFile } from './open-files.ts'
import { withOpenIndicators } from './rules/open-document.ts'
import {
  openPlanLog,
  openPlansAt,
  openPlansRevision,
  type ReadOpenPlan,
  readOpenPlan,
} from './service/open-plans.ts'
import { OpenFilesList } from './ui/open-files-list.tsx'
import { OpenPlanView, summaryText } from './ui/open-plan-view.tsx'

function listed({ publication, slug, document, decision }: OpenPlan) {
  const { name, lede, startsOn, endsOn, synthetic, origin } = document.facts
  return {
    slug,
    name,
    lede,
    startsOn,
    endsOn,
    synthetic,
    origin,
    version: publication.version,
    publicationId: publication.id,
    publishedAt: publication.openFrom,
    decision,
    /** Priorities by name: what people search for. */
    priorities: new PlanTree(document).all('priority').map(({ fields }) => fields.name),
  }
}

/** All that the open site may show of plans. It reads what has been published and nothing else. */
export const openPlans = {
  list: async (db: TenantDb, now: Date) => (await openPlansAt(db, now)).map(listed),

  page: async (db: TenantDb, slug: string, now: Date, at: { locale: Locale; home: string }) => {
    const { locale, home } = at
    const plan = await readOpenPlan(db, slug, now)
    if (plan === null) return null
    const indicators = await openIndicators(db, now, locale.language)
    return {
      plan: listed(plan),
      summary: summaryText(locale, new PlanTree(plan.document)),
      content: (
        <>
          <OpenPlanView
            locale={locale}
            plan={plan}
            indicators={indicators}
            indicatorsAt={`${home}/indicators`}
            now={now}
          />
          <OpenFilesList locale={locale} here={`${home}/plans/${plan.slug}`} />
        </>
      ),
    }
  },

  /** A file of a plan by its name; `null` where there is no such plan or file. */
  file: async (
    db: TenantDb,
    slug: string,
    name: string,
    now: Date,
    { locale, site }: { locale: Locale; site: OpenSiteOf },
  ): Promise<OpenFile | null> => {
    const wanted = OPEN_FILES.find((each) => each === name)
    const plan = wanted === undefined ? null : await readOpenPlan(db, slug, now)
    if (wanted === undefined || plan === null) return null
    return openFile(await withoutClosedIndicators(db, plan, now, locale), site, wanted, locale)
  },

  log: openPlanLog,
  revision: openPlansRevision,
}

async function withoutClosedIndicators(db: TenantDb, plan: ReadOpenPlan, now: Date, { language }: Locale) {
  const open = await openIndicators(db, now, language)
  const ids = new Set(open.map(({ measured }) => measured.indicator.id))
  return { ...plan, document: withOpenIndicators(plan.document, ids) }
}
