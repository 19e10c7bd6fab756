import type { Locale } from '@jamvikt/i18n'
import type { Differences } from '../model-datasets.ts'
import { shownFigures } from './difference-text.ts'

/** The figures that changed, the largest change first. */
export function DifferenceTable(props: { locale: Locale; differences: Differences }) {
  const { locale } = props
  const { figures, largest } = props.differences
  if (largest.length === 0) return null
  return (
    <details>
      <summary>{locale.text('stat.differences.title', { count: locale.number(figures) })}</summary>
      {largest.length < figures ? (
        <p class="note">{locale.text('stat.differences.most', { count: locale.number(largest.length) })}</p>
      ) : null}
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('stat.differences.cells')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{locale.text('stat.differences.cell')}</th>
              <th scope="col" class="n">
                {locale.text('stat.differences.before')}
              </th>
              <th scope="col" class="n">
                {locale.text('stat.differences.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {largest.map((change) => {
              const { before, after } = shownFigures(locale, change)
              return (
                <tr key={change.labels.join('|')}>
                  <th scope="row">{change.labels.join(', ')}</th>
                  <td class="n">{before}</td>
                  <td class="n">{after}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
