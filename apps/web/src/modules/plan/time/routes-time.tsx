import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanDoors } from '../doors.ts'
import { bulkEdits } from './rules/bulk.ts'
import { type Edit, type EditFault, typedOf } from './rules/edits.ts'
import { readRows } from './rules/paste-rows.ts'
import { carriedOver, editsOf, readTyped, type Seen, seenText } from './rules/seen.ts'
import { columnOf, placeKey, type TimeColumn } from './rules/time-grid.ts'
import { changeRows } from './service/change-rows.ts'
import { undoRows } from './service/undo-rows.ts'
import {
  bulkIn,
  cellsIn,
  columnNamed,
  NAMES_OF_COLUMNS,
  NAMES_OF_NUMBER,
  picksIn,
  seenIn,
  withSeen,
} from './time-form.ts'
import { FRESH, type Shown, timePage, zoomOf } from './time-page.tsx'
import { previewPage } from './time-preview.tsx'
import { type TimeFound, timeOf } from './time-room.tsx'
import { clashTexts, faultTexts } from './time-words.ts'
import { BULK_FIELDS } from './ui/time-panels.tsx'

const MOST_BLOCK = 1_000_000

/** The time plan: a table to write in, a drawing beside it, changes of many rows at once. */
export function addTimePages(app: Web, doors: PlanDoors) {
  const page = (c: WebContext, at: TimeFound, shown: Shown, status: 200 | 409 | 422 = 200) =>
    timePage(c, doors, at, shown, status)

  app.get('/r/:slug/plans/:plan/time', async (c) => page(c, await timeOf(c, doors, 'see-plans'), FRESH))

  app.post('/r/:slug/plans/:plan/time', async (c) => {
    const at = await timeOf(c, doors, 'write-plan')
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 10)
    if (act === 'undo') return undo(c, at, form)
    const seen = seenIn(form)
    const edits = editsOf(seen, cellsIn(form))
    if (act === 'save') return save(c, at, seen, edits, form)
    if (act === 'bulk') return bulk(c, at, seen, edits, form)
    if (act === 'paste') return paste(c, at, seen, edits, form)
    if (act === 'back') return page(c, at, shownOf(at, seen, edits, form))
    throw new HttpProblem(400)
  })

  /** What was typed, as it stands beside the plan as it is now. */
  const shownOf = (
    at: TimeFound,
    seen: Seen,
    edits: readonly Edit[],
    form: FormData,
    keep = true,
  ): Shown => ({
    ...FRESH,
    ...carriedOver(at.grid, at.opened.plan.revision, seen, edits, keep),
    picked: picksIn(form),
    words: Object.fromEntries(
      [...BULK_FIELDS, 'from-row', 'from-column'].map((field) => [field, wordOf(form, field, 400)]),
    ),
  })

  const save = async (c: WebContext, at: TimeFound, seen: Seen, edits: readonly Edit[], form: FormData) => {
    const { actor, opened, here } = at
    const { changes, faults } = readTyped(at.grid, seen, edits)
    const refused = (now: TimeFound, wrong: readonly EditFault[]) =>
      page(c, now, { ...shownOf(now, seen, edits, form), errors: faultTexts(c, now.grid, seen, wrong) }, 422)
    if (faults.length > 0) return refused(at, faults)
    if (changes.length === 0) return shownDone(c, here, 'saved', 0)
    const done = await doors.inRegion(actor, (db) =>
      changeRows(db, actor, opened.plan.id, seen.revision, changes),
    )
    if (done.ok) return shownDone(c, here, 'saved', done.changed)
    if (done.reason === 'gone') throw new HttpProblem(404)
    const now = await timeOf(c, doors, 'write-plan')
    if (done.reason === 'clash') {
      const shown = shownOf(now, seen, edits, form, false)
      const errors = done.clashes.flatMap((clash) => clashTexts(c, now.grid, clash, shown.edits))
      return page(c, now, { ...shown, errors, clashed: true }, 409)
    }
    const told: EditFault[] = [
      ...done.gone.flatMap((id) =>
        edits.filter((edit) => edit.id === id).map((edit) => ({ ...edit, reason: 'gone' as const })),
      ),
      ...done.faults.flatMap(({ id, faults: each }) => {
        const kind = at.grid.row(id)?.item.kind
        return each.map(({ field, reason }) => {
          const ring = reason === 'after-itself' ? ringIn(now, seen, edits, id) : undefined
          const column = (kind === undefined ? null : columnOf(kind, field)) ?? 'name'
          const text = edits.find((edit) => edit.id === id && edit.column === column)?.text ?? ''
          return { id, column, reason, text, ...(ring === undefined ? {} : { ring }) }
        })
      }),
    ]
    return refused(now, told)
  }

  const bulk = (c: WebContext, at: TimeFound, seen: Seen, edits: readonly Edit[], form: FormData) => {
    const locale = c.get('locale')
    const picked = new Set(
      [...picksIn(form)].flatMap((id) => {
        const row = at.grid.row(id)
        if (row === null) return []
        return row.item.kind === 'priority' ? at.grid.under(row).map(({ item }) => item.id) : [id]
      }),
    )
    const errors: FieldError[] = []
    const wanted = bulkIn(form)
    if (picked.size === 0) errors.push({ field: 'time-table', text: locale.text('time.bulk.noRows') })
    if (wanted === 'not-a-number') errors.push({ field: 'bulk-by', text: locale.text('time.bulk.number') })
    else if (wanted.shift === null && Object.keys(wanted.set).length === 0)
      errors.push({ field: 'bulk-by', text: locale.text('time.bulk.nothing') })
    if (errors.length > 0 || wanted === 'not-a-number')
      return page(c, at, { ...shownOf(at, seen, edits, form), errors }, 422)
    const typed = typedOf(edits)
    const textAt = (id: string, column: TimeColumn) =>
      typed.get(placeKey(id, column)) ?? seenText(seen, id, column) ?? ''
    return previewPage(c, at, seen, edits, withSeen(seen, bulkEdits(at.grid, picked, wanted, textAt)))
  }

  const paste = (c: WebContext, at: TimeFound, seen: Seen, edits: readonly Edit[], form: FormData) => {
    const locale = c.get('locale')
    const block = String(form.get('block') ?? '')
    if (block.trim() === '' || block.length > MOST_BLOCK) {
      const text = locale.text(block.trim() === '' ? 'time.paste.empty' : 'time.paste.fault.too-large')
      return page(c, at, { ...shownOf(at, seen, edits, form), errors: [{ field: 'block', text }] }, 422)
    }
    const from = {
      id: wordOf(form, 'from-row', 36),
      column: columnNamed(wordOf(form, 'from-column', 20)) ?? 'name',
    }
    const pasted = readRows(at.grid, block, from, {
      columns: NAMES_OF_COLUMNS,
      number: NAMES_OF_NUMBER,
    })
    return previewPage(c, at, seen, edits, withSeen(seen, pasted.edits), { ...pasted, block, from })
  }

  const undo = async (c: WebContext, at: TimeFound, form: FormData) => {
    const { actor, opened, grid, here } = at
    const locale = c.get('locale')
    const batch = Number(wordOf(form, 'batch', 15))
    const done = await doors.inRegion(actor, (db) => undoRows(db, actor, opened.plan.id, batch))
    if (done.ok) return shownDone(c, here, done.way === 'undo' ? 'undone' : 'redone', done.changed)
    const rows = done.reason === 'changed-since' ? done.since : []
    const names = rows.map((id) => grid.row(id)?.item.fields.name ?? locale.text('time.removed'))
    const text =
      done.reason === 'changed-since'
        ? locale.text('time.undo.refused', { rows: names.slice(0, 10).join(', ') })
        : locale.text('time.undo.nothing')
    const now = await timeOf(c, doors, 'write-plan')
    return page(c, now, { ...FRESH, errors: [{ field: 'time-table', text }] }, 409)
  }
}

/** By what a row would wait for itself in the plan as it is now. */
function ringIn({ grid }: TimeFound, seen: Seen, edits: readonly Edit[], id: string) {
  return readTyped(grid, seen, edits).faults.find((fault) => fault.id === id && fault.ring !== undefined)
    ?.ring
}

/** Back to the page, drawn as it was, with how many rows it was about. */
function shownDone(c: WebContext, here: string, what: 'saved' | 'undone' | 'redone', rows: number) {
  const zoom = c.req.query('zoom') === undefined ? '' : `&zoom=${zoomOf(c)}`
  return c.redirect(`${here}/time?${what}=${rows}${zoom}`, 303)
}
