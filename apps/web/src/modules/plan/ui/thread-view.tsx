import type { Locale } from '@jamvikt/i18n'
import { EmptyState, Notice, Select } from '@jamvikt/ui'
import type { ItemOf, PlanItem } from '../model-items.ts'
import { NATIONAL_ENTRIES } from '../national-lists.ts'
import { LACKS, type Orphans } from '../rules/orphans.ts'
import type { ActivityThread, GoalThread, NationalThread } from '../rules/thread.ts'
import { entryName, itemName, type Known } from './words.tsx'

/** Which way the thread is read, and the national entry that it is limited to. */
export interface ThreadChoice {
  readonly way: 'down' | 'up'
  readonly code: string
}

/** How the thread is to be read. */
export function ThreadForm({ locale, choice }: { locale: Locale; choice: ThreadChoice }) {
  return (
    <form method="get" class="card filters no-print">
      <Select
        id="way"
        label={locale.text('plan.thread.way')}
        value={choice.way}
        choices={(['down', 'up'] as const).map((way) => ({
          value: way,
          label: locale.text(`plan.thread.${way}`),
        }))}
      />
      <Select
        id="entry"
        label={locale.text('plan.thread.filter')}
        value={choice.code}
        choices={[
          { value: '', label: locale.text('plan.thread.all') },
          ...NATIONAL_ENTRIES.map((entry) => ({ value: entry.code, label: entryName(locale, entry) })),
        ]}
      />
      <button class="button" type="submit">
        {locale.text('plan.thread.show')}
      </button>
    </form>
  )
}

export function ThreadNone({ locale }: { locale: Locale }) {
  return (
    <EmptyState title={locale.text('plan.thread.none')}>
      <p>{locale.text('plan.thread.none.text')}</p>
    </EmptyState>
  )
}

function ItemLink({ locale, here, item, mark }: Known & { item: PlanItem; mark?: boolean }) {
  return (
    <>
      {mark ? <small class="note kind-mark">{locale.text(`plan.kind.${item.kind}`)} </small> : null}
      {here === null ? (
        itemName(locale, item)
      ) : (
        <a href={`${here}/items/${item.id}`}>{itemName(locale, item)}</a>
      )}
    </>
  )
}

/** From national entries down to activities and indicators, as a list in lists. */
export function ThreadDown(props: Known & { threads: readonly NationalThread[] }) {
  const { locale, threads } = props
  return (
    <>
      {threads.map(({ entry, priorities }) => (
        <section class="card thread" key={entry?.code ?? ''}>
          <h2>{entry === null ? locale.text('plan.thread.noNational') : entryName(locale, entry)}</h2>
          {entry === null ? null : <p class="note">{locale.text(`plan.thread.list.${entry.list}`)}</p>}
          <ul>
            {priorities.map(({ priority, reason, goals, goalless }) => (
              <li key={priority.id}>
                <ItemLink {...props} item={priority} mark />
                {reason === '' ? null : <p class="note as-written">{reason}</p>}
                <ul>
                  {goals.map((thread) => (
                    <GoalItem key={thread.goal.id} {...props} thread={thread} />
                  ))}
                  {goalless.length === 0 ? null : (
                    <li>
                      <span class="note">{locale.text('plan.thread.goalless')}</span>
                      <Items {...props} items={goalless} />
                    </li>
                  )}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function GoalItem(props: Known & { thread: GoalThread }) {
  const { goal, subGoals, activities, indicators } = props.thread
  return (
    <li>
      <ItemLink {...props} item={goal} mark />
      <ul>
        {subGoals.map((thread) => (
          <GoalItem key={thread.goal.id} {...props} thread={thread} />
        ))}
        {[...activities, ...indicators].map((item) => (
          <li key={item.id}>
            <ItemLink {...props} item={item} mark />
          </li>
        ))}
      </ul>
    </li>
  )
}

function Items(props: Known & { items: readonly (ItemOf<'activity'> | ItemOf<'goal'>)[] }) {
  return (
    <ul>
      {props.items.map((item) => (
        <li key={item.id}>
          <ItemLink {...props} item={item} />
        </li>
      ))}
    </ul>
  )
}

/** From activities up to national entries, as a list in lists. */
export function ThreadUp(props: Known & { threads: readonly ActivityThread[] }) {
  const { locale, threads } = props
  return (
    <section class="card thread">
      <ul>
        {threads.map(({ activity, goals, priorities }) => (
          <li key={activity.id}>
            <ItemLink {...props} item={activity} mark />
            <ul>
              {goals.length === 0 ? <li class="note">{locale.text('plan.thread.noGoal')}</li> : null}
              {goals.map(({ goal, above, indicators }) => (
                <li key={goal.id}>
                  <ItemLink {...props} item={goal} mark />
                  {above.map((each) => (
                    <span key={each.id}>
                      {' '}
                      ← <ItemLink {...props} item={each} />
                    </span>
                  ))}
                  {indicators.length === 0 ? null : (
                    <ul>
                      {indicators.map((indicator) => (
                        <li key={indicator.id}>
                          <ItemLink {...props} item={indicator} mark />
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
              {priorities.map(({ priority, serves }) => (
                <li key={priority.id}>
                  <ItemLink {...props} item={priority} mark />
                  <ul>
                    {serves.map((entry) => (
                      <li key={entry.code}>
                        <small class="note kind-mark">{locale.text('plan.kind.national')} </small>
                        {entryName(locale, entry)}
                      </li>
                    ))}
                    {serves.length === 0 ? <li class="note">{locale.text('plan.thread.noEntry')}</li> : null}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

const SHOWN = 12

/** Where the thread breaks, by what is missing. */
export function OrphanList(props: Known & { orphans: Orphans }) {
  const { locale, orphans } = props
  const lacking = LACKS.filter((lack) => (orphans.items.get(lack)?.length ?? 0) > 0)
  return (
    <section class="card" id="orphans">
      <h2>{locale.text('plan.orphans')}</h2>
      {lacking.length === 0 && orphans.unserved.length === 0 ? (
        <Notice kind="good">{locale.text('plan.orphans.none')}</Notice>
      ) : null}
      <div class="grid-even orphans">
        {lacking.map((lack) => {
          const items = orphans.items.get(lack) ?? []
          const list = (some: readonly PlanItem[]) => (
            <ul class="tight">
              {some.map((item) => (
                <li key={item.id}>
                  <ItemLink {...props} item={item} />
                </li>
              ))}
            </ul>
          )
          return (
            <section key={lack}>
              <h3>
                {locale.text(`plan.orphans.${lack}`)} ({locale.number(items.length)})
              </h3>
              {list(items.slice(0, SHOWN))}
              {items.length <= SHOWN ? null : (
                <details>
                  <summary>{locale.text('plan.item.more', { count: items.length })}</summary>
                  {list(items.slice(SHOWN))}
                </details>
              )}
            </section>
          )
        })}
        {orphans.unserved.length === 0 ? null : (
          <section>
            <h3>
              {locale.text('plan.orphans.unserved')} ({locale.number(orphans.unserved.length)})
            </h3>
            <ul class="tight">
              {orphans.unserved.map((entry) => (
                <li key={entry.code}>
                  {entryName(locale, entry)}{' '}
                  <small class="note">{locale.text(`plan.thread.list.${entry.list}`)}</small>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </section>
  )
}
