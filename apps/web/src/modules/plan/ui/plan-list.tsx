import type { Locale } from '@jamvikt/i18n'
import type { ListedPlan } from '../service/list-plans.ts'
import { dayText, stateText } from './words.tsx'

/** The region’s plans: what they are, how far they have come, and what they serve. */
export function PlanList(props: { locale: Locale; home: string; plans: readonly ListedPlan[] }) {
  const { locale, home, plans } = props
  const label = (name: 'kind' | 'years' | 'priorities' | 'activities' | 'state' | 'above') =>
    locale.text(`plan.list.${name}`)
  return (
    <section class="card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.list.name')}</th>
            <th scope="col">{label('kind')}</th>
            <th scope="col">{label('years')}</th>
            <th scope="col" class="n">
              {label('priorities')}
            </th>
            <th scope="col" class="n">
              {label('activities')}
            </th>
            <th scope="col">{label('state')}</th>
            <th scope="col">{label('above')}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ plan, priorities, activities, latest, above }) => (
            <tr key={plan.id}>
              <th scope="row">
                <a href={`${home}/${plan.slug}`}>{plan.facts.name}</a>
                {plan.facts.synthetic ? (
                  <>
                    <br />
                    <small class="note">{locale.text('plan.synthetic')}</small>
                  </>
                ) : null}
              </th>
              <td data-label={label('kind')}>{locale.text(`plan.kindOf.${plan.facts.kind}`)}</td>
              <td data-label={label('years')}>
                {dayText(locale, plan.facts.startsOn)}–{dayText(locale, plan.facts.endsOn)}
              </td>
              <td class="n" data-label={label('priorities')}>
                {locale.number(priorities)}
              </td>
              <td class="n" data-label={label('activities')}>
                {locale.number(activities)}
              </td>
              <td data-label={label('state')}>{stateText(locale, latest)}</td>
              <td data-label={label('above')}>
                {above === null ? '–' : <a href={`${home}/${above.slug}`}>{above.facts.name}</a>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
