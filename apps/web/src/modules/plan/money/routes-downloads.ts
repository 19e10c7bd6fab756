import type { Locale } from '@jamvikt/i18n'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import type { PlanTree } from '../rules/tree.ts'
import { budgetOf, moneyOf } from './money-page.ts'
import { reconcile } from './rules/reconcile.ts'
import { budgetCsv, budgetXlsx, comparisonXlsx, type FileWords } from './service/budget-files.ts'
import { byText, memberName } from './ui/names.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Budgets and comparisons as files. */
export function addMoneyFiles(app: Web, doors: PlanDoors) {
  app.get('/r/:slug/plans/:plan/money/b/:budget/download.xlsx', async (c) => {
    const { opened, tree, budget, locale } = await budgetOf(c, doors, 'see-plans')
    return send(c, await budgetXlsx(budget, wordsOf(locale, tree)), XLSX, `${opened.plan.slug}-budget.xlsx`)
  })

  app.get('/r/:slug/plans/:plan/money/b/:budget/download.csv', async (c) => {
    const { opened, tree, budget, locale } = await budgetOf(c, doors, 'see-plans')
    const text = budgetCsv(budget, wordsOf(locale, tree))
    return send(
      c,
      new TextEncoder().encode(text),
      'text/csv; charset=utf-8',
      `${opened.plan.slug}-budget.csv`,
    )
  })

  app.get('/r/:slug/plans/:plan/money/comparison.xlsx', async (c) => {
    const { opened, tree, document, locale } = await moneyOf(c, doors, 'see-plans')
    const bytes = await comparisonXlsx(
      reconcile(document),
      {
        name: locale.text('plan.m.file.comparison'),
        headers: (
          [
            'first',
            'second',
            'by',
            'member',
            'firstSum',
            'firstUnknown',
            'secondSum',
            'secondUnknown',
            'verdict',
            'difference',
          ] as const
        ).map((each) => locale.text(`plan.m.file.${each}`)),
      },
      {
        by: ({ by }) => byText(locale, by),
        member: (member) => memberName(locale, tree, member),
        verdict: (kind) => locale.text(`plan.m.file.verdict.${kind}`),
      },
    )
    return send(c, bytes, XLSX, `${opened.plan.slug}-jamforelse.xlsx`)
  })
}

function wordsOf(locale: Locale, tree: PlanTree): FileWords {
  return {
    dimension: (dimension) => locale.text(`plan.m.dimension.${dimension}`),
    member: (member) => memberName(locale, tree, member),
    amount: locale.text('plan.m.amount'),
    sum: locale.text('plan.m.sum'),
    unknown: locale.text('plan.m.file.unknown'),
    amounts: locale.text('plan.m.file.amounts'),
  }
}

function send(c: WebContext, bytes: Uint8Array, type: string, name: string) {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
