import { Notice, Tag, UndoRemove } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { listPublished } from '../statistics/public.ts'
import { documentAnswer, isDocumentKind } from './document-answer.ts'
import {
  Files,
  type Found,
  filled,
  type ReportDoors,
  reading,
  reportOf,
  showReport,
} from './document-room.tsx'
import { layOut, layOutInParts } from './documents/lay-out.ts'
import { mayDo } from './policy.ts'
import type { Change } from './rules/edit-content.ts'
import { changeReport, remakeReport, removeReport } from './service/reports.ts'
import { writtenIn } from './service/template.ts'
import { DocumentEditor } from './ui/document-editor.tsx'
import { finishedText } from './ui/finished-text.ts'
import { partsShown } from './ui/parts-shown.ts'
import { ReportView } from './ui/report-view.tsx'
import { newBlock } from './written-block.ts'

/** One report: written as a draft, read when it is adopted, taken along as a file. */
export function addDocument(app: Web, doors: ReportDoors) {
  const page = async (c: WebContext, fault: 'gone' | 'full' | null) => {
    const found = await reportOf(c, doors, 'see-report')
    return found.report.adopted === null && mayDo(c, 'write-report', 'draft')
      ? editor(c, found, fault)
      : reader(c, found)
  }

  const editor = async (c: WebContext, found: Found, fault: 'gone' | 'full' | null) => {
    const { actor, at, report } = found
    const locale = c.get('locale')
    const { content, number } = report.latest
    const { report: made, origins } = await filled(c, doors, found)
    const { laid, parts } = layOutInParts(made)
    const addable = {
      findings: await doors.findings.list(actor),
      datasets: (await doors.inRegion(actor, (db) => listPublished(db, new Date()))).map(
        ({ dataset }) => dataset,
      ),
    }
    const removed = c.req.query('removed') ?? ''
    return showReport(
      c,
      found,
      content.title,
      <>
        {fault === null ? null : <Notice kind="bad">{locale.text(`doc.fault.${fault}`)}</Notice>}
        {content.removed.some(({ block }) => block.id === removed) ? (
          <UndoRemove
            said={locale.text('doc.removed.block')}
            bringBack={locale.text('doc.bringBack')}
            revision={number}
            block={removed}
          />
        ) : null}
        {c.req.query('saved') === undefined ? null : (
          <div data-saved={c.req.query('saved')}>
            <Notice kind="good">{locale.text('doc.saved')}</Notice>
          </div>
        )}
        <p class="note">{locale.text(`doc.kind.${report.kind}`)}</p>
        <h1>{laid.title}</h1>
        <p class="lede">{laid.subtitle}</p>
        <p>
          <Tag kind="neutral">{locale.text('doc.draft')}</Tag> {locale.text('doc.draft.text')}{' '}
          <span class="note">
            {locale.text('doc.revision', {
              number,
              time: locale.time(report.latest.madeAt),
              name: report.latest.madeBy,
            })}
          </span>
        </p>
        {report.madeFrom === null ? null : (
          <Notice kind="info">
            {locale.text('doc.remade')} <a href={`${at}/changes`}>{locale.text('doc.remade.see')}</a>
          </Notice>
        )}
        <form method="post" class="inline no-print">
          <a class="button" href={`${at}/blocks/head`}>
            {locale.text('doc.head.edit')}
          </a>
          <a class="button" href={`${at}/read`}>
            {locale.text('doc.read')}
          </a>
          <a class="button primary" href={`${at}/adopt`}>
            {locale.text('doc.adopt')}
          </a>
          <button class="button" type="submit" name="act" value="delete">
            {locale.text('doc.delete')}
          </button>
        </form>
        <Files locale={locale} at={at} />
        <DocumentEditor
          locale={locale}
          at={at}
          revision={number}
          content={content}
          shown={partsShown(origins, parts)}
          addable={addable}
          language={laid.tag}
        />
      </>,
      fault === null ? 200 : 422,
    )
  }

  const reader = async (c: WebContext, found: Found) => {
    const { at, report } = found
    const locale = c.get('locale')
    const { report: made } = await reading(c, doors, found)
    const { adopted } = report
    return showReport(
      c,
      found,
      report.latest.content.title,
      <>
        {adopted === null ? (
          <p class="no-print">
            <Tag kind="neutral">{locale.text('doc.draft')}</Tag> {locale.text('doc.draft.text')}
          </p>
        ) : (
          <div class="doc-adopted">
            <p>
              <Tag kind="good">{locale.text('doc.isAdopted', { date: locale.date(adopted.adoptedAt) })}</Tag>{' '}
              {finishedText(locale, adopted)}. {locale.text('doc.isAdopted.text')}
            </p>
            <p class="note wrap">{locale.text('doc.hash', { hash: adopted.hash })}</p>
          </div>
        )}
        <Files locale={locale} at={at} />
        {mayDo(c, 'remake-report', adopted === null ? 'draft' : 'adopted') ? (
          <form method="post" class="inline no-print" action={at}>
            <button class="button" type="submit" name="act" value="remake">
              {locale.text('doc.remake')}
            </button>
            <span class="note">{locale.text('doc.remake.text')}</span>
          </form>
        ) : null}
        <ReportView report={layOut(made)} />
      </>,
    )
  }

  app.get('/r/:slug/plans/:plan/documents/:report', (c) => page(c, null))

  app.get('/r/:slug/plans/:plan/documents/:report/read', async (c) =>
    reader(c, await reportOf(c, doors, 'see-report')),
  )

  app.post('/r/:slug/plans/:plan/documents/:report', async (c) => {
    const found = await reportOf(c, doors, 'see-report')
    const { actor, opened, list, at, report } = found
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 20)
    const planId = opened.plan.id
    if (act === 'remake') {
      if (!mayDo(c, 'remake-report', report.adopted === null ? 'draft' : 'adopted'))
        throw new HttpProblem(404)
      const id = await doors.inRegion(actor, (db) => remakeReport(db, actor, planId, report.id))
      if (id === null) throw new HttpProblem(404)
      return c.redirect(`${list}/${id}/changes`, 303)
    }
    if (!mayDo(c, 'write-report', report.adopted === null ? 'draft' : 'adopted')) throw new HttpProblem(404)
    if (act === 'delete') {
      const done = await doors.inRegion(actor, (db) => removeReport(db, actor, planId, report.id))
      return c.redirect(done ? `${list}?removed=${report.id}` : at, 303)
    }
    const change = changeOf(form, c)
    const seen = Number(wordOf(form, 'revision', 9)) || 0
    const done = await doors.inRegion(actor, (db) => changeReport(db, actor, planId, report.id, seen, change))
    if (!done.ok) return page(c, done.reason === 'gone' ? 'gone' : 'full')
    if (change.act === 'add')
      return c.redirect(
        change.block.kind === 'page-break' ? `${at}#b-${change.block.id}` : `${at}/blocks/${change.block.id}`,
        303,
      )
    if (change.act === 'remove') return c.redirect(`${at}?removed=${change.id}`, 303)
    return c.redirect('id' in change ? `${at}#b-${change.id}` : at, 303)
  })

  app.get('/r/:slug/plans/:plan/documents/:report/:file{report\\.(docx|pdf|xlsx|html)}', async (c) => {
    const kind = c.req.param('file').split('.')[1] ?? ''
    if (!isDocumentKind(kind)) throw new HttpProblem(404)
    const found = await reportOf(c, doors, 'see-report')
    const { report, look } = await reading(c, doors, found)
    const written =
      kind === 'docx'
        ? await doors.inRegion(found.actor, (db) =>
            writtenIn(db, found.report.adopted === null ? null : look),
          )
        : { style: look.style, template: null }
    return documentAnswer(c, doors.documents, report, kind, written)
  })
}

/** What a form of the editor asks for. */
function changeOf(form: FormData, c: WebContext): Change {
  const act = wordOf(form, 'act', 20)
  const id = wordOf(form, 'block', 36)
  if (act === 'up' || act === 'down') return { act: 'move', id, by: act }
  if (act === 'remove' || act === 'bring-back') return { act, id }
  const block = act === 'add' ? newBlock(wordOf(form, 'what', 120), c.get('locale')) : null
  if (block === null) throw new HttpProblem(400)
  return { act: 'add', block, after: wordOf(form, 'after', 36) || null }
}
