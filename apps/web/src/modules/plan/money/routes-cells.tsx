import { Checkbox, ErrorSummary, type FieldError, Notice, Select } from '@jamvikt/ui'
import { z } from 'zod'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import type { PlanDoors } from '../doors.ts'
import { showTab } from '../plan-room.tsx'
import { readAmount } from '../rules/amount-text.ts'
import { groupName } from '../rules/budgets.ts'
import { amountText } from '../ui/amounts.ts'
import { askedOf, budgetOf } from './money-page.ts'
import { keyAt, layOut } from './rules/grid.ts'
import type { WantedCell } from './rules/merge-cells.ts'
import { readBlock } from './rules/paste-block.ts'
import { saveCells, undoCells } from './service/change-cells.ts'
import { BudgetGrid, cellField, seenOf } from './ui/budget-grid.tsx'
import { LayoutChoice, queryOf } from './ui/layout-choice.tsx'
import { MoneyNav } from './ui/money-nav.tsx'
import { amountReason, memberName } from './ui/names.ts'
import { PasteChanges, PasteFaults } from './ui/paste-preview.tsx'

const MOST_BLOCK = 600_000
const seenSchema = z.record(z.string(), z.string().regex(/^\d{1,16}$/))

interface Shown {
  readonly typed: ReadonlyMap<string, string>
  readonly errors: readonly FieldError[]
  /** What the fields held before; what they hold now where nothing has been sent. */
  readonly seen: string | null
  readonly block: string
  readonly clashed: boolean
}
const FRESH: Shown = { typed: new Map(), errors: [], seen: null, block: '', clashed: false }

/** Amounts entered cell by cell, or pasted. */
export function addCellPages(app: Web, doors: PlanDoors) {
  const gridOf = async (c: WebContext) => {
    const found = await budgetOf(c, doors, 'write-plan')
    const { budget, tree } = found
    const layout = layOut(tree, budget, askedOf(c), 'enter')
    const columns = layout.across === null ? [null] : layout.columns
    const keys = layout.rows.flatMap((row) =>
      columns.flatMap((column) => {
        const key = keyAt(budget, layout, row, column)
        return key === null ? [] : [key]
      }),
    )
    return { ...found, layout, columns, keys }
  }

  const page = async (c: WebContext, shown: Shown, status: 200 | 409 | 422 = 200) => {
    const { opened, here, at, tree, budget, locale, layout, keys, columns } = await gridOf(c)
    const changed = c.req.query('changed')
    const columnName = (column: string | null) =>
      column === null ? locale.text('plan.m.amount') : memberName(locale, tree, column)
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="budgets" />
        {changed !== undefined && /^\d{1,6}$/.test(changed) ? (
          <Notice kind="good">{locale.counted('plan.m.saved', Number(changed))}</Notice>
        ) : null}
        <ErrorSummary
          title={locale.text(shown.clashed ? 'plan.m.clash' : 'error.summary')}
          errors={shown.errors}
        />
        <p class="crumb">
          <a href={at}>{budget.name}</a>
        </p>
        <h2>{locale.text('plan.m.enter.title', { budget: budget.name })}</h2>
        <p>
          {locale.text('plan.m.enter.text')}{' '}
          {keys.every((key) => budget.isAsked(key)) ? '' : locale.text('plan.m.notAsked.enter')}
        </p>
        <LayoutChoice
          locale={locale}
          tree={tree}
          budget={budget}
          layout={layout}
          here={`${at}/edit`}
          use="enter"
        />
        {layout.rows.length === 0 || columns.length === 0 ? (
          <Notice kind="info">{locale.text('plan.m.noPlaces')}</Notice>
        ) : (
          <>
            <form method="post" class="card form wide">
              <input type="hidden" name="seen" value={shown.seen ?? seenOf(budget, keys)} />
              <BudgetGrid
                locale={locale}
                tree={tree}
                budget={budget}
                layout={layout}
                typed={shown.typed}
                errors={shown.errors}
              />
              <Checkbox
                id="zero"
                label={locale.text('plan.m.emptyIsZero')}
                hint={locale.text('plan.m.emptyIsZero.hint')}
              />
              <button class="button primary" type="submit" name="act" value="save">
                {locale.text('plan.m.save')}
              </button>
            </form>
            <form method="post" class="card form">
              <h3>{locale.text('plan.m.paste')}</h3>
              <div class="field">
                <label for="block">{locale.text('plan.m.paste.label')}</label>
                <p class="hint" id="block-hint">
                  {locale.text('plan.m.paste.hint')}
                </p>
                <textarea id="block" name="block" rows={6} aria-describedby="block-hint">
                  {shown.block}
                </textarea>
              </div>
              <Select
                id="from-row"
                label={locale.text('plan.m.paste.row')}
                value="0"
                choices={layout.rows.map((row, place) => ({
                  value: String(place),
                  label: memberName(locale, tree, row),
                }))}
              />
              {columns.length < 2 ? null : (
                <Select
                  id="from-column"
                  label={locale.text('plan.m.paste.column')}
                  value="0"
                  choices={columns.map((column, place) => ({
                    value: String(place),
                    label: columnName(column),
                  }))}
                />
              )}
              <button class="button" type="submit" name="act" value="paste">
                {locale.text('plan.m.paste.preview')}
              </button>
            </form>
          </>
        )}
      </>,
      status,
    )
  }

  app.get('/r/:slug/plans/:plan/money/b/:budget/edit', (c) => page(c, FRESH))

  app.post('/r/:slug/plans/:plan/money/b/:budget/edit', async (c) => {
    const form = await c.req.formData()
    return form.get('act') === 'paste' ? preview(c, form) : save(c, form)
  })

  const save = async (c: WebContext, form: FormData) => {
    const { actor, opened, at, tree, budget, locale, layout, keys } = await gridOf(c)
    const seen = seenIn(form)
    const emptyIsZero = form.get('zero') === 'on'
    const typed = new Map<string, string>()
    const errors: FieldError[] = []
    const cells: WantedCell[] = []
    for (const key of keys) {
      const field = cellField(key)
      const sent = form.get(field)
      if (typeof sent !== 'string') continue
      typed.set(field, sent.slice(0, 60))
      const read =
        emptyIsZero && sent.trim() === '' && budget.isAsked(key)
          ? { ok: true as const, amountOre: 0n }
          : readAmount(sent, budget.unit)
      const name = key.map((member) => memberName(locale, tree, member)).join(', ')
      if (read.ok) cells.push({ key, seen: seen.get(field) ?? null, wanted: read.amountOre })
      else errors.push({ field, text: `${name}: ${amountReason(locale, read.reason)}` })
    }
    const sentSeen = wordOf(form, 'seen', MOST_BLOCK)
    if (errors.length > 0) return page(c, { ...FRESH, typed, errors, seen: sentSeen }, 422)
    const saved = await doors.inRegion(actor, (db) => saveCells(db, actor, opened.plan.id, budget.id, cells))
    if (saved.ok) return c.redirect(`${at}/edit${queryOf(layout, { changed: String(saved.changed) })}`, 303)
    if (saved.reason !== 'clash') return page(c, { ...FRESH, typed }, 409)
    const clashing = new Map(saved.clashes.map((clash) => [cellField(clash.key), clash]))
    // What others have written where nothing was typed is shown as it is now; what was typed stays.
    const mine = new Map(
      cells.flatMap(({ key, seen: before, wanted }) => {
        const field = cellField(key)
        return wanted === before && !clashing.has(field) ? [] : [[field, typed.get(field) ?? ''] as const]
      }),
    )
    const told = saved.clashes.map(({ key, theirs, mine: wanted }) => ({
      field: cellField(key),
      text: locale.text('plan.m.clash.cell', {
        name: key.map((member) => memberName(locale, tree, member)).join(', '),
        theirs: amountText(locale, theirs, budget.unit),
        mine: amountText(locale, wanted, budget.unit),
      }),
    }))
    return page(c, { ...FRESH, typed: mine, errors: told, clashed: true }, 409)
  }

  const preview = async (c: WebContext, form: FormData) => {
    const { opened, here, at, tree, budget, locale, layout, columns } = await gridOf(c)
    const block = typeof form.get('block') === 'string' ? String(form.get('block')).slice(0, MOST_BLOCK) : ''
    if (block.trim() === '')
      return page(c, { ...FRESH, errors: [{ field: 'block', text: locale.text('plan.m.paste.empty') }] }, 422)
    const rowNames = layout.rows.map((row) => memberName(locale, tree, row))
    const columnNames = columns.map((column) =>
      column === null ? locale.text('plan.m.amount') : memberName(locale, tree, column),
    )
    const read = readBlock(
      block,
      { rows: rowNames, columns: columnNames, unit: budget.unit },
      { row: placeIn(form, 'from-row'), column: placeIn(form, 'from-column') },
    )
    const cells = read.amounts.flatMap(({ row, column, amountOre }) => {
      const key = keyAt(budget, layout, layout.rows[row] ?? '', columns[column] ?? null)
      const now = key === null ? null : (budget.amounts.get(groupName(key)) ?? null)
      return key === null ? [] : [{ key, now, amountOre, name: `${rowNames[row]}, ${columnNames[column]}` }]
    })
    const changes = cells.filter(({ now, amountOre }) => now !== amountOre)
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="budgets" />
        <p class="crumb">
          <a href={at}>{budget.name}</a>
        </p>
        <h2>{locale.text('plan.m.paste.title')}</h2>
        <p>
          {locale.counted('plan.m.paste.changes', changes.length)}{' '}
          {locale.counted('plan.m.paste.same', cells.length - changes.length)}{' '}
          {read.byRowNames ? locale.text('plan.m.paste.byRows') : ''}{' '}
          {read.byColumnNames ? locale.text('plan.m.paste.byColumns') : ''}
        </p>
        <PasteFaults locale={locale} faults={read.faults} />
        <PasteChanges locale={locale} budget={budget} changes={changes} isPartial={read.faults.length > 0} />
        <form method="post" class="card form">
          <div class="field">
            <label for="block">{locale.text('plan.m.paste.label')}</label>
            <textarea id="block" name="block" rows={6}>
              {block}
            </textarea>
          </div>
          <input type="hidden" name="from-row" value={placeIn(form, 'from-row')} />
          <input type="hidden" name="from-column" value={placeIn(form, 'from-column')} />
          <button class="button" type="submit" name="act" value="paste">
            {locale.text('plan.m.paste.again')}
          </button>
        </form>
      </>,
      read.faults.length > 0 ? 422 : 200,
    )
  }

  app.post('/r/:slug/plans/:plan/money/b/:budget/undo', async (c) => {
    const { actor, opened, at, budget } = await budgetOf(c, doors, 'write-plan')
    const seen = wordOf(await c.req.formData(), 'change', 30)
    const undone = await doors.inRegion(actor, (db) => undoCells(db, actor, opened.plan.id, budget.id, seen))
    return c.redirect(undone.ok ? `${at}?changed=${undone.changed}` : at, 303)
  })
}

function seenIn(form: FormData): ReadonlyMap<string, bigint> {
  try {
    const read = seenSchema.safeParse(JSON.parse(wordOf(form, 'seen', MOST_BLOCK) || '{}'))
    return new Map(Object.entries(read.data ?? {}).map(([field, ore]) => [field, BigInt(ore)]))
  } catch {
    return new Map()
  }
}

function placeIn(form: FormData, name: string): number {
  const text = wordOf(form, name, 6)
  return /^\d{1,5}$/.test(text) ? Number(text) : 0
}
