import { type ColumnUse, RUNS, type ShapeMade, shapeOfUses, usesOfShape } from '@jamvikt/tables'
import { ErrorSummary, type FieldError } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { renderPage } from '../../platform/http/page.tsx'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { authorise } from './authorise.ts'
import type { RowReading } from './model-datasets.ts'
import { addressOfDataset } from './service/datasets.ts'
import { lookAtRows, openHeldFile, readRowsAs } from './service/look-at-rows.ts'
import type { StatisticsDoors } from './service/receive-base.ts'
import { fileRefusalText } from './ui/file-refusal-text.ts'
import { ColumnChoice, HeaderChoice, type RowsChosen } from './ui/rows-page.tsx'

/** Choosing how the rows of a held file are read. */
export function addRows(app: Web, doors: StatisticsDoors) {
  const home = (c: WebContext) => `/r/${c.get('membership').slug}/statistics`

  const heldOf = async (c: WebContext) => {
    const actor = authorise(c, 'bring-in')
    const found = await doors.inRegion(actor, async (db) => {
      const held = await openHeldFile(db, actor, c.req.param('held') ?? '')
      if (held === null) return null
      const dataset = held.datasetId === null ? '' : `/${await addressOfDataset(db, held.datasetId)}`
      return { held, another: `${home(c)}${dataset}/new` }
    })
    if (found === null) throw new HttpProblem(404)
    return { actor, ...found }
  }

  const page = async (
    c: WebContext,
    asked: { readonly sheet: string | null; readonly headerRow: number | null },
    wrong: { readonly errors?: readonly FieldError[]; readonly refusal?: Refusal | null },
    sent?: RowsChosen,
  ) => {
    const { actor, held, another } = await heldOf(c)
    const locale = c.get('locale')
    const looked = await lookAtRows(doors, actor, held, asked)
    const { under } = looked.ok ? looked : { under: null }
    const { refusal = null } = wrong
    const unseen = looked.ok ? (under?.ok === false ? under : null) : looked
    const errors: FieldError[] = [
      ...(unseen === null ? [] : [{ field: looked.ok ? 'header' : 'another', text: textOf(c, unseen) }]),
      ...(wrong.errors ?? []),
      ...(refusal === null || !under?.ok
        ? []
        : [{ field: fieldOf(refusal, under.headers), text: textOf(c, refusal) }]),
    ]
    const failed = errors.length > 0
    const title = locale.text('stat.rows.title')
    return renderPage(
      c,
      { title: failed ? locale.text('error.pageTitle', { title }) : title, section: home(c) },
      <>
        <ErrorSummary
          title={locale.text(unseen !== null || refusal !== null ? 'stat.rows.refused' : 'error.summary')}
          errors={errors}
        />
        <p class="crumb">
          <a href={home(c)}>{locale.text('stat.title')}</a> › {held.fileName}
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('stat.rows.lede')}</p>
        <p>
          <a id="another" href={another}>
            {locale.text('stat.rows.another')}
          </a>
        </p>
        {looked.ok ? (
          <HeaderChoice locale={locale} look={looked} headerRow={asked.headerRow} errors={errors} />
        ) : null}
        {looked.ok && under?.ok ? (
          <ColumnChoice
            locale={locale}
            look={looked}
            under={under}
            headerRow={asked.headerRow}
            chosen={sent ?? chosenBefore(held.reading, under)}
            errors={errors}
          />
        ) : null}
      </>,
      failed ? 422 : 200,
    )
  }

  app.get('/r/:slug/statistics/new/rows/:held', async (c) => {
    const { held } = await heldOf(c)
    const sheet = c.req.query('sheet')
    const header = c.req.query('header')
    return page(
      c,
      {
        sheet: sheet === undefined ? (held.reading?.sheet ?? null) : sheet.slice(0, 200) || null,
        headerRow: header === undefined ? (held.reading?.headerRow ?? null) : rowOf(header),
      },
      { refusal: refusedBefore(c) },
    )
  })

  app.post('/r/:slug/statistics/new/rows/:held', async (c) => {
    const { actor, held } = await heldOf(c)
    const form = await c.req.formData()
    const asked = { sheet: wordOf(form, 'sheet', 200) || null, headerRow: rowOf(wordOf(form, 'header', 9)) }
    const looked = await lookAtRows(doors, actor, held, asked)
    if (!looked.ok || !looked.under.ok) return page(c, asked, {})
    const { headers } = looked.under
    const chosen = chosenOf(form, headers)
    const { decimal, thousands } = chosen
    // A sign between thousands that is chosen alone tells what stands before decimals: the other one.
    const told = thousands === '.' ? ',' : '.'
    const sign = decimal !== '' ? decimal : thousands === '' ? null : told
    const numbers = sign === null ? undefined : { decimal: sign, thousands }
    const made = shapeOfUses(headers, chosen.uses, chosen.run, numbers)
    if (!made.ok) return page(c, asked, { errors: [errorOf(c, headers, made)] }, chosen)
    const reading: RowReading = { ...asked, shape: plain(made.shape) }
    const received = await readRowsAs(doors, actor, held, reading)
    if (received.ok) return c.redirect(`${home(c)}/drafts/${received.draft}`, 303)
    return page(c, asked, { refusal: received }, chosen)
  })
}

type Refusal = Parameters<typeof fileRefusalText>[1]

/** Why the file was refused, as the upload told it on. */
function refusedBefore(c: WebContext): Refusal | null {
  const reason = c.req.query('refused')
  if (reason === undefined || !/^[a-z-]{1,40}$/.test(reason)) return null
  const [line, firstLine] = [rowOf(c.req.query('line') ?? ''), rowOf(c.req.query('first') ?? '')]
  return {
    reason,
    keyword: (c.req.query('keyword') ?? '').slice(0, 100),
    detail: (c.req.query('detail') ?? '').slice(0, 200),
    ...(line === null ? {} : { line }),
    ...(firstLine === null ? {} : { firstLine }),
  }
}

/** What is wrong, and what to do. */
function textOf(c: WebContext, refusal: Refusal): string {
  const locale = c.get('locale')
  const cure = locale.dynamic(`stat.rows.cure.${refusal.reason}`, locale.text('stat.rows.cure'))
  return `${fileRefusalText(locale, refusal)} ${cure}`
}

/** The field that can mend it: the column at fault, where it is told. */
function fieldOf({ reason, keyword = '' }: Refusal, headers: readonly string[]): string {
  return reason === 'number-ambiguous' ? 'decimal' : `use${Math.max(0, headers.indexOf(keyword))}`
}

function chosenBefore(
  reading: RowReading | null,
  {
    headers,
    suggested,
  }: { readonly headers: readonly string[]; readonly suggested: RowReading['shape'] | null },
): RowsChosen {
  const fits = reading?.shape.dimensions.every(({ column }) => headers.includes(column)) === true
  const shape = fits ? reading.shape : suggested
  return {
    ...usesOfShape(shape, headers),
    decimal: shape?.numbers?.decimal ?? '',
    thousands: shape?.numbers?.thousands ?? '',
  }
}

function chosenOf(form: FormData, headers: readonly string[]): RowsChosen {
  return {
    uses: headers.map((_, at) => useOf(wordOf(form, `use${at}`, 20), headers)),
    run: RUNS.find((run) => run === form.get('run')) ?? 'told',
    decimal: (['.', ','] as const).find((sign) => sign === form.get('decimal')) ?? '',
    thousands: (['.', ',', "'"] as const).find((sign) => sign === form.get('thousands')) ?? '',
  }
}

const USES = ['geo', 'time', 'classification', 'metric', 'value', 'status'] as const

function useOf(text: string, headers: readonly string[]): ColumnUse {
  const place = /^label:(\d{1,4})$/.exec(text)?.[1]
  const labelOf = place === undefined ? undefined : headers[Number(place)]
  return labelOf === undefined ? (USES.find((use) => use === text) ?? 'none') : { labelOf }
}

function rowOf(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
}

function errorOf(
  c: WebContext,
  headers: readonly string[],
  { reason, column }: Extract<ShapeMade, { ok: false }>,
): FieldError {
  const fields: Partial<Record<typeof reason, string>> = {
    'two-times': 'run',
    'two-metrics': 'run',
    'same-sign': 'thousands',
  }
  const text = c.get('locale').text(`stat.rows.error.${reason}`)
  return {
    field: fields[reason] ?? `use${Math.max(0, headers.indexOf(column))}`,
    text: column === '' ? text : `${text} (${column})`,
  }
}

/** The shape as it is kept. */
function plain({
  dimensions,
  values,
  across,
  ...shape
}: Extract<ShapeMade, { ok: true }>['shape']): RowReading['shape'] {
  return {
    ...shape,
    dimensions: dimensions.map((dimension) => ({ ...dimension })),
    values: [...values],
    across: across.map((one) => ({ ...one, codes: [...one.codes] })),
  }
}
