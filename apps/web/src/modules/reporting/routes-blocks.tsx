import { textOf } from '@jamvikt/tables'
import type { FieldError } from '@jamvikt/ui'
import { renderToString } from 'preact-render-to-string'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isDate, keepName, swedishDay } from '../plan/public.ts'
import { chartsFor, conceptsOf, nameOf, publishedTable, viewOf } from '../statistics/public.ts'
import { type Found, filled, type ReportDoors, reportOf, showReport } from './document-room.tsx'
import { layOut } from './documents/lay-out.ts'
import { headOf, type ReportHead, type SourceBlock } from './model-content.ts'
import type { Change, Clash } from './rules/edit-content.ts'
import { changeReport } from './service/reports.ts'
import { BlockForm, type FigureChoices, Preview, type Theirs } from './ui/block-form.tsx'
import { nameOfBlock } from './ui/block-name.ts'
import { HeadForm } from './ui/head-form.tsx'
import { cutToFit, tooLong, writtenBlock, writtenHead } from './written-block.ts'

interface Sent<Written> {
  readonly written: Written
  readonly errors: readonly FieldError[]
  readonly theirs: Theirs | null
}

/** One block of a report, and what the report says of itself. */
export function addBlocks(app: Web, doors: ReportDoors) {
  const headPage = (c: WebContext, found: Found, sent: Sent<ReportHead> | null) => {
    const locale = c.get('locale')
    const { latest } = found.report
    const title = locale.text('doc.head')
    return showReport(
      c,
      found,
      title,
      <>
        <h1>{title}</h1>
        <HeadForm
          locale={locale}
          head={sent?.written ?? headOf(latest.content)}
          revision={latest.number}
          errors={sent?.errors ?? []}
          theirs={sent?.theirs ?? null}
          keep={keepOf(found, 'head')}
          back={found.at}
        />
      </>,
      statusOf(sent),
    )
  }

  const blockPage = async (
    c: WebContext,
    found: Found,
    block: SourceBlock,
    sent: Sent<SourceBlock> | null,
  ) => {
    const locale = c.get('locale')
    const { latest } = found.report
    const shown = sent?.written ?? block
    const title = nameOfBlock(locale, block)
    return showReport(
      c,
      found,
      title,
      <>
        <h1>{title}</h1>
        <BlockForm
          locale={locale}
          block={shown}
          revision={latest.number}
          errors={sent?.errors ?? []}
          theirs={sent?.theirs ?? null}
          figure={shown.kind === 'figure' ? await figureChoices(c, found, shown) : null}
          laid={await laidBlock(c, found, shown)}
          language={latest.content.language}
          keep={keepOf(found, block.id)}
          back={`${found.at}#b-${block.id}`}
        />
      </>,
      statusOf(sent),
    )
  }

  const laidBlock = async (c: WebContext, found: Found, block: SourceBlock) => {
    const content = { ...found.report.latest.content, blocks: [cutToFit(block)] }
    return layOut((await filled(c, doors, found, content)).report).blocks
  }

  const figureChoices = async (
    c: WebContext,
    { actor }: Found,
    block: Extract<SourceBlock, { kind: 'figure' }>,
  ): Promise<FigureChoices | null> => {
    const locale = c.get('locale')
    const released = await doors.inRegion(actor, (db) => publishedTable(db, block.dataset, new Date()))
    if (released === null) return null
    const { table } = released.payload
    const concepts = conceptsOf(table)
    const query = new URLSearchParams(block.view)
    const view = viewOf((name) => query.get(name) ?? undefined, table, concepts)
    return {
      rows: view.rows,
      columns: view.columns ?? '',
      chart: view.chart,
      charts: chartsFor(table, view, concepts),
      dimensions: table.dimensions.map(({ id, categories }) => ({
        id,
        name: nameOf(locale, table, id),
        chosen: view.chosen.get(id) ?? null,
        categories: categories.map(({ code, label }) => ({
          value: code,
          label: textOf(label, locale.language, table.languages) || code,
        })),
      })),
    }
  }

  app.get('/r/:slug/plans/:plan/documents/:report/blocks/:block', async (c) => {
    const found = await reportOf(c, doors, 'write-report')
    if (c.req.param('block') === 'head') return headPage(c, found, null)
    return blockPage(c, found, blockOf(c, found), null)
  })

  app.post('/r/:slug/plans/:plan/documents/:report/blocks/:block', async (c) => {
    const found = await reportOf(c, doors, 'write-report')
    const { actor } = found
    const locale = c.get('locale')
    const form = await c.req.formData()
    const save = (change: Change) =>
      doors.inRegion(actor, (db) =>
        changeReport(
          db,
          actor,
          found.opened.plan.id,
          found.report.id,
          Number(wordOf(form, 'revision', 9)) || 0,
          change,
        ),
      )
    if (c.req.param('block') === 'head') {
      const written = writtenHead(form, found.report.latest.content)
      const errors = headFaults(written).map((field) => ({
        field,
        text: locale.text(`doc.fault.${field}`),
      }))
      if (errors.length > 0) return headPage(c, found, { written, errors, theirs: null })
      const done = await save({ act: 'head', head: written })
      if (done.ok) return c.redirect(`${found.at}?saved=${keepOf(found, 'head')}`, 303)
      if (done.reason === 'clash')
        return headPage(c, found, { written, errors: [], theirs: theirsOf(done.clash, done.latest.madeBy) })
      return headPage(c, found, { written, errors: [fault(c, done.reason, 'title')], theirs: null })
    }
    const block = blockOf(c, found)
    const written = writtenBlock(form, block, { name: actor.personName, today: swedishDay(new Date()) })
    const needed =
      written.kind === 'heading' ? 'heading' : written.kind === 'comment' ? ('question' as const) : null
    if (needed !== null && written.kind !== 'page-break' && written.heading === '')
      return blockPage(c, found, block, {
        written,
        errors: [{ field: 'heading', text: locale.text(`doc.fault.${needed}`) }],
        theirs: null,
      })
    const long = tooLong(written)
    if (long.length > 0)
      return blockPage(c, found, block, {
        written,
        errors: long.map(({ field, length, most }) => ({
          field,
          text: locale.text(`doc.fault.long.${field}`, {
            length: locale.number(length),
            most: locale.number(most),
          }),
        })),
        theirs: null,
      })
    const done = await save({ act: 'write', block: written })
    if (done.ok) return c.redirect(`${found.at}?saved=${keepOf(found, block.id)}#b-${block.id}`, 303)
    if (done.reason === 'clash')
      return blockPage(c, found, block, {
        written,
        errors: [],
        theirs: theirsOf(done.clash, done.latest.madeBy),
      })
    return blockPage(c, found, block, { written, errors: [fault(c, done.reason, 'heading')], theirs: null })
  })

  app.post('/r/:slug/plans/:plan/documents/:report/blocks/:block/preview', async (c) => {
    const found = await reportOf(c, doors, 'write-report')
    const block = writtenBlock(await c.req.formData(), blockOf(c, found), {
      name: found.actor.personName,
      today: swedishDay(new Date()),
    })
    return c.html(
      renderToString(
        <Preview
          locale={c.get('locale')}
          laid={await laidBlock(c, found, block)}
          language={found.report.latest.content.language}
        />,
      ),
    )
  })
}

function statusOf(sent: Sent<unknown> | null): 200 | 409 | 422 {
  if (sent === null) return 200
  return sent.theirs === null ? 422 : 409
}

function fault(c: WebContext, reason: 'gone' | 'full', field: string): FieldError {
  return { field, text: c.get('locale').text(`doc.fault.${reason}`) }
}

function headFaults({ title, startsOn, endsOn }: ReportHead) {
  const faults: ('title' | 'startsOn' | 'endsOn')[] = []
  if (title.length < 2) faults.push('title')
  if (!isDate(startsOn)) faults.push('startsOn')
  if (!isDate(endsOn) || endsOn < startsOn) faults.push('endsOn')
  return faults
}

/** A block of a draft, also one that has been removed: words for it bring it back. */
function blockOf(c: WebContext, { report }: Found): SourceBlock {
  const { blocks, removed } = report.latest.content
  const id = c.req.param('block')
  const block = [...blocks, ...removed.map((each) => each.block)].find((each) => each.id === id)
  if (block === undefined) throw new HttpProblem(404)
  return block
}

function theirsOf(clash: Clash, name: string): Theirs {
  if (clash.kind === 'removed') return { name, words: null }
  if (clash.kind === 'head')
    return { name, words: [clash.theirs.title, clash.theirs.subtitle].filter((text) => text !== '') }
  const texts = [
    'heading' in clash.theirs ? clash.theirs.heading : '',
    'text' in clash.theirs ? clash.theirs.text : '',
  ]
  return { name, words: texts.filter((text) => text !== '') }
}

function keepOf({ actor, report }: Found, what: string): string {
  return keepName(actor.personId, report.id, what)
}
