import type { Locale } from '@jamvikt/i18n'
import type { PlanTree } from '../../rules/tree.ts'
import { memberName } from '../../ui/words.tsx'
import { openBudget } from '../rules/open-budget.ts'
import { knownText } from './amount-words.ts'

/** What the plan costs, by priority and year, as far as it is known. */
export function OpenBudgetTable({ locale, tree }: { locale: Locale; tree: PlanTree }) {
  const budget = openBudget(tree.document)
  const whole = locale.text('open.plan.whole')
  return (
    <section class="card" id="money">
      <h2>{locale.text('open.plan.money')}</h2>
      {budget === null ? (
        <p>{locale.text('open.plan.money.none')}</p>
      ) : (
        <table class="stack">
          <caption>{locale.text('open.plan.money.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{locale.text('plan.kind.priority')}</th>
              {budget.years.map((year) => (
                <th scope="col" class="n" key={year}>
                  {year}
                </th>
              ))}
              <th scope="col" class="n">
                {whole}
              </th>
            </tr>
          </thead>
          <tbody>
            {[
              ...budget.rows.map((row) => ({ ...row, name: memberName(locale, tree, row.id) })),
              { id: '', name: whole, byYear: budget.byYear, whole: budget.whole },
            ].map((row) => (
              <tr key={row.id} class={row.id === '' ? 'total' : undefined}>
                <th scope="row">{row.name}</th>
                {budget.years.map((year, at) => (
                  <td class="n" key={year} data-label={year}>
                    {knownText(locale, row.byYear[at])}
                  </td>
                ))}
                <td class="n" data-label={whole}>
                  {knownText(locale, row.whole)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="note">{locale.text('open.plan.money.note')}</p>
    </section>
  )
}
