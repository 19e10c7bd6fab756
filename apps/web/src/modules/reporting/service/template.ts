import { createHash, randomUUID } from 'node:crypto'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { FileStore } from '../../../platform/files.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { readerScript, runReader } from '../../../platform/reader-process.ts'
import type { Look, ReportStyle } from '../model-style.ts'
import { MOST_TEMPLATE_BYTES, type TemplateRead, templateFactsSchema } from '../model-template.ts'
import {
  type ChosenTemplate,
  chooseTemplate,
  dropUnusedTemplates,
  holdTemplate,
  keepTemplateFile,
  templateFile,
  templateOf,
} from '../store/template.ts'
import type { TemplateTask } from '../worker/template-worker.ts'
import { FewAtATime } from './few-at-a-time.ts'
import { holdLook } from './look.ts'

const note = changesOf('template')
const LIMITS = { memoryMegabytes: 512, seconds: 30 }
const MOST_NAME = 200
/** Two at a time over all regions, and ten that wait with their files. */
const reading = new FewAtATime(2, 10)

/** What templates need of the house. */
export interface TemplateDoors {
  readonly root: string
  readonly files: FileStore
  readonly inRegion: <T>(actor: Actor, work: (db: TenantDb) => Promise<T>) => Promise<T>
}

/** The region’s Word template, also one that has been removed; `null` where there has never been one. */
export function openTemplate(db: TenantDb): Promise<ChosenTemplate | null> {
  return templateOf(db)
}

/**
 * What a Word file is written in: a style and the template’s file, of one moment. Throws where the file is gone, since a
 * report is not to lose its look unseen.
 * @param frozen the look of an adopted report; `null` for the one that the region has now
 */
export async function writtenIn(
  db: TenantDb,
  frozen: Look | null,
): Promise<{ readonly style: ReportStyle; readonly template: Uint8Array<ArrayBuffer> | null }> {
  const { style, templateHash } = frozen ?? (await holdLook(db))
  const template = templateHash === null ? null : await templateFile(db, templateHash)
  if (template === null && templateHash !== null) throw new Error('the template of a report is gone')
  return { style, template }
}

type Clash = { readonly ok: false; readonly reason: 'clash'; readonly latest: ChosenTemplate }

/**
 * Takes a file in as the region’s template, read in a process of its own.
 * @param seen the revision that whoever sends it had before them; 0 where there was none
 * @returns why it cannot be used, or that somebody else has changed the template meanwhile
 */
export async function receiveTemplate(
  doors: TemplateDoors,
  actor: Actor,
  file: File,
  seen: number,
): Promise<{ readonly ok: true } | Exclude<TemplateRead, { ok: true }> | Clash> {
  if (file.size === 0) return { ok: false, reason: 'none', detail: '' }
  if (file.size > MOST_TEMPLATE_BYTES) return { ok: false, reason: 'too-large', detail: '' }
  const read = await readIn(doors, actor, file)
  if (!read.ok) return read
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = createHash('sha256').update(bytes).digest('hex')
  const name = [...file.name].slice(0, MOST_NAME / 2).join('') || 'mall.docx'
  return doors.inRegion(actor, async (db) => {
    await holdTemplate(db, 'change')
    const latest = await templateOf(db)
    if (latest !== null && latest.revision !== seen) return { ok: false, reason: 'clash', latest }
    await keepTemplateFile(db, actor.regionId, { hash, bytes, facts: read.facts })
    const chosen = { hash, name, isUsed: true, revision: (latest?.revision ?? 0) + 1 }
    const isChosen = await chooseTemplate(db, actor, chosen, latest === null)
    await dropUnusedTemplates(db)
    const first = isChosen ? null : await templateOf(db)
    if (first !== null) return { ok: false, reason: 'clash', latest: first }
    await note(db, actor, actor.regionId, 'chosen', { before: told(latest), after: { name, hash } })
    return { ok: true }
  })
}

async function readIn(doors: TemplateDoors, actor: Actor, file: File): Promise<TemplateRead> {
  const read = await reading.run(() => readNow(doors, actor, file))
  if (read === 'busy') return { ok: false, reason: 'busy', detail: '' }
  const isTold = !read.ok || templateFactsSchema.safeParse(read.facts).success
  return isTold ? read : { ok: false, reason: 'damaged', detail: '' }
}

async function readNow(doors: TemplateDoors, actor: Actor, file: File): Promise<TemplateRead> {
  const key = randomUUID()
  await doors.files.keep(actor.regionId, file, key)
  const answers: TemplateRead[] = []
  const failure = await runReader<TemplateTask, TemplateRead>(
    readerScript(doors.root, 'modules', 'reporting', 'worker', 'template-worker.ts'),
    { file: doors.files.path(actor.regionId, key) },
    async (said) => {
      answers.push(said)
    },
    LIMITS,
  ).finally(() => doors.files.remove(actor.regionId, key))
  if (failure === 'out-of-time' || failure === 'out-of-memory')
    return { ok: false, reason: 'too-slow', detail: '' }
  return answers[0] ?? { ok: false, reason: 'damaged', detail: '' }
}

/** Removes the region’s template, or brings it back; adopted reports keep theirs. */
export async function useTemplate(
  db: TenantDb,
  actor: Actor,
  seen: number,
  isUsed: boolean,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'gone' } | Clash> {
  await holdTemplate(db, 'change')
  const latest = await templateOf(db)
  if (latest === null) return { ok: false, reason: 'gone' }
  if (latest.isUsed === isUsed) return { ok: true }
  if (latest.revision !== seen) return { ok: false, reason: 'clash', latest }
  const { hash, name } = latest
  await chooseTemplate(db, actor, { hash, name, isUsed, revision: latest.revision + 1 }, false)
  const after = { name, hash }
  await note(db, actor, actor.regionId, isUsed ? 'brought-back' : 'removed', {
    before: told(latest),
    after: isUsed ? after : null,
  })
  return { ok: true }
}

/** The template’s file and name, for who wants it back. */
export async function takeTemplate(
  db: TenantDb,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  await holdTemplate(db, 'reading')
  const chosen = await templateOf(db)
  const bytes = chosen?.isUsed === true ? await templateFile(db, chosen.hash) : null
  return chosen === null || bytes === null ? null : { name: chosen.name, bytes }
}

function told(chosen: ChosenTemplate | null) {
  return chosen?.isUsed === true ? { name: chosen.name, hash: chosen.hash } : null
}
