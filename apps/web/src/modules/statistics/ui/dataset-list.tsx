import type { Locale } from '@jamvikt/i18n'
import type { TableParts } from '@jamvikt/tables'
import { AREAS, type ListedDataset, type PublishedEntry } from '../model-datasets.ts'
import { conceptsOf } from '../rules/concepts.ts'

/** What a table is crossed by, in words: sex first. */
function crossedBy(locale: Locale, parts: TableParts): string {
  const concepts = conceptsOf(parts)
  const known = [
    concepts.sex === null ? locale.text('stat.concept.noSex') : locale.text('stat.concept.sex'),
    ...(concepts.age === null ? [] : [locale.text('stat.concept.age')]),
    ...(concepts.background === null ? [] : [locale.text('stat.concept.background')]),
    ...(concepts.place === null ? [] : [locale.text(`stat.concept.place.${concepts.place.level}`)]),
  ]
  return known.join(', ')
}

/** The first and last period of a table. */
function periodsOf(parts: TableParts): string {
  const time = parts.dimensions.find(({ role }) => role === 'time')
  const [first, last] = [time?.categories[0]?.code, time?.categories.at(-1)?.code]
  if (first === undefined) return '–'
  return first === last ? first : `${first}–${last}`
}

/** The region's tables by sub-goal. */
export function DatasetList(props: { locale: Locale; home: string; listed: readonly ListedDataset[] }) {
  const { locale, listed } = props
  return (
    <>
      {AREAS.filter((area) => listed.some(({ dataset }) => dataset.area === area)).map((area) => (
        <section class="card" key={area}>
          <h2>{locale.text(`stat.area.${area}`)}</h2>
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('stat.table')}</th>
                <th scope="col">{locale.text('stat.crossedBy')}</th>
                <th scope="col">{locale.text('stat.periods')}</th>
                <th scope="col">{locale.text('stat.updated')}</th>
                <th scope="col">{locale.text('stat.published')}</th>
              </tr>
            </thead>
            <tbody>
              {listed
                .filter(({ dataset }) => dataset.area === area)
                .map(({ dataset, parts, fetchedAt, published }) => (
                  <tr key={dataset.id}>
                    <th scope="row">
                      <a href={`${props.home}/${dataset.slug}`}>{dataset.name}</a>
                      <br />
                      <small class="note">{dataset.source.producer}</small>
                    </th>
                    <td data-label={locale.text('stat.crossedBy')}>{crossedBy(locale, parts)}</td>
                    <td data-label={locale.text('stat.periods')}>{periodsOf(parts)}</td>
                    <td data-label={locale.text('stat.updated')}>{locale.date(fetchedAt)}</td>
                    <td data-label={locale.text('stat.published')}>
                      {locale.text(`stat.published.${published}`)}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  )
}

/** What is published, by sub-goal. */
export function PublishedList(props: { locale: Locale; home: string; entries: readonly PublishedEntry[] }) {
  const { locale, entries } = props
  return (
    <>
      {AREAS.filter((area) => entries.some(({ dataset }) => dataset.area === area)).map((area) => (
        <section class="card" key={area}>
          <h2>{locale.text(`stat.area.${area}`)}</h2>
          <ul class="plain">
            {entries
              .filter(({ dataset }) => dataset.area === area)
              .map(({ dataset, parts, publishedAt }) => (
                <li key={dataset.id}>
                  <a href={`${props.home}/${dataset.slug}`}>{dataset.name}</a>
                  <br />
                  <small class="note">
                    {dataset.source.producer} · {crossedBy(locale, parts)} · {periodsOf(parts)} ·{' '}
                    {locale.date(publishedAt)}
                    {dataset.synthetic ? ` · ${locale.text('synthetic')}` : ''}
                  </small>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
