import { EmptyState, type FieldError, Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise, mayDo } from './authorise.ts'
import { latestFetch, sourceOfFetchedDraft } from './fetch/dataset-fetches.ts'
import { AREAS, RHYTHMS } from './model-datasets.ts'
import { conceptsOf } from './rules/concepts.ts'
import { slugOf } from './rules/slug.ts'
import { queryOf, viewOf } from './rules/view.ts'
import { commentsFor } from './service/comments.ts'
import { addressOfDataset, datasetVersions, listedDatasets, openDataset } from './service/datasets.ts'
import { discardDraft, openDraft } from './service/drafts.ts'
import { keepNewDataset, keepNewVersion } from './service/keep-draft.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { receiveTable, type TableReceived } from './service/receive-table.ts'
import { Comments } from './ui/comments.tsx'
import { DatasetList } from './ui/dataset-list.tsx'
import { type DraftForm, DraftReading, KeepForm } from './ui/draft-page.tsx'
import { Explorer } from './ui/explorer.tsx'
import { FetchChoices } from './ui/fetch-choices.tsx'
import { FetchState } from './ui/fetch-state.tsx'
import { IndicatorForm } from './ui/indicator-cards.tsx'
import { UploadForm } from './ui/upload-form.tsx'
import { VersionList } from './ui/version-list.tsx'

/** The region's tables: brought in, looked over, kept and explored. */
export function addDatasets(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const page = (c: WebContext, title: string, content: ComponentChildren, status: 200 | 404 | 422 = 200) =>
    renderPage(c, { title, section: home(c) }, content, status)

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
      </>,
    )
  })

  const uploadPage = async (c: WebContext, errors: readonly FieldError[]) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const slug = c.req.param('dataset')
    const opened = slug === undefined ? null : await doors.inRegion(actor, (db) => openDataset(db, slug))
    if (slug !== undefined && opened === null) throw new HttpProblem(404)
    const title =
      opened === null
        ? locale.text('stat.new.title')
        : locale.text('stat.new.version', { name: opened.dataset.name })
    return page(
      c,
      title,
      <>
        <h1>{title}</h1>
        <p class="lede">{locale.text('stat.new.lede')}</p>
        {opened === null ? <FetchChoices locale={locale} home={home(c)} current="file" /> : null}
        <UploadForm locale={locale} errors={errors} />
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  const receive = async (c: WebContext) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const slug = c.req.param('dataset')
    const opened = slug === undefined ? null : await doors.inRegion(actor, (db) => openDataset(db, slug))
    if (slug !== undefined && opened === null) throw new HttpProblem(404)
    const file = (await c.req.formData()).get('file')
    if (!(file instanceof File) || file.size === 0)
      return uploadPage(c, [{ field: 'file', text: locale.text('stat.new.noFile') }])
    const received = await receiveTable(doors, actor, {
      file,
      fileName: file.name.slice(0, 200),
      shape: null,
      datasetId: opened?.dataset.id ?? null,
      address: null,
      fetchedAt: new Date(),
    })
    if (!received.ok) return uploadPage(c, [{ field: 'file', text: refusalText(c, received) }])
    return c.redirect(`${home(c)}/drafts/${received.draft}`, 303)
  }

  app.get('/r/:slug/statistics/new', (c) => uploadPage(c, []))
  app.post('/r/:slug/statistics/new', receive)
  app.get('/r/:slug/statistics/:dataset/new', (c) => uploadPage(c, []))
  app.post('/r/:slug/statistics/:dataset/new', receive)

  const draftPage = async (c: WebContext, errors: readonly FieldError[], sent?: DraftForm) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const draft = await doors.inRegion(actor, (db) => openDraft(db, actor, c.req.param('draft') ?? ''))
    if (draft === null)
      return page(
        c,
        locale.text('stat.draft.title'),
        <Notice kind="bad">{locale.text('stat.draft.gone')}</Notice>,
        404,
      )
    const { table } = draft
    const filled: DraftForm = sent ?? {
      name: (table.title[locale.language] ?? table.title.sv ?? '').slice(0, 200),
      description: '',
      area: 'background',
      producer: table.source?.[locale.language] ?? table.source?.sv ?? '',
      licence: table.licence ?? '',
      contact: '',
      rhythm: 'irregular',
    }
    return page(
      c,
      locale.text('stat.draft.title'),
      <>
        <h1>{locale.text('stat.draft.title')}</h1>
        <p class="lede">{locale.text('stat.draft.lede')}</p>
        <DraftReading locale={locale} table={table} assumptions={draft.assumptions} />
        {draft.datasetId === null ? (
          <KeepForm locale={locale} filled={filled} errors={errors} />
        ) : (
          <form method="post" class="form">
            <button class="button primary" type="submit">
              {locale.text('stat.keep.version')}
            </button>
          </form>
        )}
        <form method="post" action={`${c.req.path}/discard`} class="form">
          <button class="button" type="submit">
            {locale.text('stat.discard')}
          </button>
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/statistics/drafts/:draft', (c) => draftPage(c, []))

  app.post('/r/:slug/statistics/drafts/:draft', async (c) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const id = c.req.param('draft')
    const form = await c.req.formData()
    const draft = await doors.inRegion(actor, (db) => openDraft(db, actor, id))
    if (draft?.datasetId != null) {
      const kept = await doors.inRegion(actor, (db) => keepNewVersion(db, actor, id))
      const address = await doors.inRegion(actor, (db) => addressOfDataset(db, draft.datasetId ?? ''))
      if (kept.ok) return c.redirect(`${home(c)}/${address}?kept=1`, 303)
      if (kept.reason === 'unchanged')
        return c.redirect(`${home(c)}/${address}?unchanged=${kept.version}`, 303)
      return draftPage(c, [
        {
          field: 'content',
          text: locale.text(
            kept.reason === 'made-of-releases' ? 'stat.error.made-of-releases' : 'stat.error.dataset-gone',
          ),
        },
      ])
    }
    const sent = formOf(form)
    const errors = errorsOf(c, sent, form.get('public') === 'on')
    if (errors.length > 0) return draftPage(c, errors, sent)
    const kept = await doors.inRegion(actor, async (db) => {
      const fetched = await sourceOfFetchedDraft(db, id)
      return keepNewDataset(db, actor, id, {
        slug: slugOf(sent.name),
        name: sent.name,
        description: sent.description,
        area: AREAS.find((area) => area === sent.area) ?? 'background',
        licence: sent.licence,
        contact: sent.contact,
        rhythm: RHYTHMS.find((rhythm) => rhythm === sent.rhythm) ?? 'irregular',
        fetchAgain: 'never',
        source:
          fetched === null
            ? { kind: 'file', producer: sent.producer }
            : { ...fetched, producer: sent.producer },
        synthetic: false,
      })
    })
    if (kept.ok) return c.redirect(`${home(c)}/${slugOf(sent.name)}?kept=1`, 303)
    if (kept.reason === 'address-taken')
      return draftPage(c, [{ field: 'name', text: locale.text('stat.error.address-taken') }], sent)
    return draftPage(c, [], sent)
  })

  app.post('/r/:slug/statistics/drafts/:draft/discard', async (c) => {
    const actor = authorise(c, 'bring-in')
    if (!(await doors.inRegion(actor, (db) => discardDraft(db, actor, c.req.param('draft')))))
      throw new HttpProblem(404)
    return c.redirect(home(c), 303)
  })

  app.get('/r/:slug/statistics/:dataset', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const asked = /^[1-9]\d{0,8}$/.exec(c.req.query('version') ?? '')?.[0]
    const opened = await doors.inRegion(actor, (db) =>
      openDataset(db, c.req.param('dataset'), asked === undefined ? undefined : Number(asked)),
    )
    if (opened === null) throw new HttpProblem(404)
    const { dataset, version, table } = opened
    const concepts = conceptsOf(table)
    const view = viewOf((name) => c.req.query(name), table, concepts)
    const here = queryOf(view).toString()
    const comments = await doors.inRegion(actor, (db) => commentsFor(db, actor, dataset.id, version.number))
    const latest = mayDo(c, 'bring-in')
      ? await doors.inRegion(actor, (db) => latestFetch(db, dataset.id))
      : null
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
        {version.number === dataset.version ? null : (
          <Notice kind="watch">
            {locale.text('stat.versions.older', { version: version.number, latest: dataset.version })}
          </Notice>
        )}
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
          <a class="button" href={`${home(c)}/${dataset.slug}/analysis?${here}`}>
            {locale.text('analyse.title')}
          </a>
          {mayDo(c, 'bring-in') ? (
            <a class="button" href={`${home(c)}/${dataset.slug}/new`}>
              {locale.text('stat.newVersion')}
            </a>
          ) : null}
        </p>
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
        />
        {mayDo(c, 'bring-in') && view.rows === concepts.time ? (
          <IndicatorForm locale={locale} action={`${home(c)}/${dataset.slug}/indicators`} view={here} />
        ) : null}
        <Comments
          locale={locale}
          action={`${home(c)}/${dataset.slug}/comments`}
          view={here}
          comments={comments}
          writer={mayDo(c, 'comment') ? actor : null}
        />
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

function formOf(form: FormData): DraftForm {
  const word = (name: string, most: number) => {
    const sent = form.get(name)
    return typeof sent === 'string' ? sent.trim().slice(0, most) : ''
  }
  return {
    name: word('name', 200),
    description: word('description', 4000),
    area: word('area', 20),
    producer: word('producer', 200),
    licence: word('licence', 200),
    contact: word('contact', 400),
    rhythm: word('rhythm', 20),
  }
}

function errorsOf(c: WebContext, sent: DraftForm, isPublic: boolean): FieldError[] {
  const locale = c.get('locale')
  return [
    ...(sent.name.length < 2 ? [{ field: 'name', text: locale.text('stat.error.name') }] : []),
    ...(sent.producer === '' ? [{ field: 'producer', text: locale.text('stat.error.producer') }] : []),
    ...(sent.licence === '' ? [{ field: 'licence', text: locale.text('stat.error.licence') }] : []),
    ...(isPublic ? [] : [{ field: 'public', text: locale.text('stat.error.public') }]),
  ]
}

/** A refusal in words, with the line, keyword and text that it is about. */
function refusalText(c: WebContext, refusal: Extract<TableReceived, { ok: false }>): string {
  const locale = c.get('locale')
  const where = { line: '', keyword: '', detail: '', ...refusal }
  const params = { ...where, row: where.line, column: where.keyword, value: where.detail, ok: '' }
  const text = locale.dynamic(
    `stat.file.${refusal.reason}`,
    locale.dynamic(
      `intake.file.${refusal.reason}`,
      locale.dynamic(`intake.worker.${refusal.reason}`, refusal.reason, params),
      params,
    ),
    params,
  )
  const place = [
    ...(where.line === '' ? [] : [locale.text('stat.file.line', { line: where.line })]),
    ...(where.keyword === '' ? [] : [where.keyword]),
    ...(where.detail === '' ? [] : [`”${where.detail}”`]),
  ]
  return place.length === 0 ? text : `${text} (${place.join(', ')})`
}
