import { ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise } from './authorise.ts'
import { sourceOfFetchedDraft } from './fetch/dataset-fetches.ts'
import { AREAS, RHYTHMS } from './model-datasets.ts'
import { slugOf } from './rules/slug.ts'
import { addressOfDataset, openDataset } from './service/datasets.ts'
import { discardDraft, openDraft } from './service/drafts.ts'
import { keepNewDataset, keepNewVersion } from './service/keep-draft.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { receiveTable, type TableReceived } from './service/receive-table.ts'
import { type DraftForm, DraftReading, KeepForm } from './ui/draft-page.tsx'
import { FetchChoices } from './ui/fetch-choices.tsx'
import { UploadForm } from './ui/upload-form.tsx'

/** Tables on their way in: read from a file, looked over as a draft, kept or thrown away. */
export function addDrafts(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`
  const page = (c: WebContext, title: string, content: ComponentChildren, status: 200 | 404 | 422 = 200) =>
    renderPage(c, { title, section: home(c) }, content, status)

  /** The dataset that a new version is brought in of; what is made of releases takes no file. */
  const datasetOf = async (c: WebContext) => {
    const actor = authorise(c, 'bring-in')
    const slug = c.req.param('dataset')
    if (slug === undefined) return { actor, dataset: null }
    const opened = await doors.inRegion(actor, (db) => openDataset(db, slug))
    if (opened === null || opened.dataset.source.kind === 'released') throw new HttpProblem(404)
    return { actor, dataset: opened.dataset }
  }

  const uploadPage = async (c: WebContext, errors: readonly FieldError[]) => {
    const { dataset } = await datasetOf(c)
    const locale = c.get('locale')
    const title =
      dataset === null
        ? locale.text('stat.new.title')
        : locale.text('stat.new.version', { name: dataset.name })
    return page(
      c,
      title,
      <>
        <h1>{title}</h1>
        <p class="lede">{locale.text('stat.new.lede')}</p>
        {dataset === null ? <FetchChoices locale={locale} home={home(c)} current="file" /> : null}
        <UploadForm locale={locale} errors={errors} />
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  const receive = async (c: WebContext) => {
    const { actor, dataset } = await datasetOf(c)
    const locale = c.get('locale')
    const file = (await c.req.formData()).get('file')
    if (!(file instanceof File) || file.size === 0)
      return uploadPage(c, [{ field: 'file', text: locale.text('stat.new.noFile') }])
    const received = await receiveTable(doors, actor, {
      file,
      fileName: file.name.slice(0, 200),
      shape: null,
      datasetId: dataset?.id ?? null,
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
            <ErrorSummary title={locale.text('error.summary')} errors={errors} />
            <button class="button primary" id="keep-version" type="submit">
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
          field: 'keep-version',
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
}

function formOf(form: FormData): DraftForm {
  const word = (name: string, most: number) => wordOf(form, name, most)
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
