import type { Locale } from '@jamvikt/i18n'
import { Checkbox, Field } from '@jamvikt/ui'
import { addressOf, type SavedView } from './saved-view.ts'

/** Kept views of one dataset, and a form to keep the one that is shown. */
export function SavedViews(props: {
  locale: Locale
  /** The address of the dataset's page. */
  dataset: string
  view: string
  version: number
  views: readonly SavedView[]
  mayShare: boolean
}) {
  const { locale, dataset, views } = props
  return (
    <details class="card no-print">
      <summary>
        {views.length === 0
          ? locale.text('views.keep')
          : locale.text('views.count', { count: locale.number(views.length) })}
      </summary>
      {views.length === 0 ? null : (
        <ul>
          {views.map((view) => (
            <li key={view.id}>
              <a href={`${dataset}${addressOf(view)}`}>{view.name}</a>{' '}
              <span class="note">{noteOf(locale, view)}</span>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${dataset}/views`} class="form">
        <input type="hidden" name="view" value={props.view} />
        <input type="hidden" name="version" value={props.version} />
        <Field id="view-name" name="name" label={locale.text('views.name')} required />
        <Checkbox id="hold" label={locale.text('views.hold', { version: props.version })} />
        {props.mayShare ? <Checkbox id="shared" label={locale.text('views.share')} /> : null}
        <button class="button" type="submit">
          {locale.text('views.keep')}
        </button>
      </form>
    </details>
  )
}

/** What is told of a view beside its name. */
export function noteOf(locale: Locale, { version, shared, authorName }: SavedView): string {
  const parts = [
    version === null ? locale.text('views.latest') : locale.text('views.held', { version }),
    shared ? locale.text('views.sharedBy', { name: authorName }) : locale.text('views.own'),
  ]
  return parts.join(' · ')
}
