import { EmptyState, Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { fragment } from '../../platform/http/fragment.tsx'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise, mayDo } from './authorise.ts'
import { latestFetch } from './fetch/dataset-fetches.ts'
import { conceptsOf } from './rules/concepts.ts'
import { heldVersion } from './rules/held-version.ts'
import { queryOf, viewOf } from './rules/view.ts'
import { commentsFor, earlierComments } from './service/comments.ts'
import { datasetVersions, listedDatasets, openDataset } from './service/datasets.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { withdrawnDatasets } from './service/withdraw-dataset.ts'
import { Comments, EarlierComments } from './ui/comments.tsx'
import { DatasetList } from './ui/dataset-list.tsx'
import { Explorer } from './ui/explorer.tsx'
import { FetchState } from './ui/fetch-state.tsx'
import { IndicatorForm } from './ui/indicator-cards.tsx'
import { OlderVersion } from './ui/older-version.tsx'
import { ToldWords } from './ui/told-words.tsx'
import { VersionList } from './ui/version-list.tsx'
import { WithdrawnList } from './ui/withdrawal.tsx'
import { SavedViews } from './views/saved-views.tsx'
import { viewsFor } from './views/store.ts'

/** The region's tables: listed, explored, and in all their versions. */
export function addDatasets(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const page = (c: WebContext, title: string, content: ComponentChildren) =>
    renderPage(c, { title, section: home(c) }, content)

  app.get('/r/:slug/statistics', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const search = (c.req.query('q') ?? '').slice(0, 100)
    const listed = await doors.inRegion(actor, (db) => listedDatasets(db, search))
    const adding = mayDo(c, 'bring-in') ? (
      <a class="button primary" href={`${home(c)}/new`}>
        {locale.text('stat.bring')}
      </a>
    ) : null
    const isEmpty = listed.length === 0
    const withdrawn = mayDo(c, 'bring-in') ? await doors.inRegion(actor, withdrawnDatasets) : []
    if (mayDo(c, 'bring-in') && c.req.query('show') === 'withdrawn')
      return page(
        c,
        locale.text('stat.withdrawn'),
        <>
          <p class="crumb">
            <a href={home(c)}>{locale.text('stat.title')}</a>
          </p>
          <h1>{locale.text('stat.withdrawn')}</h1>
          <p class="lede">{locale.text('stat.withdrawn.lede')}</p>
          {c.req.query('done') === '1' ? (
            <Notice kind="good">{locale.text('stat.withdraw.done')}</Notice>
          ) : null}
          <WithdrawnList locale={locale} home={home(c)} withdrawn={withdrawn} />
        </>,
      )
    return page(
      c,
      locale.text('stat.title'),
      <>
        <h1>{locale.text('stat.title')}</h1>
        <p class="lede">{locale.text('stat.lede')}</p>
        <div class="bar-row">
          <form method="get" class="inline" role="search">
            <label for="q">{locale.text('stat.search')}</label>
            <input id="q" name="q" type="search" value={search} />
            <button class="button" type="submit">
              {locale.text('stat.search.button')}
            </button>
          </form>
          <span class="inline">
            <a class="button" href={`${home(c)}/micro`}>
              {locale.text('micro.title')}
            </a>
            <a class="button" href={`${home(c)}/inventory`}>
              {locale.text('inventory.title')}
            </a>
            <a class="button" href={`${home(c)}/views`}>
              {locale.text('views.title')}
            </a>
            <a class="button" href={`${home(c)}/indicators`}>
              {locale.text('stat.indicators')}
            </a>
            {adding}
          </span>
        </div>
        {isEmpty && search !== '' ? (
          <Notice kind="info">{locale.text('stat.search.none', { text: search })}</Notice>
        ) : null}
        {isEmpty && search === '' ? (
          <EmptyState title={locale.text('stat.empty')}>
            <p>{locale.text('stat.empty.text')}</p>
          </EmptyState>
        ) : null}
        <DatasetList locale={locale} home={home(c)} listed={listed} />
        {withdrawn.length === 0 ? null : (
          <p>
            <a href={`${home(c)}?show=withdrawn`}>
              {locale.text('stat.withdrawn.see', { count: withdrawn.length })}
            </a>
          </p>
        )}
      </>,
    )
  })

  app.get('/r/:slug/statistics/:dataset', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const found = await doors.inRegion(actor, async (db) => {
      const opened = await openDataset(db, c.req.param('dataset'), heldVersion(c.req.query('version')))
      if (opened === null) return null
      const comments = await commentsFor(db, actor, opened.dataset.id, opened.version.number)
      const earlier = await earlierComments(db, opened.dataset.id, opened.version.number)
      const isFetched = 'address' in opened.dataset.source
      const latest = isFetched && mayDo(c, 'bring-in') ? await latestFetch(db, opened.dataset.id) : null
      const saved = await viewsFor(db, actor.personId, opened.dataset.id)
      return { ...opened, comments, earlier, latest, saved }
    })
    if (found === null) throw new HttpProblem(404)
    const { dataset, version, table, comments, earlier, latest, saved } = found
    const concepts = conceptsOf(table)
    const view = viewOf((name) => c.req.query(name), table, concepts)
    const here = queryOf(view).toString()
    const unchanged = c.req.query('unchanged')
    return page(
      c,
      dataset.name,
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('stat.title')}</a> › {locale.text(`stat.area.${dataset.area}`)}
        </p>
        <h1>{dataset.name}</h1>
        {dataset.description ? <p class="lede">{dataset.description}</p> : null}
        {dataset.synthetic ? <Notice kind="watch">{locale.text('synthetic')}</Notice> : null}
        <OlderVersion locale={locale} dataset={dataset} version={version.number} />
        {c.req.query('restored') === '1' ? <Notice kind="good">{locale.text('stat.restored')}</Notice> : null}
        {c.req.query('kept') === '1' ? <Notice kind="good">{locale.text('stat.kept')}</Notice> : null}
        {unchanged && /^\d{1,9}$/.test(unchanged) ? (
          <Notice kind="info">{locale.text('stat.kept.unchanged', { version: unchanged })}</Notice>
        ) : null}
        {mayDo(c, 'bring-in') ? (
          <FetchState locale={locale} home={home(c)} dataset={dataset} latest={latest} />
        ) : null}
        <p class="inline">
          <a class="button" href={`${home(c)}/${dataset.slug}/publication`}>
            {locale.text('stat.publish')}
          </a>
          <a class="button" href={`${home(c)}/${dataset.slug}/versions`}>
            {locale.text('stat.versions')}
          </a>
          <a
            class="button"
            href={`${home(c)}/${dataset.slug}/analysis?${here}${version.number === dataset.version ? '' : `&version=${version.number}`}`}
          >
            {locale.text('analyse.title')}
          </a>
          {mayDo(c, 'compose-pages') ? (
            <a
              class="button"
              href={`/r/${c.get('membership').slug}/pages/add?${new URLSearchParams({
                dataset: dataset.slug,
                version: String(version.number),
                view: here,
              })}`}
            >
              {locale.text('pages.addTo')}
            </a>
          ) : null}
          {mayDo(c, 'bring-in') ? (
            <a class="button" href={`${home(c)}/${dataset.slug}/about`}>
              {locale.text('stat.about')}
            </a>
          ) : null}
          {mayDo(c, 'bring-in') && dataset.source.kind !== 'released' ? (
            <a class="button" href={`${home(c)}/${dataset.slug}/new`}>
              {locale.text('stat.newVersion')}
            </a>
          ) : null}
        </p>
        {fragment(['explorer', actor.regionId, dataset, version.number, here, locale.language], () => (
          <Explorer
            locale={locale}
            dataset={dataset}
            version={version.number}
            provenance={version.provenance}
            table={table}
            view={view}
            concepts={concepts}
            boundaries={doors.boundaries}
            isOpen={false}
            address={`${home(c)}/${dataset.slug}`}
          />
        ))}
        <ToldWords locale={locale} words={dataset} />
        {mayDo(c, 'bring-in') && view.rows === concepts.time ? (
          <IndicatorForm locale={locale} action={`${home(c)}/${dataset.slug}/indicators`} view={here} />
        ) : null}
        <SavedViews
          locale={locale}
          dataset={`${home(c)}/${dataset.slug}`}
          view={here}
          version={version.number}
          views={saved}
          mayShare={mayDo(c, 'comment')}
        />
        <Comments
          locale={locale}
          version={version.number}
          action={`${home(c)}/${dataset.slug}/comments`}
          view={here}
          comments={comments}
          writer={mayDo(c, 'comment') ? actor : null}
        />
        <EarlierComments locale={locale} here={`${home(c)}/${dataset.slug}`} earlier={earlier} />
      </>,
    )
  })

  app.get('/r/:slug/statistics/:dataset/versions', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const found = await doors.inRegion(actor, (db) => datasetVersions(db, c.req.param('dataset')))
    if (found === null) throw new HttpProblem(404)
    const title = `${locale.text('stat.versions')}: ${found.dataset.name}`
    return page(
      c,
      title,
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('stat.title')}</a> ›{' '}
          <a href={`${home(c)}/${found.dataset.slug}`}>{found.dataset.name}</a>
        </p>
        <h1>{locale.text('stat.versions')}</h1>
        <VersionList locale={locale} home={`${home(c)}/${found.dataset.slug}`} versions={found.versions} />
      </>,
    )
  })
}
