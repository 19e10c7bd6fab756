import { createHash } from 'node:crypto'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { isUuid } from '../../../platform/uuid.ts'
import type { Composed } from '../live/compose.ts'
import {
  contentSchema,
  type Decision,
  type KeptReport,
  type KeptRevision,
  type ReportContent,
  type ReportKind,
} from '../model-content.ts'
import { keptReport, type Report, reportSchema } from '../model-report.ts'
import type { Look } from '../model-style.ts'
import { type Change, type Clash, changed, clashOf } from '../rules/edit-content.ts'
import {
  frozenOf,
  holdReport,
  insertAdopted,
  insertReport,
  insertRevision,
  reportById,
  reportsOf,
  revisionOf,
  setRemoved,
} from '../store/reports.ts'

/** Writes down what was done to a report. */
const note = changesOf('report')

/** Characters of a whole report’s words and sources. */
const MOST_KEPT = 1_500_000

/** All reports of a plan, removed drafts among them, the one written in last first. */
export function listReports(db: TenantDb, planId: string): Promise<KeptReport[]> {
  return reportsOf(db, planId)
}

/** A report of a plan; `null` where there is none, or it is removed. */
export async function openReport(db: TenantDb, planId: string, id: string): Promise<KeptReport | null> {
  const report = isUuid(id) ? await reportById(db, planId, id) : null
  return report?.removedAt === null ? report : null
}

/** Makes a draft. @returns its id */
export async function makeReport(
  db: TenantDb,
  actor: Actor,
  planId: string,
  made: { readonly kind: ReportKind; readonly content: ReportContent; readonly madeFrom: string | null },
): Promise<string> {
  const { kind, content, madeFrom } = made
  const { regionId, personId } = actor
  const id = await insertReport(db, { regionId, planId, kind, madeFrom, madeBy: personId })
  await save(db, actor, id, 1, content)
  await note(db, actor, id, 'made', { planId, kind, madeFrom, after: content })
  return id
}

function save(db: TenantDb, actor: Actor, reportId: string, number: number, content: ReportContent) {
  const { regionId, personId, personName } = actor
  return insertRevision(db, {
    regionId,
    reportId,
    number,
    content,
    madeBy: personId,
    madeName: personName,
  })
}

export type ChangeRefusal =
  /** No such draft: it was never there, or is removed, or adopted. */
  | { readonly ok: false; readonly reason: 'gone' }
  /** The block is not there, or the report can hold no more. */
  | { readonly ok: false; readonly reason: 'full' }
  /** Somebody else has written meanwhile: both stand, and the page shows them. */
  | {
      readonly ok: false
      readonly reason: 'clash'
      readonly clash: Clash
      readonly latest: KeptRevision
    }

/**
 * Saves a change of a draft as a new revision; earlier ones stay. What clashes is refused and kept in the history.
 * @param seen the revision that the writer had before them
 */
export async function changeReport(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
  seen: number,
  change: Change,
): Promise<{ readonly ok: true; readonly revision: number } | ChangeRefusal> {
  const draft = await holdDraft(db, planId, id)
  if (draft === null) return { ok: false, reason: 'gone' }
  const { latest } = draft
  const base = seen === latest.number ? latest : await revisionOf(db, id, seen)
  const clash = clashOf(base?.content ?? null, latest.content, change)
  if (clash !== null) {
    await note(db, actor, id, 'clashed', { given: change, latest: clash })
    return { ok: false, reason: 'clash', clash, latest }
  }
  const content = changed(latest.content, change)
  // What could not be read again is not written.
  const isSound = contentSchema.safeParse(content).success && JSON.stringify(content).length <= MOST_KEPT
  if (content === null || !isSound) return { ok: false, reason: 'full' }
  if (JSON.stringify(content) === JSON.stringify(latest.content)) return { ok: true, revision: latest.number }
  const revision = latest.number + 1
  await save(db, actor, id, revision, content)
  await note(db, actor, id, change.act, { revision, before: touched(latest.content, change), after: change })
  return { ok: true, revision }
}

/** What a change is about, as it was. */
function touched(content: ReportContent, change: Change) {
  if (change.act === 'head') {
    const { blocks, removed, ...head } = content
    return head
  }
  const id = change.act === 'write' || change.act === 'add' ? change.block.id : change.id
  return content.blocks.find((block) => block.id === id) ?? null
}

async function holdDraft(db: TenantDb, planId: string, id: string): Promise<KeptReport | null> {
  const report = isUuid(id) ? await holdReport(db, planId, id) : null
  return report !== null && report.adopted === null && report.removedAt === null ? report : null
}

/** Removes a draft; it can be brought back. @returns whether there was one */
export async function removeReport(db: TenantDb, actor: Actor, planId: string, id: string): Promise<boolean> {
  const draft = await holdDraft(db, planId, id)
  if (draft === null) return false
  await setRemoved(db, id, new Date())
  await note(db, actor, id, 'removed', { before: draft.latest.content })
  return true
}

/** Brings a removed draft back. @returns whether there was one */
export async function bringBackReport(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
): Promise<boolean> {
  const report = isUuid(id) ? await holdReport(db, planId, id) : null
  if (report === null || report.removedAt === null) return false
  await setRemoved(db, id, null)
  await note(db, actor, id, 'brought-back')
  return true
}

/** A report filled in, as text that is the same whenever its words and figures are. */
export function hashOf(report: Report): string {
  return createHash('sha256').update(keptReport(report)).digest('hex')
}

/**
 * Adopts a draft as it was read: its words and figures are kept whole, and never change.
 * @param seen the revision, and the hash of the report as whoever decides has read it
 */
export async function adoptReport(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
  seen: { readonly revision: number; readonly hash: string },
  made: { readonly filled: Composed; readonly look: Look; readonly decision: Decision },
): Promise<
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly reason: 'gone' | 'changed-meanwhile' }
> {
  const draft = await holdDraft(db, planId, id)
  if (draft === null) return { ok: false, reason: 'gone' }
  const { filled, look, decision } = made
  const report = keptReport(filled.report)
  const hash = hashOf(filled.report)
  if (draft.latest.number !== seen.revision || hash !== seen.hash)
    return { ok: false, reason: 'changed-meanwhile' }
  await insertAdopted(db, actor, id, { report, hash, origins: filled.origins, ...look }, decision)
  await note(db, actor, id, 'adopted', {
    revision: seen.revision,
    hash,
    decision,
    template: look.templateHash,
  })
  return { ok: true, hash }
}

/** An adopted report as it was adopted. */
export interface Frozen extends Composed {
  readonly look: Look
}

/** The frozen report. Throws where its text is not the one that was adopted: nobody is shown words that were not decided. */
export async function openFrozen(db: TenantDb, id: string): Promise<Frozen | null> {
  const frozen = await frozenOf(db, id)
  if (frozen === null) return null
  const { report: text, hash, origins, style, templateHash } = frozen
  if (createHash('sha256').update(text).digest('hex') !== hash)
    throw new Error('an adopted report is not as it was adopted')
  return { report: reportSchema.parse(JSON.parse(text)), origins, look: { style, templateHash } }
}

/** Makes an adopted report again as a draft with the same words. @returns the draft’s id; `null` where none is adopted */
export async function remakeReport(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
): Promise<string | null> {
  const report = await openReport(db, planId, id)
  if (report === null || report.adopted === null) return null
  const { kind, latest } = report
  return makeReport(db, actor, planId, { kind, content: latest.content, madeFrom: id })
}
