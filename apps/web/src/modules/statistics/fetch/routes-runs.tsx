import { Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { authorise } from '../authorise.ts'
import { FETCH_AGAIN } from '../model-datasets.ts'
import { FetchRunView } from '../ui/fetch-run.tsx'
import { FetchSchedule } from '../ui/fetch-schedule.tsx'
import { datasetFetches, openFetch, scheduleDataset } from './dataset-fetches.ts'
import type { FetchDoors } from './model-fetch.ts'
import { resumeFetch, startFetch } from './start-fetch.ts'

const REFRESH_SECONDS = 2

/** A fetch under way, and the fetches of a dataset. */
export function addFetchRuns(app: Web, doors: FetchDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`

  const found = async (c: WebContext) => {
    const actor = authorise(c, 'bring-in')
    const opened = await doors.inRegion(actor, (db) => openFetch(db, actor, c.req.param('fetch') ?? ''))
    if (opened === null) throw new HttpProblem(404)
    return { actor, ...opened, here: `${home(c)}/new/fetches/${opened.run.id}` }
  }

  app.get('/r/:slug/statistics/new/fetches/:fetch', async (c) => {
    const { run, draftWaits, here } = await found(c)
    if (draftWaits) return c.redirect(`${home(c)}/drafts/${run.draftId}`)
    const locale = c.get('locale')
    const title = locale.text(run.status === 'failed' ? 'fetch.run.failed' : 'fetch.run.title')
    const head = { title, section: home(c), ...(run.outcome === null ? { refresh: REFRESH_SECONDS } : {}) }
    return renderPage(
      c,
      head,
      <>
        <h1>{title}</h1>
        <FetchRunView locale={locale} here={here} home={home(c)} run={run} />
      </>,
    )
  })

  app.get('/r/:slug/statistics/new/fetches/:fetch/status', async (c) => {
    const { run } = await found(c)
    return c.json({ done: run.outcome !== null, share: run.outcome === null ? run.progress : 1 })
  })

  app.post('/r/:slug/statistics/new/fetches/:fetch/resume', async (c) => {
    const { actor, run, here } = await found(c)
    await resumeFetch(doors, actor, run.id)
    return c.redirect(here, 303)
  })

  const datasetOf = async (c: WebContext) => {
    const actor = authorise(c, 'bring-in')
    const slug = c.req.param('dataset') ?? ''
    const opened = await doors.inRegion(actor, (db) => datasetFetches(db, slug))
    if (opened === null) throw new HttpProblem(404)
    return { actor, ...opened, here: `${home(c)}/${opened.dataset.slug}/fetch` }
  }

  app.get('/r/:slug/statistics/:dataset/fetch', async (c) => {
    const { dataset, runs, here } = await datasetOf(c)
    const locale = c.get('locale')
    return renderPage(
      c,
      { title: `${locale.text('fetch.dataset')}: ${dataset.name}`, section: home(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('stat.title')}</a> ›{' '}
          <a href={`${home(c)}/${dataset.slug}`}>{dataset.name}</a>
        </p>
        <h1>{locale.text('fetch.dataset')}</h1>
        {c.req.query('saved') === '1' ? (
          <Notice kind="good">{locale.text('fetch.dataset.saved')}</Notice>
        ) : null}
        {c.req.query('busy') === '1' ? (
          <Notice kind="info">{locale.text('fetch.dataset.busy')}</Notice>
        ) : null}
        <FetchSchedule locale={locale} here={here} home={home(c)} dataset={dataset} runs={runs} />
      </>,
    )
  })

  app.post('/r/:slug/statistics/:dataset/fetch', async (c) => {
    const { actor, dataset, here } = await datasetOf(c)
    const sent = (await c.req.formData()).get('every')
    const every = FETCH_AGAIN.find((each) => each === sent)
    if (every === undefined) throw new HttpProblem(400)
    await doors.inRegion(actor, (db) => scheduleDataset(db, actor, dataset, every))
    return c.redirect(`${here}?saved=1`, 303)
  })

  app.post('/r/:slug/statistics/:dataset/fetch/now', async (c) => {
    const { actor, dataset, here } = await datasetOf(c)
    const { source } = dataset
    if (!('address' in source)) throw new HttpProblem(400)
    const started = await startFetch(doors, actor, { datasetId: dataset.id, source, scheduled: false })
    return c.redirect(started.ok ? `${home(c)}/new/fetches/${started.id}` : `${here}?busy=1`, 303)
  })
}
