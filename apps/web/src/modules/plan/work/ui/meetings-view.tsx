import { EmptyState } from '@jamvikt/ui'
import type { ItemOf } from '../../model-items.ts'
import { choiceLabel, dayText, type Known } from '../../ui/words.tsx'
import { meetingsOf } from '../rules/meetings.ts'
import { DueDay, responsibleText } from './actions-view.tsx'

const MOST_OPEN = 5

/** Meetings to come and meetings that have been, with what was decided and what is to be done. */
export function MeetingsView(props: Known & { today: string; mayWrite: boolean }) {
  const { locale, here } = props
  const { upcoming, past } = meetingsOf(props.tree, props.today)
  return (
    <section class="card meetings" aria-labelledby="meetings">
      <h2 id="meetings">{locale.text('work.meetings')}</h2>
      {props.mayWrite ? (
        <p class="no-print">
          <a class="button" href={`${here}/work/meeting`}>
            {locale.text('work.meeting.new')}
          </a>
        </p>
      ) : null}
      {upcoming.length + past.length === 0 ? (
        <EmptyState title={locale.text('work.meetings.none')}>
          <p>{locale.text('work.meetings.none.text')}</p>
        </EmptyState>
      ) : (
        <>
          <h3>{locale.text('work.meetings.upcoming')}</h3>
          {upcoming.length === 0 ? <p class="note">{locale.text('work.meetings.noUpcoming')}</p> : null}
          {upcoming.map((meeting) => (
            <Meeting key={meeting.id} {...props} meeting={meeting} />
          ))}
          {past.length === 0 ? null : <h3>{locale.text('work.meetings.past')}</h3>}
          {past.slice(0, MOST_OPEN).map((meeting) => (
            <Meeting key={meeting.id} {...props} meeting={meeting} />
          ))}
          {past.length > MOST_OPEN ? (
            <ul class="tight">
              {past.slice(MOST_OPEN).map(({ id, fields }) => (
                <li key={id}>
                  <a href={`${here}/items/${id}`}>{fields.name}</a>
                  {fields.on === null ? '' : `, ${dayText(locale, fields.on)}`}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </section>
  )
}

function Meeting(props: Known & { today: string; meeting: ItemOf<'meeting'> }) {
  const { locale, tree, here, meeting, today } = props
  const { name, on, duty, agenda, decisions } = meeting.fields
  const tasks = tree.all('task', meeting.id)
  const facts = [
    on === null ? locale.text('work.noDay') : dayText(locale, on),
    duty === null ? '' : choiceLabel(locale, 'meeting', 'duty', duty),
  ]
  return (
    <article class="meeting">
      <h4>
        <a href={`${here}/items/${meeting.id}`}>{name}</a>
      </h4>
      <p class="note">{facts.filter(Boolean).join(' · ')}</p>
      {agenda === '' ? null : (
        <>
          <h5>{locale.text('plan.field.agenda')}</h5>
          <p class="kept-lines">{agenda}</p>
        </>
      )}
      {decisions === '' ? null : (
        <>
          <h5>{locale.text('plan.field.decisions')}</h5>
          <p class="kept-lines">{decisions}</p>
        </>
      )}
      {tasks.length === 0 ? null : (
        <>
          <h5>{locale.text('work.meeting.actions')}</h5>
          <ul class="tight">
            {tasks.map((task) => {
              const { done, due } = task.fields
              return (
                <li key={task.id}>
                  {done ? (
                    <>
                      <span aria-hidden="true">✓ </span>
                      {locale.text('work.markDone')}:{' '}
                    </>
                  ) : null}
                  <a href={`${here}/items/${task.id}`}>{task.fields.name}</a>{' '}
                  <span class="note">{responsibleText(tree, task)}</span>{' '}
                  {done ? null : <DueDay locale={locale} due={due} isOverdue={due !== null && due < today} />}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </article>
  )
}
