import type { Locale } from '@jamvikt/i18n'
import { Tag } from '@jamvikt/ui'
import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { dayText, type Known } from '../../ui/words.tsx'
import { openActions } from '../rules/meetings.ts'

/** The names of those who are responsible for an action. */
export function responsibleText(tree: PlanTree, { fields }: ItemOf<'task'>): string {
  return fields.responsible.flatMap((id) => tree.of('role', id)?.fields.name ?? []).join(', ')
}

/** When an action is due, and in words whether that has passed. */
export function DueDay({
  locale,
  due,
  isOverdue,
}: {
  locale: Locale
  due: string | null
  isOverdue: boolean
}) {
  if (due === null) return <span class="hidden-cell">{locale.text('work.noDay')}</span>
  return (
    <>
      {dayText(locale, due)} {isOverdue ? <Tag kind="bad">{locale.text('work.overdue')}</Tag> : null}
    </>
  )
}

/** What is to be done after meetings: overdue first. */
export function ActionsView(props: Known & { today: string; mayWrite: boolean }) {
  const { locale, tree, here, mayWrite } = props
  const actions = openActions(tree, props.today)
  return (
    <section class="card" aria-labelledby="actions">
      <h2 id="actions">{locale.text('work.actions')}</h2>
      {actions.length === 0 ? (
        <p>{locale.text('work.actions.none')}</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{locale.text('work.action')}</th>
              <th scope="col">{locale.text('work.due')}</th>
              <th scope="col">{locale.text('work.responsible')}</th>
              <th scope="col">{locale.text('work.from')}</th>
              {mayWrite ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {actions.map(({ task, meeting, isOverdue }) => (
              <tr key={task.id}>
                <th scope="row">
                  <a href={`${here}/items/${task.id}`}>{task.fields.name}</a>
                </th>
                <td data-label={locale.text('work.due')}>
                  <span>
                    <DueDay locale={locale} due={task.fields.due} isOverdue={isOverdue} />
                  </span>
                </td>
                <td data-label={locale.text('work.responsible')}>{responsibleText(tree, task) || '–'}</td>
                <td data-label={locale.text('work.from')}>{meeting?.fields.name ?? '–'}</td>
                {mayWrite ? (
                  <td>
                    <form method="post" action={`${here}/work`} class="no-print">
                      <input type="hidden" name="task" value={task.id} />
                      <button
                        class="button small"
                        type="submit"
                        name="act"
                        value="done"
                        aria-label={`${locale.text('work.markDone')}: ${task.fields.name}`}
                      >
                        {locale.text('work.markDone')}
                      </button>
                    </form>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
