import type { Locale } from '@jamvikt/i18n'
import type { DatasetVersion } from '../model-datasets.ts'

/** The versions of a dataset, the latest first, with what each changed. */
export function VersionList(props: { locale: Locale; home: string; versions: readonly DatasetVersion[] }) {
  const { locale } = props
  return (
    <section class="card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('stat.why.version')}</th>
            <th scope="col">{locale.text('stat.why.fetched')}</th>
            <th scope="col">{locale.text('stat.why.file')}</th>
            <th scope="col">{locale.text('stat.versions.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {props.versions.map(({ number, provenance, changes }) => (
            <tr key={number}>
              <th scope="row">
                <a href={`${props.home}?version=${number}`}>{number}</a>
              </th>
              <td data-label={locale.text('stat.why.fetched')}>{locale.time(provenance.fetchedAt)}</td>
              <td data-label={locale.text('stat.why.file')}>
                {provenance.fileName ?? provenance.address ?? '–'}
              </td>
              <td data-label={locale.text('stat.versions.changes')}>
                {changes.kind === 'first'
                  ? locale.text('stat.versions.first')
                  : locale.text('stat.versions.changed', {
                      changed: locale.number(changes.cellsChanged),
                      fresh: locale.number(changes.cellsNew),
                      gone: locale.number(changes.cellsGone),
                    })}
                {[
                  ...changes.codesNew.map((each) => ({ ...each, sign: '+' })),
                  ...changes.codesGone.map((each) => ({ ...each, sign: '−' })),
                ].map(({ dimension, codes, sign }) => (
                  <p class="note" key={sign + dimension}>
                    {dimension}: {sign}
                    {codes.slice(0, 10).join(', ')}
                    {codes.length > 10 ? ' …' : ''}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
