import type { Locale } from '@jamvikt/i18n'
import type { OpenIndicator } from '../../../statistics/public.ts'
import { threadsDown } from '../../rules/thread.ts'
import { PlanTree } from '../../rules/tree.ts'
import { ThreadDown } from '../../ui/thread-view.tsx'
import { dayText } from '../../ui/words.tsx'
import { openBudget } from '../rules/open-budget.ts'
import type { ReadOpenPlan } from '../service/open-plans.ts'
import { knownText } from './amount-words.ts'
import { HowItGoes, OpenActivities } from './open-activities.tsx'
import { OpenBudgetTable } from './open-budget-table.tsx'
import { OpenChanges } from './open-changes.tsx'
import { OpenPriorities } from './open-priorities.tsx'

const PARTS = ['wants', 'thread', 'activities', 'goes', 'money', 'changes'] as const

/** A plan for anybody to read: what it wants, what is done, when, for how much, how it goes and what has changed. */
export function OpenPlanView(props: {
  locale: Locale
  plan: ReadOpenPlan
  indicators: readonly OpenIndicator[]
  /** Where the open indicators are. */
  indicatorsAt: string
  now: Date
}) {
  const { locale, plan, now } = props
  const { document, decision, standings } = plan
  const tree = new PlanTree(document)
  return (
    <div class="open-plan">
      <p class="plan-summary">{summaryText(locale, tree)}</p>
      <p>
        {locale.text('open.plan.version', {
          number: plan.publication.version,
          body: decision.body,
          on: dayText(locale, decision.on),
          diary: decision.diary,
        })}
      </p>
      <nav class="chips no-print" aria-label={locale.text('plan.tabs')}>
        {PARTS.map((part) => (
          <a key={part} class="chip" href={`#${part}`}>
            {locale.text(`open.plan.part.${part}`)}
          </a>
        ))}
      </nav>
      <section class="card">
        <h2>{locale.text('open.plan.read')}</h2>
        <ul>
          {(['1', '2', '3', '4'] as const).map((line) => (
            <li key={line}>{locale.text(`open.plan.read.${line}`)}</li>
          ))}
        </ul>
      </section>
      <OpenPriorities
        locale={locale}
        tree={tree}
        indicators={props.indicators}
        indicatorsAt={props.indicatorsAt}
      />
      <section class="open-thread" id="thread">
        <h2>{locale.text('open.plan.thread')}</h2>
        <p>{locale.text('open.plan.thread.text')}</p>
        <ThreadDown locale={locale} tree={tree} here={null} codes={new Map()} threads={threadsDown(tree)} />
      </section>
      <OpenActivities locale={locale} tree={tree} standings={standings} now={now} />
      <HowItGoes locale={locale} tree={tree} standings={standings} />
      <OpenBudgetTable locale={locale} tree={tree} />
      <OpenChanges locale={locale} since={plan.since} before={plan.before} document={document} />
    </div>
  )
}

/** A plan in one line: how much is in it, and what it costs. */
export function summaryText(locale: Locale, tree: PlanTree): string {
  const whole = openBudget(tree.document)?.whole
  return locale.text('plan.summary', {
    priorities: locale.counted('plan.count.priorities', tree.all('priority').length),
    activities: locale.counted('plan.count.activities', tree.all('activity').length),
    money:
      whole === undefined || whole.amountOre === null
        ? locale.text('plan.money.unknown')
        : `${knownText(locale, whole)}\u00a0kr`,
  })
}
