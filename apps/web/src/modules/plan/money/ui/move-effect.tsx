import type { Locale } from '@jamvikt/i18n'
import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { amountText, moneyText, sumText } from '../../ui/amounts.ts'
import type { Move } from '../model-money.ts'
import type { MoveEffect } from '../rules/move-effect.ts'
import { Differences } from './differences.tsx'
import { memberName } from './names.ts'

/** “100 000 kr from A, 2017 to B, 2017”. */
export function moveText(locale: Locale, tree: PlanTree, move: Move): string {
  const name = (key: readonly string[]) => key.map((member) => memberName(locale, tree, member)).join(', ')
  return locale.text('plan.m.move.text', {
    amount: moneyText(locale, move.amountOre),
    from: name(move.from),
    to: name(move.to),
  })
}

/** What a move does: to sums, to goals, to other budgets. */
export function MoveEffectView(props: { locale: Locale; tree: PlanTree; effect: MoveEffect }) {
  const { locale, tree, effect } = props
  const { budget, changes, goals, parting } = effect
  const goalLists = [
    ['lose', goals.lose],
    ['gain', goals.gain],
    ['both', goals.both],
  ] as const satisfies readonly (readonly [string, readonly ItemOf<'goal'>[]])[]
  return (
    <section class="card" aria-labelledby="effect">
      <h3 id="effect">{locale.text('plan.m.effect')}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.m.effect.sums')}>
        <table>
          <caption>{locale.text('plan.m.effect.sums')}</caption>
          <thead>
            <tr>
              <th scope="col">{locale.text('plan.m.effect.what')}</th>
              <th scope="col" class="n">
                {locale.text('plan.m.before')} ({budget.unit})
              </th>
              <th scope="col" class="n">
                {locale.text('plan.m.after')} ({budget.unit})
              </th>
              <th scope="col" class="n">
                {locale.text('plan.m.effect.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ dimension, member, before, after }) => {
              const change = (after.amountOre ?? 0n) - (before.amountOre ?? 0n)
              return (
                <tr key={dimension + member}>
                  <th scope="row">
                    {locale.text(`plan.m.dimension.${dimension}`)}: {memberName(locale, tree, member)}
                  </th>
                  <td class="n">{sumText(locale, before, budget.unit)}</td>
                  <td class="n">{sumText(locale, after, budget.unit)}</td>
                  <td class="n">
                    {change > 0n ? '+' : ''}
                    {amountText(locale, change, budget.unit)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p>
        {locale.text('plan.m.effect.total', {
          amount: `${sumText(locale, effect.total, budget.unit)}\u00a0${budget.unit}`,
        })}{' '}
        {budget.over.includes('year')
          ? locale.text('plan.m.effect.years')
          : locale.text('plan.m.effect.noYears')}{' '}
        {budget.over.includes('cost-type')
          ? locale.text('plan.m.effect.costTypes')
          : locale.text('plan.m.effect.noCostTypes')}
      </p>
      {goalLists.map(([name, list]) => (
        <div key={name}>
          <h4>{locale.text(`plan.m.effect.goals.${name}`)}</h4>
          {list.length === 0 ? (
            <p>{locale.text('plan.m.effect.goals.none')}</p>
          ) : (
            <ul>
              {list.map(({ id, fields }) => (
                <li key={id}>{fields.name}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {parting.length === 0 ? null : (
        <>
          <h4>{locale.text('plan.m.effect.parting')}</h4>
          <Differences locale={locale} tree={tree} comparisons={parting} />
        </>
      )}
    </section>
  )
}
