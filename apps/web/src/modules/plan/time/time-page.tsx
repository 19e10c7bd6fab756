import { EmptyState, ErrorSummary, type FieldError, Notice } from '@jamvikt/ui'
import { assets } from '../../../platform/http/assets.ts'
import type { WebContext } from '../../../platform/http/context.ts'
import { mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { showTab } from '../plan-room.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { axisOf, ZOOMS } from './rules/axis.ts'
import { type Edit, typedOf } from './rules/edits.ts'
import { type Seen, seenNow } from './rules/seen.ts'
import { undoable } from './service/undo-rows.ts'
import type { TimeFound } from './time-room.tsx'
import { TimeDrawing } from './ui/time-drawing.tsx'
import { BulkPanel, type PanelWords, PastePanel, UndoBox } from './ui/time-panels.tsx'
import { TimeTable } from './ui/time-table.tsx'

/** What the page shows beside the plan itself. */
export interface Shown {
  readonly seen: Seen | null
  readonly edits: readonly Edit[]
  readonly picked: ReadonlySet<string>
  readonly words: PanelWords
  readonly errors: readonly FieldError[]
  readonly clashed: boolean
}
export const FRESH: Shown = {
  seen: null,
  edits: [],
  picked: new Set(),
  words: {},
  errors: [],
  clashed: false,
}

/** The page of the time plan, with what is typed and not saved. */
export async function timePage(
  c: WebContext,
  doors: PlanDoors,
  at: TimeFound,
  shown: Shown,
  status: 200 | 409 | 422 = 200,
) {
  const { actor, opened, grid, here } = at
  const locale = c.get('locale')
  const mayWrite = mayDo(c, 'write-plan')
  const undo = mayWrite ? await doors.inRegion(actor, (db) => undoable(db, opened)) : null
  const drawn = { locale, grid, here, told: at.told, waiting: at.waiting, today: swedishDay(new Date()) }
  const table = (
    <TimeTable
      {...drawn}
      mayWrite={mayWrite}
      typed={typedOf(shown.edits)}
      picked={shown.picked}
      errors={shown.errors}
    />
  )
  const nameOf = (id: string) => grid.row(id)?.item.fields.name ?? locale.text('time.removed')
  const seen = shown.seen ?? seenNow(grid, opened.plan.revision)
  return showTab(
    c,
    opened,
    'time',
    <div class="time-plan">
      <Done c={c} />
      <ErrorSummary
        title={locale.text(shown.clashed ? 'time.clash' : 'error.summary')}
        errors={shown.errors}
      />
      {grid.rows.length === 0 ? (
        <EmptyState title={locale.text('plan.activities.none')}>
          <p>{locale.text('plan.activities.none.text')}</p>
        </EmptyState>
      ) : (
        <>
          <p class="inline no-print item-acts">
            <a class="button small" href="#time-table">
              {locale.text('time.toTable')}
            </a>
            <a class="button small" href={`${here}/time.xlsx`}>
              Excel
            </a>
            <a class="button small" href={`${here}/time.ics`}>
              {locale.text('time.ics')}
            </a>
          </p>
          <script type="module" src={assets().timeGrid} />
          <TimeDrawing {...drawn} axis={axisOf(grid, zoomOf(c))} />
          <section class="card no-print" id="time-table">
            {undo === null ? null : <UndoBox locale={locale} undo={undo} nameOf={nameOf} />}
            {mayWrite ? (
              <form method="post" autocomplete="off">
                <p class="hint">{locale.text('time.hint')}</p>
                <p class="hint" data-time-keys hidden>
                  {locale.text('time.keys')}
                </p>
                <p class="inline">
                  <button class="button primary" type="submit" name="act" value="save">
                    {locale.text('time.save')}
                  </button>
                  <button class="button" type="reset">
                    {locale.text('time.reset')}
                  </button>
                  <output data-time-live />
                </p>
                <input type="hidden" name="seen" value={JSON.stringify(seen)} />
                {table}
                <BulkPanel locale={locale} words={shown.words} errors={shown.errors} />
                <PastePanel locale={locale} words={shown.words} errors={shown.errors} grid={grid} />
              </form>
            ) : (
              table
            )}
          </section>
        </>
      )}
    </div>,
    status,
  )
}

/** How finely the drawing is asked for. */
export function zoomOf(c: WebContext) {
  return ZOOMS.find((zoom) => zoom === c.req.query('zoom')) ?? 'half-year'
}

/** What has just been done. */
function Done({ c }: { c: WebContext }) {
  const locale = c.get('locale')
  const count = (name: string) => {
    const text = c.req.query(name) ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : null
  }
  if (c.req.method !== 'GET') return null
  const [saved, undone, redone] = [count('saved'), count('undone'), count('redone')]
  return (
    <>
      {saved === null ? null : <Notice kind="good">{locale.counted('time.saved', saved)}</Notice>}
      {undone === null ? null : <Notice kind="good">{locale.counted('time.undone', undone)}</Notice>}
      {redone === null ? null : <Notice kind="good">{locale.counted('time.redone', redone)}</Notice>}
    </>
  )
}
