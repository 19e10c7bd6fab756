import { EmptyState } from '@jamvikt/ui'
import { figureText } from '../../statistics/public.ts'
import type { ItemOf } from '../model-items.ts'
import { figureRows } from '../rules/indicator-figures.ts'
import { activitiesByGoal } from '../rules/thread.ts'
import type { Followed } from '../service/catalogue-figures.ts'
import { FigureCheckHelp, FigureTable } from './figure-table.tsx'
import { MeasurableHelp } from './item-form.tsx'
import { AddLink } from './item-view.tsx'
import { fieldLabel, itemName, type Known } from './words.tsx'

interface Shown extends Known {
  readonly byGoal: ReadonlyMap<string, readonly ItemOf<'activity'>[]>
  readonly followed: ReadonlyMap<string, Followed>
  readonly statistics: string
  readonly mayWrite: boolean
}

/** Goals and sub-goals by priority, with what measures them and what is done for them. */
export function GoalsView(props: Omit<Shown, 'byGoal'>) {
  const { locale, tree } = props
  const priorities = tree.all('priority')
  if (priorities.length === 0)
    return (
      <EmptyState title={locale.text('plan.goals.none')}>
        <p>{locale.text('plan.goals.none.text')}</p>
      </EmptyState>
    )
  const shown: Shown = { ...props, byGoal: activitiesByGoal(tree) }
  const isUnmeasured = tree.all('goal').some(({ fields }) => fields.measurable !== 'yes')
  return (
    <>
      {isUnmeasured ? <MeasurableHelp locale={locale} /> : null}
      {tree.all('figure').length === 0 ? null : <FigureCheckHelp locale={locale} />}
      {priorities.map((priority, at) => {
        const goals = tree.all('goal', priority.id)
        return (
          <section class="card goals" key={priority.id}>
            <h2>
              {at + 1}. {itemName(locale, priority)}
            </h2>
            {goals.length === 0 ? <p class="note">{locale.text('plan.goals.noneUnder')}</p> : null}
            {goals.map((goal) => (
              <Goal key={goal.id} {...shown} goal={goal} />
            ))}
            {props.mayWrite ? <AddLink {...props} kind="goal" parent={priority} /> : null}
          </section>
        )
      })}
    </>
  )
}

function Goal(props: Shown & { goal: ItemOf<'goal'>; under?: boolean }) {
  const { locale, tree, here, goal, mayWrite } = props
  const { year, measurable, measuredBy } = goal.fields
  const activities = props.byGoal.get(goal.id) ?? []
  const indicators = tree.all('indicator', goal.id)
  const subGoals = tree.all('goal', goal.id)
  const [sign, kind] =
    measurable === 'yes' ? ['✓', 'good'] : measurable === 'no' ? ['▲', 'few'] : ['?', 'few']
  const name = (
    <>
      <a href={`${here}/items/${goal.id}`}>{itemName(locale, goal)}</a>
      {props.under ? <small class="note"> {locale.text('plan.kinds.goal.goal').toLowerCase()}</small> : null}
    </>
  )
  return (
    <article class={props.under ? 'goal under' : 'goal'}>
      {props.under ? <h4>{name}</h4> : <h3>{name}</h3>}
      <p class="inline">
        {year === null ? null : <span>{locale.text('plan.goals.year', { year })}</span>}
        <span class={`tag tag-${kind}`}>
          <span aria-hidden="true">{sign}</span>
          {locale.text(`plan.goals.measurable.${measurable ?? 'unsaid'}`)}
        </span>
      </p>
      {measuredBy === '' ? null : (
        <p class="as-written">
          <strong>{fieldLabel(locale, 'goal', 'measuredBy')}:</strong> {measuredBy}
        </p>
      )}
      {indicators.length === 0 && subGoals.length === 0 ? (
        <p class="note">{locale.text('plan.goals.noIndicators')}</p>
      ) : null}
      {indicators.map((indicator) => (
        <Indicator key={indicator.id} {...props} indicator={indicator} />
      ))}
      {activities.length > 0 ? (
        <>
          <p class="label">{locale.text('plan.goals.activities')}</p>
          <ul class="tight">
            {activities.map((activity) => (
              <li key={activity.id}>
                <a href={`${here}/items/${activity.id}`}>{itemName(locale, activity)}</a>
              </li>
            ))}
          </ul>
        </>
      ) : subGoals.length === 0 ? (
        <p class="note">{locale.text('plan.goals.noActivities')}</p>
      ) : null}
      {mayWrite ? (
        <p class="inline">
          <AddLink {...props} kind="indicator" parent={goal} />
          {props.under ? null : <AddLink {...props} kind="goal" parent={goal} />}
        </p>
      ) : null}
      {subGoals.map((sub) => (
        <Goal key={sub.id} {...props} goal={sub} under />
      ))}
    </article>
  )
}

function Indicator(props: Shown & { indicator: ItemOf<'indicator'> }) {
  const { locale, tree, here, indicator, followed, mayWrite } = props
  const { unit, direction, catalogue } = indicator.fields
  const about = [
    unit,
    direction === null ? '' : locale.text(`plan.choice.direction.${direction}`).toLowerCase(),
  ]
  const figures = tree.all('figure', indicator.id)
  return (
    <div class="indicator">
      <p>
        <strong>
          <a href={`${here}/items/${indicator.id}`}>{itemName(locale, indicator)}</a>
        </strong>{' '}
        <span class="note">{about.filter(Boolean).join(', ')}</span>
      </p>
      {catalogue.map((id) => (
        <FollowedWords key={id} {...props} one={followed.get(id) ?? null} />
      ))}
      {catalogue.length > 0 && figures.length === 0 ? null : (
        <FigureTable locale={locale} rows={figureRows(unit, figures)} />
      )}
      {mayWrite ? (
        <p class="no-print">
          <a
            class="button small"
            href={`${here}/items/${indicator.id}/figures`}
            aria-label={`${locale.text('plan.figures.enter')}: ${itemName(locale, indicator)}`}
          >
            {locale.text('plan.figures.enter')}
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** The latest figures of an indicator of the catalogue, with the version that they are from. */
function FollowedWords({ locale, statistics, one }: Shown & { one: Followed | null }) {
  if (one === null) return <p class="note">{locale.text('plan.catalogue.gone')}</p>
  const measured = one.open?.measured
  const latest = measured?.points.at(-1)
  const row = measured?.pivot.rows.find(({ code }) => code === String(latest?.period))
  return (
    <>
      <p>
        {locale.text('plan.catalogue.follows')}: <a href={`${statistics}/indicators`}>{one.name}</a>
      </p>
      {measured === undefined ? (
        <p class="note">{locale.text('plan.catalogue.notOpen')}</p>
      ) : (
        <>
          {row === undefined ? null : (
            <dl class="facts">
              {measured.pivot.columns.map(({ code, label }, at) => {
                const figure = row.figures[at]
                return (
                  <div key={code}>
                    <dt>
                      {label} {latest?.period}
                    </dt>
                    <dd>
                      {figure === undefined ? '–' : figureText(locale, figure, measured.pivot.decimals)}
                    </dd>
                  </div>
                )
              })}
            </dl>
          )}
          <p class="note">
            <a href={`${statistics}/${measured.dataset.slug}?version=${measured.version}`}>
              {locale.text('plan.catalogue.version', {
                dataset: measured.dataset.name,
                version: measured.version,
              })}
            </a>{' '}
            {measured.pivot.unit}
          </p>
        </>
      )}
    </>
  )
}
