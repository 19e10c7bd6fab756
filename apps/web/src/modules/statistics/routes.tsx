import { ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { addAnalysis } from './analyse/routes-analyse.tsx'
import { authorise, mayDo } from './authorise.ts'
import { addPages } from './pages/routes.tsx'
import { addPictures } from './picture/routes-picture.tsx'
import { addAbout } from './routes-about.tsx'
import { addDatasets } from './routes-datasets.tsx'
import { addDrafts } from './routes-drafts.tsx'
import { addIndicators } from './routes-indicators.tsx'
import { addInventory } from './routes-inventory.tsx'
import { addPublication } from './routes-publication.tsx'
import { addRows } from './routes-rows.tsx'
import { listBases } from './service/bases.ts'
import { type BaseResult, receiveBase, type StatisticsDoors } from './service/receive-base.ts'
import { BaseList } from './ui/base-list.tsx'
import { addSavedViews } from './views/routes-views.tsx'

export function addStatistics(app: Web, doors: StatisticsDoors) {
  addBases(app, doors)
  addIndicators(app, doors)
  addSavedViews(app, doors)
  addInventory(app, doors)
  addRows(app, doors)
  addDrafts(app, doors)
  addAbout(app, doors)
  addDatasets(app, doors)
  addAnalysis(app, doors)
  addPictures(app, doors)
  addPublication(app, doors)
  addPages(app, doors)
}

/** Base tables: what a funnel is measured against. */
function addBases(app: Web, doors: StatisticsDoors) {
  const page = async (
    c: WebContext,
    errors: readonly FieldError[],
    filled: { name?: string; source?: string } = {},
  ) => {
    const actor = authorise(c, 'see-bases')
    const locale = c.get('locale')
    const section = `/r/${c.get('membership').slug}/bases`
    const bases = await doors.inRegion(actor, listBases)
    const adding = mayDo(c, 'add-base')
    return renderPage(
      c,
      { title: locale.text('bases.title'), section },
      <>
        <h1>{locale.text('bases.title')}</h1>
        <p class="lede">{locale.text('bases.lede')}</p>
        {c.req.query('added') === '1' ? <Notice kind="good">{locale.text('bases.added')}</Notice> : null}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <BaseList locale={locale} bases={bases} />
        {adding ? (
          <form method="post" encType="multipart/form-data" class="card form">
            <h2>{locale.text('bases.add')}</h2>
            <Field id="name" label={locale.text('bases.name')} value={filled.name} required errors={errors} />
            <Field
              id="source"
              label={locale.text('bases.source')}
              value={filled.source}
              required
              errors={errors}
            />
            <Select
              id="counts"
              label={locale.text('bases.counts')}
              value="firms"
              choices={(['firms', 'inhabitants'] as const).map((value) => ({
                value,
                label: locale.text(`bases.counts.${value}`),
              }))}
            />
            <Field
              id="file"
              type="file"
              label={locale.text('bases.file')}
              hint={locale.text('bases.fileHint')}
              accept=".csv,.txt,.tsv,.xlsx,.json"
              required
              errors={errors}
            />
            <button class="button primary" type="submit">
              {locale.text('bases.add')}
            </button>
          </form>
        ) : null}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/bases', (c) => page(c, []))

  app.post('/r/:slug/bases', async (c) => {
    const actor = authorise(c, 'add-base')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const name = String(form.get('name') ?? '')
      .trim()
      .slice(0, 200)
    const source = String(form.get('source') ?? '')
      .trim()
      .slice(0, 200)
    const file = form.get('file')
    const errors: FieldError[] = []
    if (name.length < 2) errors.push({ field: 'name', text: locale.text('bases.error.name') })
    if (source.length < 2) errors.push({ field: 'source', text: locale.text('bases.error.source') })
    if (!(file instanceof File) || file.size === 0) {
      errors.push({ field: 'file', text: locale.text('bases.error.file') })
      return page(c, errors, { name, source })
    }
    if (errors.length > 0) return page(c, errors, { name, source })
    const countsWhat = form.get('counts') === 'inhabitants' ? 'inhabitants' : 'firms'
    const result = await receiveBase(doors, actor, {
      name,
      source,
      countsWhat,
      synthetic: false,
      fileName: file.name,
      file,
    })
    if (result.ok) return c.redirect(`/r/${c.get('membership').slug}/bases?added=1`, 303)
    return page(c, [{ field: 'file', text: refusalText(c, result) }], { name, source })
  })
}

function refusalText(c: WebContext, refusal: Extract<BaseResult, { ok: false }>) {
  const locale = c.get('locale')
  const { reason, row = 0, column = '', value = '', detail = column } = refusal
  const params = { row, column, value, detail }
  return locale.dynamic(
    `bases.error.${reason}`,
    locale.dynamic(
      `intake.file.${reason}`,
      locale.dynamic(`intake.worker.${reason}`, reason, params),
      params,
    ),
    params,
  )
}
