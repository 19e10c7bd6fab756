import type { Locale } from '@jamvikt/i18n'
import type { MicroListed } from '../service/lists.ts'

/** The region's lists of microdata, and how far each has come. */
export function MicroList(props: { locale: Locale; home: string; listed: readonly MicroListed[] }) {
  const { locale, home, listed } = props
  if (listed.length === 0) return null
  return (
    <div class="card scroll" tabIndex={0} role="region" aria-label={locale.text('micro.title')}>
      <table class="stack">
        <caption class="hidden">{locale.text('micro.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('micro.list')}</th>
            <th scope="col">{locale.text('micro.dimensions')}</th>
            <th scope="col">{locale.text('micro.retain')}</th>
            <th scope="col">{locale.text('micro.state')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ dataset, policy }) => (
            <tr key={dataset.id}>
              <th scope="row">
                <a href={`${home}/${dataset.id}`}>{dataset.name}</a>
              </th>
              <td data-label={locale.text('micro.dimensions')}>
                {dataset.contents.dimensions.map(({ name }) => name).join(', ')}
              </td>
              <td data-label={locale.text('micro.retain')}>{dataset.retainUntil}</td>
              <td data-label={locale.text('micro.state')}>
                {locale.text(`micro.state.${policy?.state ?? 'none'}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
