import { ErrorSummary, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { authorise } from '../authorise.ts'
import { heldVersion } from '../rules/held-version.ts'
import { queryOf } from '../rules/view.ts'
import { openDataset } from '../service/datasets.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { captionOf } from '../ui/caption.ts'
import { MOST_VIEW } from './model-pages.ts'
import { Crumb, homeOf, showPage } from './page-room.tsx'
import { changePage, listPages } from './service/pages.ts'
import { viewIn } from './service/shown-page.ts'
import { pagePlaces } from './ui/place-select.tsx'

/** A figure from its table to a page: which page, and where on it. */
export function addFigures(app: Web, doors: StatisticsDoors) {
  /** The version and view that are asked for; a page that is not there if there is no such table. */
  const figureOf = async (c: WebContext, word: (name: string) => string) => {
    const actor = authorise(c, 'compose-pages')
    const held = heldVersion(word('version'))
    const opened = await doors.inRegion(actor, (db) => openDataset(db, word('dataset'), held))
    if (opened === null) throw new HttpProblem(404)
    const view = viewIn(opened.table, word('view').slice(0, MOST_VIEW))
    return { ...opened, actor, view, address: queryOf(view).toString() }
  }

  const choosing = async (
    c: WebContext,
    figure: Awaited<ReturnType<typeof figureOf>>,
    errors: readonly FieldError[],
  ) => {
    const locale = c.get('locale')
    const { actor, dataset, version, table, view, address } = figure
    const pages = await doors.inRegion(actor, listPages)
    return showPage(
      c,
      locale.text('pages.addTo'),
      <>
        <Crumb c={c} />
        <h1>{locale.text('pages.addTo')}</h1>
        <p class="lede">{captionOf(locale, dataset.name, table, view)}</p>
        <p>{locale.text('pages.addTo.lede', { version: version.number })}</p>
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        {pages.length === 0 ? (
          <>
            <Notice kind="info">{locale.text('pages.addTo.none')}</Notice>
            <p>
              <a class="button primary" href={`${homeOf(c)}/new`}>
                {locale.text('pages.new')}
              </a>
            </p>
          </>
        ) : (
          <form method="post" class="card form">
            <input type="hidden" name="dataset" value={dataset.slug} />
            <input type="hidden" name="version" value={version.number} />
            <input type="hidden" name="view" value={address} />
            <Select
              id="where"
              label={locale.text('pages.addTo.where')}
              value=""
              required
              choices={[
                { value: '', label: locale.text('pages.addTo.choose') },
                ...pages.flatMap(({ page, latest }) => pagePlaces(locale, page.slug, latest.content)),
              ]}
              errors={errors}
            />
            <button class="button primary" type="submit">
              {locale.text('pages.add')}
            </button>
          </form>
        )}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/pages/add', async (c) =>
    choosing(c, await figureOf(c, (name) => c.req.query(name) ?? ''), []),
  )

  app.post('/r/:slug/pages/add', async (c) => {
    const form = await c.req.formData()
    const figure = await figureOf(c, (name) => wordOf(form, name, MOST_VIEW))
    const { actor, dataset, version, address } = figure
    const [slug, under] = wordOf(form, 'where', 200).split(' ')
    const pages = await doors.inRegion(actor, listPages)
    const found = pages.find(({ page }) => page.slug === slug)
    const refused = (reason: 'page' | 'block-gone' | 'page-gone') =>
      choosing(c, figure, [{ field: 'where', text: c.get('locale').text(`pages.error.${reason}`) }])
    if (found === undefined) return refused('page')
    const block = {
      id: crypto.randomUUID(),
      kind: 'figure',
      heading: '',
      body: '',
      guide: '',
      datasetId: dataset.id,
      version: version.number,
      view: address,
    } as const
    const done = await doors.inRegion(actor, (db) =>
      changePage(db, actor, found.page.id, found.page.revision, { act: 'add', block, under: under ?? null }),
    )
    if (!done.ok) return refused(done.reason === 'page-gone' ? 'page-gone' : 'block-gone')
    return c.redirect(`${homeOf(c)}/${found.page.slug}/blocks/${block.id}`, 303)
  })
}
