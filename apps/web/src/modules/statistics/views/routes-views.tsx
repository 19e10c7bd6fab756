import { EmptyState, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import { authorise, mayDo } from '../authorise.ts'
import { conceptsOf } from '../rules/concepts.ts'
import { heldVersion } from '../rules/held-version.ts'
import { queryOf, viewOf } from '../rules/view.ts'
import { openDataset } from '../service/datasets.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { keepView, keptViews, removeView } from './keep-view.ts'
import { addressOf } from './saved-view.ts'
import { noteOf } from './saved-views.tsx'

const SHORTEST_NAME = 2

/** Views that people keep under a name, for themselves or for all of the region. */
export function addSavedViews(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`

  app.get('/r/:slug/statistics/views', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const kept = await doors.inRegion(actor, (db) => keptViews(db, actor))
    const removed = c.req.query('removed')
    return renderPage(
      c,
      { title: locale.text('views.title'), section: home(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('stat.title')}</a>
        </p>
        <h1>{locale.text('views.title')}</h1>
        <p class="lede">{locale.text('views.lede')}</p>
        {c.req.query('kept') === '1' ? <Notice kind="good">{locale.text('views.kept')}</Notice> : null}
        {isUuid(removed ?? '') ? (
          <Notice kind="info">
            <form method="post" class="inline">
              <input type="hidden" name="id" value={removed} />
              {locale.text('views.removed')}{' '}
              <button class="button" type="submit" name="act" value="bring-back">
                {locale.text('views.bringBack')}
              </button>
            </form>
          </Notice>
        ) : null}
        {kept.length === 0 ? (
          <EmptyState title={locale.text('views.none')}>
            <p>{locale.text('views.none.text')}</p>
          </EmptyState>
        ) : (
          <ul class="plain">
            {kept.map(({ view, dataset }) => (
              <li key={view.id} class="card">
                <a href={`${home(c)}/${dataset.slug}${addressOf(view)}`}>
                  <strong>{view.name}</strong>
                </a>
                <p class="note">
                  {dataset.name} · {noteOf(locale, view)}
                </p>
                {view.createdBy === actor.personId ? (
                  <form method="post">
                    <input type="hidden" name="id" value={view.id} />
                    <button
                      class="button"
                      type="submit"
                      name="act"
                      value="remove"
                      aria-label={`${locale.text('views.remove')}: ${view.name}`}
                    >
                      {locale.text('views.remove')}
                    </button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </>,
    )
  })

  app.post('/r/:slug/statistics/views', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const form = await c.req.formData()
    const [id, act] = [wordOf(form, 'id', 36), wordOf(form, 'act', 20)]
    if (!isUuid(id) || (act !== 'remove' && act !== 'bring-back')) throw new HttpProblem(400)
    const done = await doors.inRegion(actor, (db) => removeView(db, actor, id, act === 'remove'))
    if (!done) throw new HttpProblem(404)
    return c.redirect(`${home(c)}/views${act === 'remove' ? `?removed=${id}` : ''}`, 303)
  })

  app.post('/r/:slug/statistics/:dataset/views', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const form = await c.req.formData()
    const [name, asked] = [wordOf(form, 'name', 120), wordOf(form, 'version', 9)]
    const number = heldVersion(asked)
    const kept = await doors.inRegion(actor, async (db) => {
      const opened = await openDataset(db, c.req.param('dataset'), number)
      if (opened === null) return null
      if (name.length < SHORTEST_NAME || number === undefined) throw new HttpProblem(400)
      const { dataset, version, table } = opened
      const query = new URLSearchParams(wordOf(form, 'view', 2000))
      const view = viewOf((key) => query.get(key) ?? undefined, table, conceptsOf(table))
      return keepView(db, actor, {
        datasetId: dataset.id,
        name,
        view: queryOf(view).toString(),
        version: form.get('hold') === 'on' ? version.number : null,
        shared: form.get('shared') === 'on' && mayDo(c, 'comment'),
      })
    })
    if (kept === null) throw new HttpProblem(404)
    return c.redirect(`${home(c)}/views?kept=1`, 303)
  })
}
