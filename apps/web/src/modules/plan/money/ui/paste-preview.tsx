import type { Locale } from '@jamvikt/i18n'
import { writeAmount } from '../../rules/amount-text.ts'
import { type Budget, groupName } from '../../rules/budgets.ts'
import { amountText } from '../../ui/amounts.ts'
import type { Pasted } from '../rules/paste-block.ts'
import { cellField, seenOf } from './budget-grid.tsx'
import { amountReason } from './names.ts'

const MOST_LISTED = 500

/** Cells of a pasted block that cannot be taken, each with its place. */
export function PasteFaults({ locale, faults }: { locale: Locale; faults: Pasted['faults'] }) {
  if (faults.length === 0) return null
  return (
    <section class="notice notice-bad" role="alert">
      <h3>{locale.counted('plan.m.paste.faults', faults.length)}</h3>
      <ul>
        {faults.slice(0, 50).map((fault) => (
          <li key={`${fault.row},${fault.column}`}>
            {locale.text('plan.m.paste.fault', {
              row: fault.row,
              column: fault.column,
              text: fault.text,
            })}{' '}
            {amountReason(locale, fault.reason)}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Change {
  readonly key: readonly string[]
  readonly name: string
  readonly now: bigint | null
  readonly amountOre: bigint | null
}

/** What a pasted block changes, before it is saved. */
export function PasteChanges(props: {
  locale: Locale
  budget: Budget
  changes: readonly Change[]
  /** Some cells of the block cannot be taken. */
  isPartial: boolean
}) {
  const { locale, budget, changes, isPartial } = props
  if (changes.length === 0) return null
  return (
    <form method="post" class="card">
      <input
        type="hidden"
        name="seen"
        value={seenOf(
          budget,
          changes.map(({ key }) => key),
        )}
      />
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.m.paste.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{locale.text('plan.m.paste.cell')}</th>
              <th scope="col" class="n">
                {locale.text('plan.m.before')} ({budget.unit})
              </th>
              <th scope="col" class="n">
                {locale.text('plan.m.after')} ({budget.unit})
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, MOST_LISTED).map(({ key, name, now, amountOre }) => (
              <tr key={groupName(key)}>
                <th scope="row">{name}</th>
                <td class="n">{amountText(locale, now, budget.unit)}</td>
                <td class="n">{amountText(locale, amountOre, budget.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.map(({ key, amountOre }) => (
        <input
          key={groupName(key)}
          type="hidden"
          name={cellField(key)}
          value={writeAmount(amountOre, budget.unit)}
        />
      ))}
      <button class="button primary" type="submit" name="act" value="save">
        {locale.text(isPartial ? 'plan.m.paste.saveRest' : 'plan.m.paste.save')}
      </button>
    </form>
  )
}
