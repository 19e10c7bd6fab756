import type { Locale } from '@jamvikt/i18n'
import {
  activitySums,
  addSums,
  budgetThat,
  COMMON,
  groupName,
  moneyText,
  PlanTree,
  priorityBudget,
  type Sum,
  wholeOf,
} from '../../plan/public.ts'
import type { BlockInput } from '../model-report.ts'
import { amount, type LiveData, planTable, sumCell, text } from './live-data.ts'

const NOTHING_KNOWN: Sum = { amountOre: null, missing: 1 }

/** What has been booked, and what may go unused. */
export function usedBlocks(locale: Locale, { forecast }: LiveData): BlockInput[] {
  if (forecast.asOf === null) return [{ kind: 'words', text: locale.text('doc.live.money.noLedger') }]
  const blocks: BlockInput[] = [
    {
      kind: 'words',
      text: locale.text('half.money.used', {
        date: locale.date(forecast.asOf),
        amount: moneyText(locale, forecast.usedOre),
      }),
    },
  ]
  const [least, most] = forecast.leftOverOre
  if (most > 0n)
    blocks.push({
      kind: 'callout',
      tone: 'watch',
      heading: locale.text('half.money.risk', {
        amount:
          least === most ? moneyText(locale, most) : `${moneyText(locale, least)}–${moneyText(locale, most)}`,
      }),
      text: locale.text('half.money.risk.text'),
    })
  return blocks
}

/** The budget by priority: its rows make up its sum, with what is common to all of them and what stands under none. */
export function priorityBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const { document } = data.opened
  const budget = priorityBudget(document)
  if (budget === null) return [{ kind: 'words', text: locale.text('half.money.none') }]
  const tree = new PlanTree(document)
  const sums = budget.by(['priority'])
  const rows = budget.members('priority').map((id) => ({
    name: id === COMMON ? locale.text('plan.m.common') : (tree.of('priority', id)?.fields.name ?? id),
    sum: sums.get(id) ?? { amountOre: null, missing: 0 },
  }))
  const counted = addSums(rows.map(({ sum }) => sum))
  const rest = {
    amountOre: (budget.total.amountOre ?? 0n) - (counted.amountOre ?? 0n),
    missing: budget.total.missing - counted.missing,
  }
  if (rest.amountOre !== 0n || rest.missing > 0)
    rows.push({
      name: locale.text('half.money.noPriority'),
      sum: rest.amountOre === 0n ? { ...rest, amountOre: null } : rest,
    })
  return planTable(locale, data, {
    caption: locale.text('half.money.caption'),
    columns: [locale.text('half.priority'), locale.text('half.amount')],
    rows: [
      ...rows.map(({ name, sum }) => ({ cells: [text(name), sumCell(sum)] })),
      { role: 'total' as const, cells: [text(locale.text('half.total')), sumCell(budget.total)] },
    ],
    notes: [locale.text('half.money.budget', { budget: budget.name })],
  })
}

/** The budget by cost type and year, where there is one that knows both. */
export function costBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const { document } = data.opened
  const budget = budgetThat(document, ({ over }) => over.includes('cost-type') && over.includes('year'))
  if (budget === null) return [{ kind: 'words', text: locale.text('doc.live.cost.none') }]
  const tree = new PlanTree(document)
  const years = budget.members('year')
  const [cells, byType, byYear] = [
    budget.by(['cost-type', 'year']),
    budget.by(['cost-type']),
    budget.by(['year']),
  ]
  return planTable(locale, data, {
    caption: locale.text('doc.live.cost.caption', { budget: budget.name }),
    columns: [locale.text('doc.live.cost.type'), ...years, locale.text('half.total')],
    rows: [
      ...budget.members('cost-type').map((type) => ({
        cells: [
          text(tree.of('cost-type', type)?.fields.name ?? type),
          ...years.map((year) => sumCell(cells.get(groupName([type, year])))),
          sumCell(byType.get(type)),
        ],
      })),
      {
        role: 'total' as const,
        cells: [
          text(locale.text('half.total')),
          ...years.map((year) => sumCell(byYear.get(year))),
          sumCell(budget.total),
        ],
      },
    ],
  })
}

/** Activity by activity: budget, used, what remains, and where it is heading. */
export function activityMoneyBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const { forecast } = data
  const isBooked = forecast.asOf !== null
  const sums = activitySums(data.opened.document)
  const rows = forecast.rows.map((row) => ({ ...row, sum: sums.get(row.activity.id) ?? NOTHING_KNOWN }))
  const known = rows.filter(({ sum, usedOre }) => sum.amountOre !== null || usedOre !== 0n)
  const untiedUsedOre = forecast.usedOre - rows.reduce((all, { usedOre }) => all + usedOre, 0n)
  const isUntied = isBooked && (untiedUsedOre !== 0n || forecast.untiedOre !== 0n)
  if (known.length === 0 && !isUntied) return []
  const budget = addSums(rows.map(({ sum }) => sum))
  const budgetOre = wholeOf(budget)
  const spokenForOre = forecast.usedOre + forecast.committedOre
  return planTable(locale, data, {
    caption: isBooked
      ? locale.text('doc.live.money.caption', { date: locale.date(forecast.asOf ?? data.today) })
      : locale.text('doc.live.money.budget'),
    columns: [
      locale.text('report.activity.name'),
      locale.text('report.activity.budget'),
      ...(isBooked
        ? [
            locale.text('doc.live.money.used'),
            locale.text('doc.live.money.remaining'),
            locale.text('doc.live.money.state'),
          ]
        : []),
    ],
    rows: [
      ...known.map(({ activity, sum, usedOre, remainingOre, state }) => ({
        cells: [
          text(activity.fields.name),
          sumCell(sum),
          ...(isBooked
            ? [amount(usedOre), amount(remainingOre), text(locale.text(`plan.m.state.${state}`))]
            : []),
        ],
      })),
      ...(isUntied
        ? [
            {
              cells: [
                text(locale.text('doc.live.money.untied')),
                amount(0n),
                amount(untiedUsedOre),
                amount(-forecast.untiedOre),
                text(''),
              ],
            },
          ]
        : []),
      {
        role: 'total' as const,
        cells: [
          text(locale.text('half.total')),
          sumCell(budget),
          ...(isBooked
            ? [
                amount(forecast.usedOre),
                amount(budgetOre === null ? null : budgetOre - spokenForOre),
                text(''),
              ]
            : []),
        ],
      },
    ],
  })
}
