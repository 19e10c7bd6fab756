import { type Locale, localeOf } from '@jamvikt/i18n'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { FindingDoor } from '../../funding/public.ts'
import {
  basisOf,
  followed,
  forecastBy,
  latestFigures,
  ledgerOf,
  type OpenedPlan,
  type Period,
  type PlanDoors,
  PlanTree,
  periodName,
  swedishDay,
  usedByActivity,
} from '../../plan/public.ts'
import type { MapBoundaries } from '../../statistics/public.ts'
import { type Composed, compose, type Outside } from '../live/compose.ts'
import type { LiveData, Span } from '../live/live-data.ts'
import { periodData } from '../live/period-data.ts'
import { standingsOver } from '../live/standings-over.ts'
import type { ReportContent, SourceBlock } from '../model-content.ts'
import { adoptedVersion } from './adopted-version.ts'
import { figureOutside, findingOutside } from './outside-blocks.ts'

/** What filling in a report needs of the house. */
export interface FillDoors extends Pick<PlanDoors, 'inRegion'> {
  readonly findings: FindingDoor
  readonly boundaries?: MapBoundaries | undefined
}

/** Why a report cannot be adopted as it is. */
interface Gap {
  readonly id: string
  readonly name: string
  /** A question that must be answered; what a block is made of is no longer open. */
  readonly reason: 'unanswered' | 'gone'
}

export interface Filled extends Composed {
  readonly gaps: readonly Gap[]
}

/** A report filled in with today’s figures. */
export async function fillReport(
  doors: FillDoors,
  actor: Actor,
  of: { readonly opened: OpenedPlan; readonly regionName: string },
  content: ReportContent,
): Promise<Filled> {
  const locale = localeOf(content.language)
  const { opened, regionName } = of
  const outside = new Map<string, Outside>()
  const gone = new Set<string>()
  const keep = (id: string, found: Outside | null, missing: () => Outside) => {
    if (found === null) gone.add(id)
    outside.set(id, found ?? missing())
  }
  const data = await doors.inRegion(actor, async (db) => {
    for (const block of content.blocks)
      if (block.kind === 'figure') {
        const place = { regionName, boundaries: doors.boundaries }
        const found = await figureOutside(db, locale, block, place)
        keep(block.id, found, () => goneNote(locale, 'figure'))
      }
    return liveData(db, locale, opened, regionName, content)
  })
  for (const block of content.blocks)
    if (block.kind === 'finding') {
      const found = await findingOutside(doors.findings, actor, locale, block)
      keep(block.id, found, () => goneNote(locale, 'finding'))
    }
  const composed = compose(content, data, outside)
  return { ...composed, gaps: content.blocks.flatMap((block) => gapOf(block, gone)) }
}

function goneNote(locale: Locale, kind: 'figure' | 'finding'): Outside {
  return {
    blocks: [
      {
        kind: 'callout',
        tone: 'bad',
        heading: locale.text(`doc.${kind}.gone`),
        text: locale.text(`doc.${kind}.gone.text`),
      },
    ],
    rests: [],
    synthetic: false,
  }
}

function gapOf(block: SourceBlock, gone: ReadonlySet<string>): Gap[] {
  if (block.kind === 'comment' && block.required && block.text === '')
    return [{ id: block.id, name: block.heading, reason: 'unanswered' }]
  if (!gone.has(block.id)) return []
  return [{ id: block.id, name: 'heading' in block ? block.heading : '', reason: 'gone' }]
}

async function liveData(
  db: TenantDb,
  locale: Locale,
  opened: OpenedPlan,
  regionName: string,
  { startsOn, endsOn }: Pick<ReportContent, 'startsOn' | 'endsOn'>,
): Promise<LiveData> {
  const all = await followed(db, opened.plan.id)
  const now = { today: swedishDay(new Date()), language: locale.language }
  const span = { startsOn, endsOn, name: spanName(locale, { startsOn, endsOn }, all.periods) }
  const period = all.periods.find((each) => each.startsOn === startsOn && each.endsOn === endsOn)
  const basis = period === undefined ? null : await basisOf(db, opened, period.id, now)
  if (basis !== null)
    return periodData(regionName, basis, span.name, await adoptedVersion(db, basis.opened, basis.today))
  const { today } = now
  const ledger = await ledgerOf(db, opened.plan.id, endsOn)
  return {
    regionName,
    opened,
    span,
    standings: standingsOver(opened, all, { startsOn, endsOn }),
    forecast: forecastBy({ opened, ledger, today }),
    used: usedByActivity(opened.document, ledger),
    today,
    adopted: await adoptedVersion(db, opened, today),
    followed: await latestFigures(db, new PlanTree(opened.document), locale.language),
  }
}

/** “Första halvåret 2017”, “2017”, or its days. */
export function spanName(
  locale: Locale,
  { startsOn, endsOn }: Omit<Span, 'name'>,
  periods: readonly Period[],
): string {
  const period = periods.find((each) => each.startsOn === startsOn && each.endsOn === endsOn)
  if (period !== undefined) return periodName(locale, period)
  const year = startsOn.slice(0, 4)
  if (startsOn === `${year}-01-01` && endsOn === `${year}-12-31`) return year
  return locale.text('doc.span.other', { from: locale.date(startsOn), to: locale.date(endsOn) })
}
