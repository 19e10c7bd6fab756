import type { Locale } from '@jamvikt/i18n'
import { EmptyState } from '@jamvikt/ui'
import { REACHED, type Reached } from '../model-follow.ts'
import type { Standing } from '../rules/standing.ts'
import { StatusTag } from './status-tag.tsx'

/** People reached in words, women first; only what is known. */
export function reachedText(locale: Locale, reached: Reached): string {
  return REACHED.flatMap((group) => {
    const count = reached[group]
    return count === null ? [] : [`${locale.number(count)} ${locale.text(`follow.reached.${group}.short`)}`]
  }).join(', ')
}

/** The activities of a period: what is told, and what is still to be. */
export function FollowList(props: {
  locale: Locale
  standings: readonly Standing[]
  /** Where one activity is told of. */
  address: (activityId: string) => string
  mayTell: boolean
}) {
  const { locale, standings, mayTell } = props
  if (standings.length === 0)
    return (
      <EmptyState title={locale.text('follow.noActivities')}>
        <p>{locale.text('follow.noActivities.text')}</p>
      </EmptyState>
    )
  return (
    <div class="card table-card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('follow.activity')}</th>
            <th scope="col">{locale.text('follow.status')}</th>
            <th scope="col">{locale.text('follow.done')}</th>
            {mayTell ? <th scope="col">{locale.text('follow.reached')}</th> : null}
            <th scope="col">{locale.text('follow.told')}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ activity, update, before }) => (
            <tr key={activity.id}>
              <th scope="row">
                {mayTell ? (
                  <a href={props.address(activity.id)}>{activity.fields.name}</a>
                ) : (
                  activity.fields.name
                )}
              </th>
              <td>
                {update === null ? (
                  <>
                    {locale.text('follow.untold')}
                    {before === null ? null : (
                      <p class="note">
                        {locale.text('follow.before')} <StatusTag locale={locale} status={before} />
                      </p>
                    )}
                  </>
                ) : (
                  <StatusTag locale={locale} status={update.status} />
                )}
              </td>
              <td>
                {update === null ? null : (
                  <>
                    {update.done === '' ? null : <p class="kept-lines">{update.done}</p>}
                    {update.cause === '' ? null : (
                      <p class="kept-lines">
                        <strong>{locale.text('follow.cause')}:</strong> {update.cause}
                      </p>
                    )}
                    {update.measure === '' ? null : (
                      <p class="kept-lines">
                        <strong>{locale.text('follow.measure')}:</strong> {update.measure}
                      </p>
                    )}
                  </>
                )}
              </td>
              {mayTell ? <td>{update === null ? null : reachedText(locale, update.reached)}</td> : null}
              <td>
                {update === null
                  ? null
                  : locale.text('follow.toldBy', {
                      name: update.changedBy,
                      time: locale.time(update.changedAt),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
