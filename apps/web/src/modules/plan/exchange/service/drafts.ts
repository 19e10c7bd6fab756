import type { WordTable } from '@jamvikt/tables'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { isUuid } from '../../../../platform/uuid.ts'
import type { PlanDocument } from '../../model.ts'
import { type Finding, MOST_FINDINGS, type PlanRead, type WordMapping } from '../model-exchange.ts'
import { planJson } from '../rules/canonical.ts'
import { readPlanJson } from '../rules/read-json.ts'
import { deleteDraft, draftOf, holdDraft, insertDraft, planOfDraft, setContent } from '../store/drafts.ts'
import { addToPlan, type BroughtIn, bringInPlan } from './bring-in-plan.ts'

/** What the activities of a Word table come into. */
export type WordInto =
  | { readonly kind: 'new'; readonly name: string; readonly startsOn: string; readonly endsOn: string }
  | { readonly kind: 'plan'; readonly planId: string }

export interface WordChoice {
  readonly mapping: WordMapping
  readonly into: WordInto
}

/** A file on its way in. */
export interface Draft {
  readonly id: string
  readonly fileName: string
  /** The tables of a Word document; `null` of other files. */
  readonly tables: readonly WordTable[] | null
  readonly choice: WordChoice | null
  /** `null` as long as it is not said what a Word table’s columns are. */
  readonly read: PlanRead | null
  readonly faults: number
  readonly remarks: number
}

/** As it is kept: the plan in its own format. */
interface Content {
  readonly tables: readonly WordTable[] | null
  readonly choice: WordChoice | null
  readonly read: {
    readonly plan: string | null
    readonly faults: readonly Finding[]
    readonly remarks: readonly Finding[]
  } | null
  readonly faults: number
  readonly remarks: number
}

function contentOf(draft: Omit<Draft, 'id' | 'fileName'>): string {
  const { read, ...rest } = draft
  const content: Content = {
    ...rest,
    read:
      read === null
        ? null
        : {
            plan: read.document === null ? null : planJson(read.document),
            faults: read.faults.slice(0, MOST_FINDINGS),
            remarks: read.remarks.slice(0, MOST_FINDINGS),
          },
  }
  return JSON.stringify(content)
}

export function keepDraft(db: TenantDb, actor: Actor, draft: Omit<Draft, 'id'>): Promise<string> {
  const { fileName, ...rest } = draft
  return insertDraft(db, {
    regionId: actor.regionId,
    createdBy: actor.personId,
    fileName: fileName.replace(/[\p{Cc}\p{Cs}]/gu, ' ').slice(0, 200),
    content: contentOf(rest),
  })
}

/** One’s own draft; `null` where there is none, or no longer. */
export async function openDraft(db: TenantDb, actor: Actor, id: string): Promise<Draft | null> {
  const kept = isUuid(id) ? await draftOf(db, id, actor.personId) : null
  if (kept === null) return null
  const content = JSON.parse(kept.content) as Content
  const { read } = content
  return {
    ...content,
    id,
    fileName: kept.fileName,
    read:
      read === null
        ? null
        : { ...read, document: read.plan === null ? null : readPlanJson(read.plan).document },
  }
}

/** Keeps what a Word table was read as. */
export async function setReading(db: TenantDb, draft: Draft, choice: WordChoice, read: PlanRead) {
  const { id, fileName: _, ...rest } = draft
  await setContent(
    db,
    id,
    contentOf({ ...rest, choice, read, faults: read.faults.length, remarks: read.remarks.length }),
  )
}

/** Throws one’s own draft away. @returns whether there was one */
export async function discardDraft(db: TenantDb, actor: Actor, id: string): Promise<boolean> {
  const draft = isUuid(id) ? await draftOf(db, id, actor.personId) : null
  if (draft === null) return false
  await deleteDraft(db, id)
  return true
}

/** Brings a draft in, once: whoever does it again, or at the same time, is led to the plan that it became. */
export async function bringDraftIn(
  db: TenantDb,
  actor: Actor,
  draft: Draft,
  document: PlanDocument,
  address: string,
): Promise<BroughtIn> {
  const { id, fileName } = draft
  if (!(await holdDraft(db, id, actor.personId))) {
    const planId = await planOfDraft(db, id, actor.personId)
    return planId === null ? { ok: false, reason: 'gone' } : { ok: true, planId }
  }
  const into = draft.choice?.into
  const brought =
    into?.kind === 'plan'
      ? await addToPlan(db, actor, into.planId, document, fileName, id)
      : await bringInPlan(db, actor, address, document, fileName, id)
  if (brought.ok) await deleteDraft(db, id)
  return brought
}

/** The plan that a draft of one’s own has become; `null` where none. */
export async function becameOf(db: TenantDb, actor: Actor, id: string): Promise<string | null> {
  return isUuid(id) ? planOfDraft(db, id, actor.personId) : null
}
