import type { Locale } from '@jamvikt/i18n'
import type { Budget } from '../../rules/budgets.ts'

/** Which budget counts in reports and to the agency: a choice for whoever writes, words for the others. */
export function CountedChoice(props: {
  locale: Locale
  here: string
  budgets: readonly Budget[]
  mayWrite: boolean
}) {
  const { locale, here, budgets } = props
  const [counted, ...more] = budgets.filter(({ isCounted }) => isCounted)
  if (budgets.length < 2 && counted === undefined) return null
  const told =
    counted === undefined
      ? locale.text('plan.m.counted.none')
      : locale.text(counted.isEmpty ? 'plan.m.counted.empty' : 'plan.m.counted.is', { budget: counted.name })
  return (
    <section class="card" aria-labelledby="counted-title" id="counted">
      <h2 id="counted-title">{locale.text('plan.m.counted')}</h2>
      <p>
        {told} {more.length === 0 ? '' : locale.text('plan.m.counted.several')}
      </p>
      {props.mayWrite ? (
        <form method="post" action={`${here}/money/counted`} class="form no-print">
          <fieldset class="choices">
            <legend>{locale.text('plan.m.counted.ask')}</legend>
            {budgets.map(({ id, name }) => (
              <label class="choice" key={id}>
                <input type="radio" name="budget" value={id} checked={id === counted?.id} />{' '}
                <span>{name}</span>
              </label>
            ))}
            <label class="choice">
              <input type="radio" name="budget" value="" checked={counted === undefined} />{' '}
              <span>{locale.text('plan.m.counted.nobody')}</span>
            </label>
          </fieldset>
          <button class="button" type="submit">
            {locale.text('save')}
          </button>
        </form>
      ) : null}
    </section>
  )
}
