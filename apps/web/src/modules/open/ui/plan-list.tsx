import type { Locale } from '@jamvikt/i18n'
import type { ListedPlan } from '../model-plans.ts'

/** The plans that a region shows everybody. */
export function PlanList(props: { locale: Locale; home: string; plans: readonly ListedPlan[] }) {
  const { locale, plans } = props
  return (
    <ul class="plain">
      {plans.map(({ slug, name, lede, decision, version, synthetic }) => (
        <li key={slug}>
          <a href={`${props.home}/plans/${slug}`}>{name}</a>
          <br />
          {lede === '' ? null : (
            <>
              {lede}
              <br />
            </>
          )}
          <small class="note">
            {locale.text('open.plan.adopted', { date: locale.date(`${decision.on}T12:00:00Z`), version })}
            {synthetic ? ` ${locale.text('plan.synthetic')}` : null}
          </small>
        </li>
      ))}
    </ul>
  )
}

/** Plans whose name, words or priorities hold all words of a search. */
export function plansWith(plans: readonly ListedPlan[], search: string): readonly ListedPlan[] {
  const words = search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  return plans.filter(({ name, lede, priorities }) => {
    const text = [name, lede, ...priorities].join(' ').toLocaleLowerCase('sv')
    return words.every((word) => text.includes(word))
  })
}
