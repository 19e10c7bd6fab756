import type { WordTable } from '@jamvikt/tables'
import type { FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { authorise } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { isDate } from '../rules/check-fields.ts'
import { draftGone, importOf, showImport } from './import-room.tsx'
import { NAMES_ALONE, WORD_COLUMNS, WORD_UNITS, type WordColumn, type WordMapping } from './model-exchange.ts'
import { suggestColumns, suggestMapping, suggestRest } from './rules/word-mapping.ts'
import { type Draft, openDraft } from './service/drafts.ts'
import { plansToAddTo, readChosenTable } from './service/word-reading.ts'
import { TableChoice, WordForm, type WordTyped } from './ui/word-form.tsx'

/** Saying what the columns of a Word table are. */
export function addWordTables(app: Web, doors: PlanDoors) {
  const opened = async (c: WebContext) => {
    const actor = authorise(c, 'write-plan')
    return doors.inRegion(actor, async (db) => {
      const draft = await openDraft(db, actor, c.req.param('draft') ?? '')
      return draft === null || draft.tables === null
        ? null
        : { actor, draft, tables: draft.tables, plans: await plansToAddTo(db) }
    })
  }

  const page = (
    c: WebContext,
    { draft, tables, plans }: NonNullable<Awaited<ReturnType<typeof opened>>>,
    typed: WordTyped,
    errors: readonly FieldError[],
  ) => {
    const locale = c.get('locale')
    const table = tables[typed.mapping.table]
    return showImport(
      c,
      locale.text('plan.x.word-page.title'),
      <>
        <p class="lede">
          {draft.fileName}. {locale.text('plan.x.word-page.lede')}
        </p>
        <TableChoice locale={locale} tables={tables} mapping={typed.mapping} />
        {table === undefined ? null : (
          <WordForm locale={locale} table={table} typed={typed} plans={plans} errors={errors} />
        )}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/import/:draft/table', async (c) => {
    const found = await opened(c)
    if (found === null) return draftGone(c)
    return page(c, found, typedBefore(found.draft, mappingAsked(c, found.draft, found.tables)), [])
  })

  app.post('/r/:slug/plans/import/:draft/table', async (c) => {
    const found = await opened(c)
    if (found === null) return draftGone(c)
    const locale = c.get('locale')
    const typed = typedIn(await c.req.formData(), found.tables)
    const table = found.tables[typed.mapping.table]
    const errors = faultsOf(c, typed)
    if (errors.length > 0 || table === undefined) return page(c, found, typed, errors)
    const into =
      typed.into === ''
        ? { kind: 'new' as const, name: typed.name, startsOn: typed.startsOn, endsOn: typed.endsOn }
        : { kind: 'plan' as const, planId: typed.into }
    const { draft, actor } = found
    const read = await doors.inRegion(actor, (db) =>
      readChosenTable(db, draft, table, { mapping: typed.mapping, into }, locale.text('plan.x.sheet.cells')),
    )
    if (read === null)
      return page(c, found, typed, [{ field: 'into', text: locale.text('plan.x.draft.error.gone') }])
    return c.redirect(`${importOf(c)}/${draft.id}`, 303)
  })
}

function mappingAsked(c: WebContext, draft: Draft, tables: readonly WordTable[]): WordMapping {
  const before = draft.choice?.mapping ?? suggestMapping(tables)
  const asked = c.req.query('table')
  if (asked === undefined) return before
  const table = numberIn(asked, tables.length)
  const rows = tables[table]?.rows.length ?? 1
  const header = c.req.query('header') === undefined ? 0 : numberIn(c.req.query('header') ?? '', rows)
  if (table === before.table && header === before.header) return before
  const of = tables[table]
  const columns = of === undefined ? [] : suggestColumns(of, header)
  return { table, header, columns, ...suggestRest(of, header, columns) }
}

/** A number from 0 that is below `most`; 0 where it is not. */
function numberIn(text: string, most: number): number {
  return /^\d{1,5}$/.test(text) && Number(text) < most ? Number(text) : 0
}

function typedBefore(draft: Draft, mapping: WordMapping): WordTyped {
  const into = draft.choice?.into
  const isNew = into?.kind === 'new'
  return {
    mapping,
    into: into?.kind === 'plan' ? into.planId : '',
    name: isNew ? into.name : draft.fileName.replace(/\.docx$/i, ''),
    startsOn: isNew ? into.startsOn : '',
    endsOn: isNew ? into.endsOn : '',
  }
}

function typedIn(form: FormData, tables: readonly WordTable[]): WordTyped {
  const table = numberIn(wordOf(form, 'table', 5), tables.length)
  const rows = tables[table]?.rows ?? []
  const header = numberIn(wordOf(form, 'header', 5), rows.length)
  return {
    mapping: {
      table,
      header,
      columns: (rows[header] ?? []).map((_, at) => columnNamed(wordOf(form, `column${at}`, 20))),
      priority: wordOf(form, 'priority', 300),
      unit: WORD_UNITS.find((unit) => unit === form.get('amountUnit')) ?? 'kr',
      nameAlone: NAMES_ALONE.find((each) => each === form.get('nameAlone')) ?? 'heading',
    },
    into: wordOf(form, 'into', 40),
    name: wordOf(form, 'name', 300),
    startsOn: wordOf(form, 'startsOn', 10),
    endsOn: wordOf(form, 'endsOn', 10),
  }
}

function columnNamed(text: string): WordColumn | null {
  return WORD_COLUMNS.find((column) => column === text) ?? null
}

function faultsOf(c: WebContext, { mapping, into, name, startsOn, endsOn }: WordTyped): FieldError[] {
  const locale = c.get('locale')
  const { columns } = mapping
  const errors: FieldError[] = []
  const twice = columns.findIndex((column, at) => column !== null && columns.indexOf(column) < at)
  if (!columns.includes('name'))
    errors.push({ field: 'column0', text: locale.text('plan.x.word-page.error.name') })
  if (twice >= 0) errors.push({ field: `column${twice}`, text: locale.text('plan.x.word-page.error.twice') })
  const span = columns.indexOf('span')
  if (span >= 0 && (columns.includes('start') || columns.includes('end')))
    errors.push({ field: `column${span}`, text: locale.text('plan.x.word-page.error.span') })
  if (into !== '') return errors
  if (name.length < 2) errors.push({ field: 'name', text: locale.text('plan.x.word-page.error.planName') })
  for (const [field, day] of [
    ['startsOn', startsOn],
    ['endsOn', endsOn],
  ] as const)
    if (!isDate(day)) errors.push({ field, text: locale.text('plan.x.word-page.error.date') })
  if (isDate(startsOn) && isDate(endsOn) && endsOn < startsOn)
    errors.push({ field: 'endsOn', text: locale.text('plan.x.word-page.error.order') })
  return errors
}
