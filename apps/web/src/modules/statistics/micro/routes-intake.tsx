import { MISSING_KINDS } from '@jamvikt/domain'
import { ErrorSummary, type FieldError, FileForm, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { MicroDoors } from './doors.ts'
import { authorise } from './may.ts'
import type { Declaration } from './model-micro.ts'
import { refusalText } from './refusal-text.ts'
import { keepNewMicro, keepNextMicro } from './service/keep-micro.ts'
import { openMicro, openMicroDraft } from './service/lists.ts'
import { receiveMicro } from './service/receive-micro.ts'
import type { MicroDraft } from './store/micro-drafts.ts'
import { columnOf, DeclareColumns, type DeclareForm } from './ui/declare-form.tsx'

/** Bringing a list in: hand over the file, say what its columns are. */
export function addMicroIntake(app: Web, doors: MicroDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics/micro`
  const section = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`

  /** The list that the address asks a new version of; `null` where it asks for none. */
  const renewed = async (c: WebContext) => {
    const actor = authorise(c, 'bring-in')
    const id = c.req.query('dataset')
    if (id === undefined) return null
    const opened = await doors.inRegion(actor, (db) => openMicro(db, id))
    if (opened === null) throw new HttpProblem(404)
    return opened.dataset
  }

  const uploadPage = async (c: WebContext, errors: readonly FieldError[]) => {
    const dataset = await renewed(c)
    const locale = c.get('locale')
    const title =
      dataset === null
        ? locale.text('micro.new.title')
        : locale.text('micro.new.version', { name: dataset.name })
    return renderPage(
      c,
      { title, section: section(c) },
      <>
        <p class="crumb">
          <a href={home(c)}>{locale.text('micro.title')}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('micro.new.lede')}</p>
        <FileForm
          summary={locale.text('error.summary')}
          label={locale.text('micro.new.file')}
          hint={locale.text('micro.new.fileHint')}
          accept=".csv,.txt,.tsv,.xlsx,.json,.parquet"
          send={locale.text('micro.new.read')}
          errors={errors}
        />
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/statistics/micro/new', (c) => uploadPage(c, []))

  app.post('/r/:slug/statistics/micro/new', async (c) => {
    const actor = authorise(c, 'bring-in')
    const dataset = await renewed(c)
    const file = (await c.req.formData()).get('file')
    const locale = c.get('locale')
    if (!(file instanceof File) || file.size === 0)
      return uploadPage(c, [{ field: 'file', text: locale.text('micro.new.noFile') }])
    const fileName = file.name.slice(0, 200)
    const received = await receiveMicro(doors, actor, { file, fileName, datasetId: dataset?.id ?? null })
    if (!received.ok) return uploadPage(c, [{ field: 'file', text: refusalText(locale, received) }])
    return c.redirect(`${home(c)}/drafts/${received.draft}`, 303)
  })

  const draftPage = (
    c: WebContext,
    draft: MicroDraft | null,
    errors: readonly FieldError[],
    sent?: DeclareForm,
  ) => {
    const locale = c.get('locale')
    const title = locale.text('micro.draft.title')
    const status = errors.length > 0 ? 422 : 200
    if (draft === null)
      return renderPage(
        c,
        { title, section: section(c) },
        <Notice kind="bad">{locale.text('micro.draft.gone')}</Notice>,
        404,
      )
    const declaration: Declaration = { columns: [...draft.columns], missing: [], empty: 'noAnswer' }
    const name = draft.fileName.replace(/\.[a-z]+$/i, '')
    const filled = sent ?? { name, source: '', retainUntil: '', declaration }
    return renderPage(
      c,
      { title, section: section(c) },
      <>
        <h1>{title}</h1>
        <p class="lede">{locale.text('micro.draft.lede')}</p>
        {draft.datasetId === null ? (
          <DeclareColumns locale={locale} filled={filled} errors={errors} />
        ) : (
          <form method="post" class="card form">
            <ErrorSummary title={locale.text('error.summary')} errors={errors} />
            <button class="button primary" type="submit">
              {locale.text('micro.draft.keepVersion')}
            </button>
          </form>
        )}
      </>,
      status,
    )
  }

  app.get('/r/:slug/statistics/micro/drafts/:draft', async (c) => {
    const actor = authorise(c, 'bring-in')
    return draftPage(
      c,
      await doors.inRegion(actor, (db) => openMicroDraft(db, actor, c.req.param('draft'))),
      [],
    )
  })

  app.post('/r/:slug/statistics/micro/drafts/:draft', async (c) => {
    const actor = authorise(c, 'bring-in')
    const locale = c.get('locale')
    const id = c.req.param('draft')
    const open = () => doors.inRegion(actor, (db) => openMicroDraft(db, actor, id))
    const draft = await open()
    if (draft === null) return draftPage(c, null, [])
    const sent = formOf(await c.req.formData(), draft)
    const errors = draft.datasetId === null ? errorsOf(c, sent, new Date()) : []
    if (errors.length > 0) return draftPage(c, draft, errors, sent)
    const kept =
      draft.datasetId === null
        ? await keepNewMicro(doors, actor, id, sent)
        : await keepNextMicro(doors, actor, id)
    if (kept.ok) return c.redirect(`${home(c)}/${kept.id}?done=kept`, 303)
    const column = 'column' in kept ? draft.columns.findIndex(({ name }) => name === kept.column) : -1
    const told = { field: column < 0 ? 'columns' : `column.${column}`, text: refusalText(locale, kept) }
    const left = await open()
    return left === null ? uploadPage(c, [{ ...told, field: 'file' }]) : draftPage(c, left, [told], sent)
  })
}

function formOf(form: FormData, draft: MicroDraft): DeclareForm {
  const word = (name: string, most: number) => {
    const sent = form.get(name)
    return typeof sent === 'string' ? sent.trim().slice(0, most) : ''
  }
  const columns = draft.columns.map(({ name }, at) => columnOf(name, word(`column.${at}`, 20)))
  const missing = MISSING_KINDS.flatMap((kind) =>
    word(`missing.${kind}`, 400)
      .split(';')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ word: text, kind })),
  )
  const empty = MISSING_KINDS.find((kind) => kind === word('empty', 20)) ?? 'noAnswer'
  return {
    name: word('name', 200),
    source: word('source', 400),
    retainUntil: word('retain', 10),
    declaration: { columns, missing, empty },
  }
}

function errorsOf(c: WebContext, { name, source, retainUntil }: DeclareForm, now: Date): FieldError[] {
  const locale = c.get('locale')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(retainUntil) ? new Date(`${retainUntil}T00:00:00Z`) : null
  const isDay =
    day?.toJSON()?.startsWith(retainUntil) === true && retainUntil >= now.toISOString().slice(0, 10)
  return [
    ...(name.length < 2 ? [{ field: 'name', text: locale.text('micro.error.name') }] : []),
    ...(source.length < 2 ? [{ field: 'source', text: locale.text('micro.error.source') }] : []),
    ...(isDay ? [] : [{ field: 'retain', text: locale.text('micro.error.retain') }]),
  ]
}
