import { type MappingInput, parseMapping, writeCsv } from '@jamvikt/tables'
import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise, authoriseList, homeOf } from './authorise.ts'
import type { Upload } from './model.ts'
import { mappingFromForm } from './rules/mapping-form.ts'
import type { FundingDoors } from './service/doors.ts'
import { getImport, getSavedMappings, getUpload } from './service/get-imports.ts'
import { getList } from './service/get-lists.ts'
import { receiveUpload } from './service/receive-upload.ts'
import { startImport } from './service/start-import.ts'
import { MappingPage } from './ui/mapping-page.tsx'
import { problemTexts } from './ui/problem-texts.ts'
import {
  DonePage,
  FailureList,
  NewListPage,
  ReadingPage,
  RefusedPage,
  RunningPage,
} from './ui/upload-pages.tsx'

export function addIntakeRoutes(app: Web, doors: FundingDoors) {
  const newPage = (
    c: WebContext,
    list: Parameters<typeof NewListPage>[0]['list'],
    errors: readonly FieldError[],
    name = '',
  ) => {
    const locale = c.get('locale')
    return renderPage(
      c,
      { title: locale.text('intake.new.title'), section: homeOf(c) },
      <NewListPage locale={locale} home={homeOf(c)} list={list} errors={errors} name={name} />,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/money/new', (c) => {
    authorise(c, 'import')
    return newPage(c, null, [])
  })

  app.get('/r/:slug/money/lists/:list/newer', async (c) => {
    const { list } = await authoriseList(c, doors, 'import')
    return newPage(c, list, [])
  })

  app.post('/r/:slug/money/uploads', async (c) => {
    const actor = authorise(c, 'import')
    const form = await c.req.formData()
    const file = form.get('file')
    const listName = String(form.get('name') ?? '')
    const listId = String(form.get('list') ?? '') || null
    const result = await receiveUpload(doors, actor, {
      listId,
      listName,
      file: file instanceof File ? file : null,
    })
    if (result.ok) return c.redirect(`${homeOf(c)}/uploads/${result.id}`, 303)
    const list = listId ? await getList(doors, actor, listId) : null
    if (listId && !list) throw new HttpProblem(404)
    const text = c.get('locale').text(`intake.error.${result.reason}`)
    return newPage(c, list, [{ field: result.reason === 'name-missing' ? 'name' : 'file', text }], listName)
  })

  const uploadOf = async (c: WebContext) => {
    const actor = authorise(c, 'import')
    const upload = await getUpload(doors, actor, c.req.param('upload') ?? '')
    if (!upload) throw new HttpProblem(404)
    return { actor, upload, here: `${homeOf(c)}/uploads/${upload.id}` }
  }

  const mappingPage = async (
    c: WebContext,
    upload: Upload,
    mapping: MappingInput,
    problems: readonly string[],
  ) => {
    const locale = c.get('locale')
    if (!upload.inspection) throw new HttpProblem(404)
    return renderPage(
      c,
      { title: locale.text('intake.map.title'), section: homeOf(c) },
      <MappingPage
        locale={locale}
        here={`${homeOf(c)}/uploads/${upload.id}`}
        upload={upload}
        inspection={upload.inspection}
        mapping={mapping}
        saved={await getSavedMappings(doors, c.get('actor'))}
        problems={problems}
      />,
      problems.length > 0 ? 422 : 200,
    )
  }

  /** The list's own mapping, one that was saved, or the proposal. */
  const startingMapping = async (c: WebContext, upload: Upload): Promise<MappingInput> => {
    const actor = c.get('actor')
    const saved = (await getSavedMappings(doors, actor)).find((one) => one.id === c.req.query('saved'))
    if (saved) return saved.mapping
    const list = upload.listId ? await getList(doors, actor, upload.listId) : null
    return list?.mapping ?? upload.inspection?.suggestion.mapping ?? {}
  }

  app.get('/r/:slug/money/uploads/:upload', async (c) => {
    const { upload, here } = await uploadOf(c)
    const locale = c.get('locale')
    if (upload.status === 'refused')
      return renderPage(
        c,
        { title: locale.text('intake.refused.title'), section: homeOf(c) },
        <RefusedPage locale={locale} home={homeOf(c)} upload={upload} />,
      )
    if (upload.status === 'received')
      return renderPage(
        c,
        { title: locale.text('intake.reading', { name: upload.fileName }), section: homeOf(c), refresh: 2 },
        <ReadingPage locale={locale} here={here} upload={upload} />,
      )
    return mappingPage(c, upload, await startingMapping(c, upload), [])
  })

  app.get('/r/:slug/money/uploads/:upload/status', async (c) => {
    const { upload } = await uploadOf(c)
    return c.json({ done: upload.status !== 'received', share: upload.status === 'received' ? 0.4 : 1 })
  })

  app.post('/r/:slug/money/uploads/:upload', async (c) => {
    const { actor, upload } = await uploadOf(c)
    const locale = c.get('locale')
    const form = await c.req.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    const proposed = mappingFromForm(text, await startingMapping(c, upload))
    if (text('look') === '1') return mappingPage(c, upload, proposed, [])
    const parsed = parseMapping(proposed)
    if (!parsed.ok) return mappingPage(c, upload, proposed, problemTexts(locale, parsed.problems))
    const result = await startImport(doors, actor, {
      uploadId: upload.id,
      mapping: parsed.mapping,
      saveAs: text('saveAs').trim().slice(0, 120) || null,
      wholeList: text('wholeList') === 'on',
    })
    if (result.ok) return c.redirect(`${homeOf(c)}/imports/${result.importId}`, 303)
    const problems =
      result.reason === 'mapping-refused'
        ? problemTexts(locale, result.problems)
        : [locale.text(`intake.problem.${result.reason}`)]
    return mappingPage(c, upload, proposed, problems)
  })

  const importOf = async (c: WebContext) => {
    const actor = authorise(c, 'see-working')
    const found = await getImport(doors, actor, c.req.param('import') ?? '')
    if (!found) throw new HttpProblem(404)
    return { ...found, here: `${homeOf(c)}/imports/${found.run.id}` }
  }

  app.get('/r/:slug/money/imports/:import', async (c) => {
    const { run, refusals, here } = await importOf(c)
    const locale = c.get('locale')
    const home = homeOf(c)
    const running = run.status === 'queued' || run.status === 'running'
    const title = locale.text('intake.run.title', { name: run.fileName })
    const content =
      run.status === 'failed' ? (
        <>
          <h1>{locale.text('intake.failed.title')}</h1>
          <p class="lede">{locale.text('intake.failed.text')}</p>
          {run.failure ? <FailureList locale={locale} failure={run.failure} /> : null}
          <p class="bar-row">
            <a
              class="button primary"
              href={run.failure?.kind === 'mapping' ? `${home}/uploads/${run.uploadId}` : `${home}/new`}
            >
              {locale.text(run.failure?.kind === 'mapping' ? 'intake.failed.mapping' : 'intake.again')}
            </a>
          </p>
        </>
      ) : running ? (
        <RunningPage locale={locale} here={here} run={run} />
      ) : (
        <DonePage
          locale={locale}
          home={home}
          here={here}
          run={run}
          refusals={refusals.slice(0, 100)}
          refusalCount={refusals.length}
        />
      )
    return renderPage(c, { title, section: home, ...(running ? { refresh: 2 } : {}) }, content)
  })

  app.get('/r/:slug/money/imports/:import/status', async (c) => {
    const { run } = await importOf(c)
    return c.json({ done: run.status === 'done' || run.status === 'failed', share: run.progress })
  })

  app.get('/r/:slug/money/imports/:import/refusals.csv', async (c) => {
    const { refusals } = await importOf(c)
    const locale = c.get('locale')
    const head = (['row', 'column', 'reason', 'value', 'suggestion'] as const).map((key) =>
      locale.text(`intake.refusals.${key}`),
    )
    const rows = refusals.map((row) => [
      row.row,
      row.column,
      locale.dynamic(`intake.reason.${row.reason}`, row.reason),
      row.value ?? '',
      row.suggestions.join(', '),
    ])
    return c.body(writeCsv([head, ...rows]), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="avvisade-rader.csv"',
    })
  })
}
