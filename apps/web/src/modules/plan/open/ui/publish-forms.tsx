import type { Locale } from '@jamvikt/i18n'
import { Checkbox, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { PlanVersion } from '../../model.ts'
import { DateField } from '../../ui/field-input.tsx'
import { decisionText } from '../../ui/versions-view.tsx'
import type { PlanPublication } from '../model-open.ts'

export interface TypedPublication {
  readonly version: string
  readonly from: string
  readonly reason: string
}

/** What everybody sees of the plan now, and what is to come. */
export function StandingWords(props: {
  locale: Locale
  shown: PlanPublication | null
  waiting: PlanPublication | null
  address: string
}) {
  const { locale, shown, waiting } = props
  return (
    <>
      {shown === null ? (
        <p>{locale.text('plan.open.none')}</p>
      ) : (
        <p>
          {locale.text('plan.open.stands', {
            version: shown.version,
            date: locale.date(shown.openFrom),
            name: shown.madeBy,
          })}{' '}
          <a href={props.address}>{locale.text('plan.open.see')}</a>
        </p>
      )}
      {waiting === null ? null : (
        <Notice kind="info">
          {locale.text('plan.open.waits', {
            version: waiting.version,
            date: locale.date(waiting.openFrom),
            name: waiting.madeBy,
          })}
        </Notice>
      )}
    </>
  )
}

/** Shows an adopted version to everybody, from a day on, after it has been looked at. */
export function PublishForm(props: {
  locale: Locale
  here: string
  versions: readonly PlanVersion[]
  today: string
  typed: TypedPublication
  errors: readonly FieldError[]
}) {
  const { locale, here, versions, typed, errors } = props
  return (
    <section class="card no-print">
      <h2>{locale.text('plan.open.publish')}</h2>
      {versions.length === 0 ? (
        <p>{locale.text('plan.open.noVersion')}</p>
      ) : (
        <>
          <p>{locale.text('plan.open.look')}</p>
          <ul>
            {versions.map(({ number, decision }) => (
              <li key={number}>
                <a href={`${here}/open/${number}`}>{locale.text('plan.version', { number })}</a>
                {decision === null ? null : `, ${decisionText(locale, decision)}`}
              </li>
            ))}
          </ul>
          <form method="post" action={`${here}/open`} class="form">
            <Select
              id="version"
              label={locale.text('plan.version.short')}
              value={typed.version}
              choices={versions.map(({ number }) => ({
                value: String(number),
                label: locale.text('plan.version', { number }),
              }))}
              errors={errors}
            />
            <DateField
              id="from"
              label={locale.text('plan.open.from')}
              value={typed.from === '' ? props.today : typed.from}
              errors={errors}
            />
            <Checkbox id="confirm" label={locale.text('plan.open.confirm')} />
            <button class="button primary" name="act" value="publish" type="submit">
              {locale.text('plan.open.publish')}
            </button>
          </form>
        </>
      )}
    </section>
  )
}

/** Everything that has been shown, with a way to take off what stands. */
export function OpenPublications(props: {
  locale: Locale
  publications: readonly PlanPublication[]
  now: Date
  mayEnd: boolean
  typed: TypedPublication
  errors: readonly FieldError[]
}) {
  const { locale, publications, mayEnd, typed, errors } = props
  if (publications.length === 0) return null
  return (
    <section class="card">
      <h2>{locale.text('plan.open.log')}</h2>
      <ul class="plain">
        {publications.map((each) => {
          const field = `reason-${each.id}`
          return (
            <li key={each.id}>
              <p>
                <strong>{locale.text('plan.version', { number: each.version })}</strong>{' '}
                {locale.text(each.openFrom > props.now ? 'plan.open.log.later' : 'plan.open.log.from', {
                  time: locale.time(each.openFrom),
                  name: each.madeBy,
                })}{' '}
                {each.endedAt === null
                  ? null
                  : locale.text('plan.open.log.ended', {
                      time: locale.time(each.endedAt),
                      name: each.endedBy ?? '',
                      text: each.notice,
                    })}
              </p>
              {mayEnd && each.endedAt === null ? (
                <form method="post" class="reason no-print">
                  <input type="hidden" name="publication" value={each.id} />
                  <Field
                    id={field}
                    name="reason"
                    label={locale.text('plan.open.reason', { version: each.version })}
                    value={errors.some((one) => one.field === field) ? typed.reason : ''}
                    errors={errors}
                  />
                  <button class="button" name="act" value="take-off" type="submit">
                    {locale.text('plan.open.takeOff', { version: each.version })}
                  </button>
                </form>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
