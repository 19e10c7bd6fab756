import type { Locale } from '@jamvikt/i18n'
import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { WithdrawnDataset } from '../model-datasets.ts'
import type { WithdrawalLook } from '../service/withdraw-dataset.ts'
import { TextArea } from './text-area.tsx'

/** Asks for the reason, and says what goes with the dataset. */
export function WithdrawalForm(props: {
  locale: Locale
  home: string
  look: WithdrawalLook
  errors: readonly FieldError[]
}) {
  const { locale, home, errors } = props
  const { dataset, indicators, hindrance } = props.look
  if (hindrance !== null)
    return (
      <Notice kind="watch">
        {locale.text(`stat.withdraw.${hindrance}`)}{' '}
        <a href={`${home}/${dataset.slug}/publication`}>{locale.text('stat.publish')}</a>
      </Notice>
    )
  return (
    <form method="post" class="card form">
      <ErrorSummary title={locale.text('error.summary')} errors={errors} />
      <p>{locale.text('stat.withdraw.text', { name: dataset.name })}</p>
      <ul>
        <li>{locale.text('stat.withdraw.pages')}</li>
        {indicators.length === 0 ? null : (
          <li>{locale.text('stat.withdraw.indicators', { names: indicators.join(', ') })}</li>
        )}
        {dataset.fetchAgain === 'never' ? null : <li>{locale.text('stat.withdraw.fetches')}</li>}
        <li>{locale.text('stat.withdraw.kept')}</li>
      </ul>
      <TextArea
        id="reason"
        label={locale.text('stat.publish.reason')}
        value=""
        most={2000}
        required
        errors={errors}
      />
      <div class="inline">
        <button class="button danger" type="submit">
          {locale.text('stat.withdraw')}
        </button>
        <a class="button" href={`${home}/${dataset.slug}`}>
          {locale.text('cancel')}
        </a>
      </div>
    </form>
  )
}

/** The withdrawn datasets, each with a way back. */
export function WithdrawnList(props: {
  locale: Locale
  home: string
  withdrawn: readonly WithdrawnDataset[]
}) {
  const { locale, home, withdrawn } = props
  if (withdrawn.length === 0) return <p>{locale.text('stat.withdrawn.none')}</p>
  return (
    <section class="card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('stat.table')}</th>
            <th scope="col">{locale.text('stat.withdrawn.when')}</th>
            <th scope="col">{locale.text('stat.publish.reason')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {withdrawn.map(({ slug, name, withdrawnAt, reason }) => (
            <tr key={slug}>
              <th scope="row">{name}</th>
              <td data-label={locale.text('stat.withdrawn.when')}>{locale.date(withdrawnAt)}</td>
              <td data-label={locale.text('stat.publish.reason')}>{reason}</td>
              <td>
                <form method="post" action={`${home}/${slug}/restore`}>
                  <button
                    class="button"
                    type="submit"
                    aria-label={locale.text('stat.restore.name', { name })}
                  >
                    {locale.text('stat.restore')}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
