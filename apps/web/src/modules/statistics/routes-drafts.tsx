import { ErrorSummary, type FieldError, FileForm, Notice } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise } from './authorise.ts'
import { sourceOfFetchedDraft, wordsOfFetchedDraft } from './fetch/dataset-fetches.ts'
import { DIRECTIONS } from './model-indicators.ts'
import { conceptsOf } from './rules/concepts.ts'
import { slugOf } from './rules/slug.ts'
import { addressOfDataset, openDataset } from './service/datasets.ts'
import { discardDraft, openDraft } from './service/drafts.ts'
import { followOverTime } from './service/follow-over-time.ts'
import { keepNewDataset, keepNewVersion } from './service/keep-draft.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { receiveTable } from './service/receive-table.ts'
import { DraftReading, type IndicatorWanted, KeepForm } from './ui/draft-page.tsx'
import { FetchChoices } from './ui/fetch-choices.tsx'
import { fileRefusalText } from './ui/file-refusal-text.ts'
import { RowsLink } from './ui/rows-page.tsx'
import type { WordsSent } from './ui/word-fields.tsx'
import { wordErrors, wordsMeant, wordsSent } from './words-sent.ts'

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
        <FileForm
          summary={locale.text('error.summary')}
          label={locale.text('stat.new.file')}
          hint={locale.text('stat.new.fileHint')}
          accept=".px,.json,.xlsx,.csv,.txt,.tsv,.parquet"
          send={locale.text('stat.new.read')}
          errors={errors}
        />
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
      reading: null,
      datasetId: dataset?.id ?? null,
      address: null,
      fetchedAt: new Date(),
    })
    if (received.ok) return c.redirect(`${home(c)}/drafts/${received.draft}`, 303)
    if (received.heldId !== null) {
      const { reason, line, firstLine, keyword, detail } = {
        ...{ line: '', firstLine: '', keyword: '', detail: '' },
        ...received,
      }
      const told = new URLSearchParams({
        refused: reason,
        line: String(line),
        first: String(firstLine),
        keyword,
        detail,
      })
      return c.redirect(`${home(c)}/new/rows/${received.heldId}?${told}`, 303)
    }
    return uploadPage(c, [{ field: 'file', text: fileRefusalText(locale, received) }])
  }

  app.get('/r/:slug/statistics/new', (c) => uploadPage(c, []))
  app.post('/r/:slug/statistics/new', receive)
  app.get('/r/:slug/statistics/:dataset/new', (c) => uploadPage(c, []))
  app.post('/r/:slug/statistics/:dataset/new', receive)

  const draftPage = async (
    c: WebContext,
    errors: readonly FieldError[],
    sent?: WordsSent,
    follow?: IndicatorWanted,
  ) => {
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
    const told = await doors.inRegion(actor, (db) => wordsOfFetchedDraft(db, actor, draft.id))
    const filled: WordsSent = sent ?? {
      name: (table.title[locale.language] ?? table.title.sv ?? '').slice(0, 200),
      description: '',
      definitions: '',
      breaks: '',
      area: 'background',
      producer: table.source?.[locale.language] ?? table.source?.sv ?? '',
      licence: table.licence ?? '',
      contact: '',
      rhythm: 'irregular',
      ...told,
    }
    return page(
      c,
      locale.text('stat.draft.title'),
      <>
        <h1>{locale.text('stat.draft.title')}</h1>
        <p class="lede">{locale.text('stat.draft.lede')}</p>
        {draft.heldId === null ? null : (
          <RowsLink
            locale={locale}
            address={`${home(c)}/new/rows/${draft.heldId}`}
            kept={draft.datasetId !== null && draft.isChosen}
          />
        )}
        <DraftReading locale={locale} table={table} assumptions={draft.assumptions} />
        {draft.datasetId === null ? (
          <KeepForm
            locale={locale}
            filled={filled}
            errors={errors}
            indicator={
              conceptsOf(table).time === null
                ? null
                : { isWanted: told !== null, direction: 'parity', ...follow }
            }
          />
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
    const sent = wordsSent(form)
    const errors = [
      ...wordErrors(locale, sent),
      ...(form.get('public') === 'on' ? [] : [{ field: 'public', text: locale.text('stat.error.public') }]),
    ]
    const follow: IndicatorWanted = {
      isWanted: form.get('indicator') === 'on',
      direction: DIRECTIONS.find((each) => each === form.get('direction')) ?? 'parity',
    }
    if (errors.length > 0) return draftPage(c, errors, sent, follow)
    const kept = await doors.inRegion(actor, async (db) => {
      const fetched = await sourceOfFetchedDraft(db, id)
      const done = await keepNewDataset(db, actor, id, {
        slug: slugOf(sent.name),
        ...wordsMeant(sent),
        fetchAgain: 'never',
        source:
          fetched === null
            ? { kind: 'file', producer: sent.producer }
            : { ...fetched, producer: sent.producer },
        synthetic: false,
      })
      if (done.ok && follow.isWanted)
        await followOverTime(db, actor, slugOf(sent.name), { name: sent.name, direction: follow.direction })
      return done
    })
    if (kept.ok && follow.isWanted) return c.redirect(`${home(c)}/indicators`, 303)
    if (kept.ok) return c.redirect(`${home(c)}/${slugOf(sent.name)}?kept=1`, 303)
    if (kept.reason === 'address-taken')
      return draftPage(c, [{ field: 'name', text: locale.text('stat.error.address-taken') }], sent, follow)
    return draftPage(c, [], sent, follow)
  })

  app.post('/r/:slug/statistics/drafts/:draft/discard', async (c) => {
    const actor = authorise(c, 'bring-in')
    if (!(await doors.inRegion(actor, (db) => discardDraft(db, actor, c.req.param('draft')))))
      throw new HttpProblem(404)
    return c.redirect(home(c), 303)
  })
}
