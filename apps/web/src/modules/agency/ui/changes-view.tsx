import type { Locale } from '@jamvikt/i18n'
import type { ChangedLine } from '../rules/changed-lines.ts'

/** What differs between two reports of a period, under the headings it stands under. */
export function ChangesView(props: {
  locale: Locale
  /** The number of the earlier one. */
  number: number
  changes: readonly ChangedLine[] | null
}) {
  const { locale, changes } = props
  const groups = Map.groupBy(changes ?? [], ({ under }) => under)
  return (
    <section class="card" aria-labelledby="changes">
      <h2 id="changes">{locale.text('agency.changes', { number: props.number })}</h2>
      {changes === null ? <p>{locale.text('agency.changes.tooLong')}</p> : null}
      {changes?.length === 0 ? <p>{locale.text('agency.changes.none')}</p> : null}
      {[...groups].map(([under, lines]) => (
        <div key={under}>
          {under === '' ? null : <h3>{under}</h3>}
          <ul class="plain changes">
            {lines.map(({ kind, text }, at) => (
              <li key={at}>
                <span class="changes-kind">
                  <span aria-hidden="true">{kind === 'added' ? '+' : '−'}</span>{' '}
                  {locale.text(`agency.changes.${kind}`)}:
                </span>{' '}
                {kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
