import type { Locale } from '@jamvikt/i18n'
import type { ComponentChildren } from 'preact'
import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { type PlanDoors, planOf, showPage } from '../plan/public.ts'
import type { Composed } from './live/compose.ts'
import type { ReportContent } from './model-content.ts'
import type { Look } from './model-style.ts'
import { authorise, type ReportAct } from './policy.ts'
import type { DocumentMaker } from './service/document-maker.ts'
import { type FillDoors, type Filled, fillReport } from './service/fill-report.ts'
import { lookNow } from './service/look.ts'
import { openFrozen, openReport } from './service/reports.ts'

/** What the room of reports is given of the house. */
export interface ReportDoors extends PlanDoors, FillDoors {
  readonly documents: DocumentMaker
}

const FILE_NAMES = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', html: 'HTML' } as const
const FILE_KINDS = ['docx', 'pdf', 'xlsx', 'html'] as const

/** The report that an address names, if the person who asks may do this to it; a page that is not there if not. */
export async function reportOf(c: WebContext, doors: ReportDoors, act: ReportAct) {
  const { opened, here } = await planOf(c, doors, 'see-plans')
  const report = await doors.inRegion(c.get('actor'), (db) =>
    openReport(db, opened.plan.id, c.req.param('report') ?? ''),
  )
  if (report === null) throw new HttpProblem(404)
  const actor = authorise(c, act, report.adopted === null ? 'draft' : 'adopted')
  const list = `${here}/documents`
  return { actor, opened, here, list, at: `${list}/${report.id}`, report }
}
export type Found = Awaited<ReturnType<typeof reportOf>>

/** A draft filled in with today’s figures. */
export function filled(
  c: WebContext,
  doors: ReportDoors,
  { actor, opened, report }: Pick<Found, 'actor' | 'opened' | 'report'>,
  content: ReportContent = report.latest.content,
): Promise<Filled> {
  return fillReport(doors, actor, { opened, regionName: c.get('membership').regionName }, content)
}

/** A report as it is read: frozen where it is adopted, with today’s figures where it is a draft. */
export async function reading(
  c: WebContext,
  doors: ReportDoors,
  found: Found,
): Promise<Composed & { readonly look: Look }> {
  const { actor, report } = found
  if (report.adopted === null)
    return { ...(await filled(c, doors, found)), look: await doors.inRegion(actor, lookNow) }
  const frozen = await doors.inRegion(actor, (db) => openFrozen(db, report.id))
  if (frozen === null) throw new HttpProblem(404)
  return frozen
}

/** A page about a report: the way back, and what it holds. */
export function showReport(
  c: WebContext,
  { opened, here, list, at, report }: Found,
  title: string,
  content: ComponentChildren,
  status: 200 | 409 | 422 = 200,
) {
  const locale = c.get('locale')
  const name = report.latest.content.title
  return showPage(
    c,
    title === name ? `${name} – ${opened.plan.facts.name}` : `${title} – ${name}`,
    <>
      <nav class="crumb no-print" aria-label={locale.text('back')}>
        <a href={here}>{opened.plan.facts.name}</a> › <a href={list}>{locale.text('doc.title')}</a>
        {title === name ? null : (
          <>
            {' '}
            › <a href={at}>{name}</a>
          </>
        )}
      </nav>
      {content}
    </>,
    status,
  )
}

/** A report’s files, in every form. */
export function Files(props: { locale: Locale; at: string }) {
  const { locale, at } = props
  return (
    <nav class="chips no-print" aria-label={locale.text('doc.files')}>
      {FILE_KINDS.map((kind) => (
        <a key={kind} class="chip" href={`${at}/report.${kind}`}>
          {FILE_NAMES[kind]}
        </a>
      ))}
    </nav>
  )
}
