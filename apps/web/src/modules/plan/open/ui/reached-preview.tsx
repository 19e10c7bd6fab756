import type { Locale } from '@jamvikt/i18n'
import { Field, type FieldError } from '@jamvikt/ui'
import { periodName } from '../../follow/ui/period-name.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { REACHED_SEXES } from '../rules/reached-cells.ts'
import type { ReachedHalfYear } from '../service/release-reached.ts'

/** Each closed half-year as its readers would see it: small counts hidden, and others that give them away. */
export function ReachedPreview(props: {
  locale: Locale
  tree: PlanTree
  halfYears: readonly ReachedHalfYear[]
  /** The reason that has been written, and what is wrong with it. */
  typed: string
  errors: readonly FieldError[]
}) {
  const { locale, tree } = props
  const nameOf = (id: string) => tree.of('activity', id)?.fields.name ?? '–'
  return (
    <>
      {props.halfYears.map(({ period, code, state, leftOut }) => (
        <section class="card" key={code}>
          <h2>{periodName(locale, period)}</h2>
          {state.kind === 'ready' ? (
            <HalfYearTable locale={locale} tree={tree} cells={state.table.cells} />
          ) : state.kind === 'withdrawn' ? (
            <p>
              {locale.text('plan.reached.state.withdrawn', {
                date: locale.date(state.at),
                reason: state.notice,
              })}
            </p>
          ) : (
            <p>{locale.text(`plan.reached.state.${state.kind}`)}</p>
          )}
          {state.kind === 'released' ? <TakeBack {...props} code={code} /> : null}
          {leftOut.length === 0 ? null : (
            <p class="note">
              {locale.text('plan.reached.leftOut', { names: leftOut.map(nameOf).join('; ') })}
            </p>
          )}
        </section>
      ))}
    </>
  )
}

/** What can be done where a released count was wrong. */
function TakeBack(props: { locale: Locale; code: string; typed: string; errors: readonly FieldError[] }) {
  const { locale, code, errors } = props
  const field = `reason-${code}`
  const isOpen = errors.some((one) => one.field === field)
  return (
    <details open={isOpen} class="no-print">
      <summary>{locale.text('plan.reached.wrong')}</summary>
      <p>{locale.text('plan.reached.wrong.text')}</p>
      <form method="post" class="reason">
        <input type="hidden" name="period" value={code} />
        <Field
          id={field}
          name="reason"
          label={locale.text('plan.reached.wrong.reason')}
          value={isOpen ? props.typed : ''}
          errors={errors}
        />
        <button class="button" name="act" value="withdraw" type="submit">
          {locale.text('plan.reached.wrong.act')}
        </button>
      </form>
    </details>
  )
}

type Cells = Extract<ReachedHalfYear['state'], { readonly kind: 'ready' }>['table']['cells']

function HalfYearTable(props: { locale: Locale; tree: PlanTree; cells: Cells }) {
  const { locale, tree, cells } = props
  const told = new Set(cells.flatMap(({ by: { activity } }) => activity ?? []))
  const activities = tree.all('activity').filter(({ id }) => told.has(id))
  const sexes = REACHED_SEXES.filter((sex) => cells.some(({ by }) => by.sex === sex))
  const columns = [...sexes, undefined]
  const figure = (activity: string | undefined, sex: string | undefined) => {
    const cell = cells.find(({ by }) => by.activity === activity && by.sex === sex)
    return cell === undefined || cell.suppressed ? (
      <span class="hidden-cell">{locale.text('plan.reached.hidden')}</span>
    ) : (
      locale.number(cell.counts.people ?? 0)
    )
  }
  const heading = (sex: string | undefined) => locale.dynamic(`plan.reached.sex.${sex ?? 'total'}`, sex ?? '')
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{locale.text('plan.col.activity')}</th>
          {columns.map((sex) => (
            <th scope="col" class="n" key={sex ?? 'total'}>
              {heading(sex)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...activities, undefined].map((activity) => (
          <tr key={activity?.id ?? 'total'}>
            <th scope="row">{activity?.fields.name ?? locale.text('plan.reached.activity.total')}</th>
            {columns.map((sex) => (
              <td class="n" key={sex ?? 'total'} data-label={heading(sex)}>
                {figure(activity?.id, sex)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
