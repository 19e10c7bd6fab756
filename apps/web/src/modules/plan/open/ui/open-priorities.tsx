import type { Locale } from '@jamvikt/i18n'
import type { OpenIndicator } from '../../../statistics/public.ts'
import { figureText } from '../../../statistics/public.ts'
import type { ItemOf } from '../../model-items.ts'
import { figureRows } from '../../rules/indicator-figures.ts'
import { servedBy } from '../../rules/thread.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { choiceLabel, dayText, entryName, fieldLabel } from '../../ui/words.tsx'
import { dutyNames } from './duty-names.ts'
import { timeText } from './open-activities.tsx'

interface Shown {
  readonly locale: Locale
  readonly tree: PlanTree
  /** Indicators of the catalogue that are open, and where. */
  readonly indicators: readonly OpenIndicator[]
  readonly indicatorsAt: string
}

/** What the plan wants, priority by priority: why, the goals with their measures, for whom, and what is done. */
export function OpenPriorities(props: Shown) {
  return (
    <div id="wants">
      {props.tree.all('priority').map((priority, at) => (
        <Priority key={priority.id} {...props} priority={priority} number={at + 1} />
      ))}
    </div>
  )
}

function Priority(props: Shown & { priority: ItemOf<'priority'>; number: number }) {
  const { locale, tree, priority, number } = props
  const serves = servedBy(tree, priority)
  const goals = tree.all('goal', priority.id)
  const activities = tree.all('activity', priority.id)
  return (
    <section class="card open-priority" id={`i-${priority.id}`}>
      <h2>
        {number}. {priority.fields.name}
      </h2>
      <Words locale={locale} text={priority.fields.purpose} />
      {serves.length === 0 ? null : (
        <p class="note">
          {locale.text('open.plan.serves', {
            entries: serves.map(({ entry }) => entryName(locale, entry)).join('; '),
          })}
        </p>
      )}
      <Said locale={locale} item={priority} fields={['expected', 'needs', 'followUp', 'communication']} />
      <Groups locale={locale} tree={tree} under={priority.id} />
      {goals.length === 0 ? null : <h3>{locale.text('open.plan.goals')}</h3>}
      {goals.map((goal) => (
        <Goal key={goal.id} {...props} goal={goal} />
      ))}
      {activities.length === 0 ? null : <h3>{locale.text('open.plan.done')}</h3>}
      {activities.map((activity) => (
        <Activity key={activity.id} {...props} activity={activity} />
      ))}
    </section>
  )
}

function Words({ locale, text }: { locale: Locale; text: string }) {
  // The plan’s own words are Swedish whatever language the page is in.
  return text === '' ? null : (
    <p class="as-written" lang={locale.language === 'sv' ? undefined : 'sv'}>
      {text}
    </p>
  )
}

/** Some fields of an item in words, folded away: those that say anything. */
function Said(props: {
  locale: Locale
  item: ItemOf<'priority'> | ItemOf<'activity'>
  fields: readonly (
    | 'expected'
    | 'needs'
    | 'followUp'
    | 'communication'
    | 'how'
    | 'criticalSteps'
    | 'successFactors'
  )[]
}) {
  const { locale, item } = props
  const values: Readonly<Record<string, unknown>> = item.fields
  const said = props.fields.flatMap((field) => {
    const text = values[field]
    return typeof text === 'string' && text !== '' ? [{ field, text }] : []
  })
  if (said.length === 0) return null
  return (
    <details>
      <summary>{locale.text('open.plan.more', { name: item.fields.name })}</summary>
      <dl class="said">
        {said.map(({ field, text }) => (
          <div key={field}>
            <dt>{fieldLabel(locale, item.kind, field)}</dt>
            <dd>
              <Words locale={locale} text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Groups({ locale, tree, under }: { locale: Locale; tree: PlanTree; under: string }) {
  const groups = tree.all('group', under)
  if (groups.length === 0) return null
  return (
    <p>
      <strong>{locale.text('open.plan.for')}</strong> {groups.map(({ fields }) => fields.name).join(', ')}
    </p>
  )
}

function Goal(props: Shown & { goal: ItemOf<'goal'>; isUnder?: boolean }) {
  const { locale, tree, goal } = props
  const { name, year, measuredBy } = goal.fields
  return (
    <div class={props.isUnder ? 'goal under' : 'goal'} id={`i-${goal.id}`}>
      <p>
        <strong>{name}</strong>
        {year === null ? null : <span class="note"> {locale.text('plan.goals.year', { year })}</span>}
      </p>
      {measuredBy === '' ? null : (
        <p>
          {fieldLabel(locale, 'goal', 'measuredBy')}: {measuredBy}
        </p>
      )}
      {tree.all('indicator', goal.id).map((indicator) => (
        <Indicator key={indicator.id} {...props} indicator={indicator} />
      ))}
      {tree.all('goal', goal.id).map((sub) => (
        <Goal key={sub.id} {...props} goal={sub} isUnder />
      ))}
    </div>
  )
}

/** A measure with its figures, women first: the plan’s own, and those of the open statistics. */
function Indicator(props: Shown & { indicator: ItemOf<'indicator'> }) {
  const { locale, tree, indicator } = props
  const { name, unit, direction, catalogue } = indicator.fields
  const figures = tree.all('figure', indicator.id)
  const about = [
    unit,
    direction === null ? '' : choiceLabel(locale, 'indicator', 'direction', direction).toLowerCase(),
  ].filter((part) => part !== '')
  const open = props.indicators.filter(({ measured }) => catalogue.includes(measured.indicator.id))
  return (
    <div class="indicator">
      <p>
        {locale.text('plan.kind.indicator')}: <strong>{name}</strong>
        {about.length === 0 ? null : <span class="note"> {about.join(', ')}</span>}
      </p>
      {open.map((each) => (
        <Measured key={each.address} {...props} open={each} />
      ))}
      {figures.length === 0 && open.length > 0 ? null : (
        <FigureTable locale={locale} rows={figureRows(unit, figures)} isForReaders />
      )}
    </div>
  )
}

function Measured({ locale, open, indicatorsAt }: Shown & { open: OpenIndicator }) {
  const { indicator, points, pivot } = open.measured
  const latest = points.at(-1)
  const row = pivot.rows.find(({ code }) => code === String(latest?.period))
  return (
    <>
      <p>
        {locale.text('open.plan.follows')} <a href={`${indicatorsAt}/${open.address}`}>{indicator.name}</a>
      </p>
      {row === undefined ? null : (
        <dl class="facts">
          {pivot.columns.map(({ code, label }, at) => {
            const figure = row.figures[at]
            return (
              <div key={code}>
                <dt>
                  {label} {latest?.period}
                </dt>
                <dd>{figure === undefined ? '–' : figureText(locale, figure, pivot.decimals)}</dd>
              </div>
            )
          })}
        </dl>
      )}
    </>
  )
}

function Activity(props: Shown & { activity: ItemOf<'activity'>; isUnder?: boolean }) {
  const { locale, tree, activity } = props
  const { name, what, start, end, unit, responsible, flagship } = activity.fields
  const who = [unit, ...dutyNames(locale, tree, responsible)].filter((part) => part !== '').join(', ')
  const indicators = tree.all('indicator', activity.id)
  const steps = [
    ...tree.all('phase', activity.id).map(({ id, fields }) => ({
      id,
      text: `${fields.name} (${timeText(locale, fields.start, fields.end)})`,
    })),
    ...tree.all('milestone', activity.id).map(({ id, fields }) => ({
      id,
      text: fields.on === null ? fields.name : `${fields.name} (${dayText(locale, fields.on)})`,
    })),
  ]
  return (
    <div class={props.isUnder ? 'open-activity under' : 'open-activity'} id={`i-${activity.id}`}>
      <h4>
        {name}
        {flagship ? <small class="tag tag-neutral">{locale.text('plan.flagship')}</small> : null}
      </h4>
      <p class="note">
        {timeText(locale, start, end)}
        {who === '' ? null : ` · ${who}`}
      </p>
      <Words locale={locale} text={what} />
      <Groups locale={locale} tree={tree} under={activity.id} />
      {steps.length === 0 ? null : (
        <ul class="tight">
          {steps.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {indicators.map((indicator) => (
        <Indicator key={indicator.id} {...props} indicator={indicator} />
      ))}
      <Said
        locale={locale}
        item={activity}
        fields={['expected', 'how', 'criticalSteps', 'followUp', 'communication', 'successFactors']}
      />
      {tree.all('activity', activity.id).map((part) => (
        <Activity key={part.id} {...props} activity={part} isUnder />
      ))}
    </div>
  )
}
