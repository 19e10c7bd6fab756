import type { Locale } from '@jamvikt/i18n'
import { EmptyState, Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import { labelOf } from './labels.ts'
import type { ListRow } from './list-pages.tsx'

/** The first page of the morning: what is released, which lists there are, and what to do next. */
export function OverviewPage(props: {
  locale: Locale
  name: string
  region: string
  home: string
  rows: readonly ListRow[]
  analyst: boolean
  demo: boolean
  /** What waits for the reader’s decision. */
  waiting: ComponentChildren
}) {
  const { locale, home, rows, analyst } = props
  const released = rows.filter((row) => row.releaseId && row.periods.length > 0)
  return (
    <>
      <h1>{locale.text('overview.title', { name: props.name })}</h1>
      <p class="lede">{locale.text('overview.lede', { region: props.region })}</p>
      {props.demo ? <Notice kind="info">{locale.text('demo.note')}</Notice> : null}
      {props.waiting}
      {rows.length === 0 || (!analyst && released.length === 0) ? (
        <EmptyState title={locale.text(analyst ? 'overview.first' : 'overview.next')}>
          <p>{locale.text(analyst ? 'overview.firstText' : 'overview.waiting')}</p>
          {analyst ? (
            <a class="button primary" href={`${home}/new`}>
              {locale.text('money.bringIn')}
            </a>
          ) : null}
        </EmptyState>
      ) : null}
      {released.length > 0 ? (
        <section class="card">
          <h2>{locale.text('overview.releases')}</h2>
          <ul class="plain">
            {released.map((row) => (
              <li key={row.list.id}>
                <a href={`${home}/releases/${row.releaseId}`}>{row.list.name}</a>{' '}
                <span class="note">
                  {row.periods.map((period) => labelOf(locale, 'period', period)).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {analyst && rows.length > 0 ? (
        <section class="card">
          <h2>{locale.text('overview.lists')}</h2>
          <ul class="plain">
            {rows.map((row) => (
              <li key={row.list.id}>
                <a href={`${home}/lists/${row.list.id}`}>{row.list.name}</a>{' '}
                <span class="note">
                  {locale.number(row.cases)} {locale.text('money.cases').toLocaleLowerCase(locale.tag)}
                </span>
              </li>
            ))}
          </ul>
          <div class="inline">
            <a class="button primary" href={`${home}/new`}>
              {locale.text('money.bringIn')}
            </a>
          </div>
        </section>
      ) : null}
    </>
  )
}
