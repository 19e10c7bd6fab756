import type { Locale } from '@jamvikt/i18n'
import {
  type Entered,
  FIGURE_SEXES,
  type FigureSex,
  figureRows,
  type LatestFigure,
  PlanTree,
} from '../../plan/public.ts'
import type { BlockInput } from '../model-report.ts'
import { figureCell } from './figure-cell.ts'
import { type CellInput, type LiveData, planTable, text, unknown } from './live-data.ts'

/** The figures of each indicator: where it began, where it is to be, and what came of it, by sex. */
export function goalBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const tree = new PlanTree(data.opened.document)
  const notes: string[] = []
  const rows = tree.all('indicator').flatMap((indicator) => {
    const { name, unit, catalogue } = indicator.fields
    const followed = catalogue.flatMap((id) =>
      (data.followed ?? [])
        .filter((latest) => latest.id === id)
        .map((latest) => followedRow(locale, name, latest)),
    )
    notes.push(...followed.map(({ note }) => note))
    const own = figureRows(unit, tree.all('figure', indicator.id)).map(({ what, year, group, bySex }) => ({
      words: [
        text([name, unit, group].filter(Boolean).join(', ')),
        text(locale.text(`half.what.${what}`)),
        text(String(year)),
      ],
      bySex: {
        women: figure(bySex.women),
        men: figure(bySex.men),
        other: figure(bySex.other),
        all: figure(bySex.all),
      },
      hasOther: bySex.other.kind !== 'none',
    }))
    return [...own, ...followed.map((row) => ({ ...row, hasOther: false }))]
  })
  if (rows.length === 0) return [{ kind: 'words', text: locale.text('half.goals.none') }]
  // Others have a column where anything is entered of them.
  const sexes = FIGURE_SEXES.filter((sex) => sex !== 'other' || rows.some(({ hasOther }) => hasOther))
  return planTable(locale, data, {
    caption: locale.text('half.goals.caption'),
    columns: [...(['goal', 'what', 'year'] as const), ...sexes].map((column) =>
      locale.text(`half.${column}`),
    ),
    rows: rows.map(({ words, bySex }) => ({ cells: [...words, ...sexes.map((sex) => bySex[sex])] })),
    notes: [...new Set(notes)],
  })
}

/** The latest figures of an indicator of the catalogue, with the version and the day that they are from. */
function followedRow(
  locale: Locale,
  name: string,
  latest: LatestFigure,
): {
  readonly bySex: Readonly<Record<FigureSex, CellInput>>
  readonly words: CellInput[]
  readonly note: string
} {
  const cell = (figure: LatestFigure['all']) =>
    figure === null ? unknown : figureCell(locale, figure, latest.decimals)
  return {
    words: [
      text([name, latest.name, latest.unit].filter(Boolean).join(', ')),
      text(locale.text('half.what.actual')),
      text(latest.period),
    ],
    bySex: { women: cell(latest.women), men: cell(latest.men), other: unknown, all: cell(latest.all) },
    note: locale.text('doc.live.goals.followed', {
      name: latest.dataset,
      producer: latest.producer,
      version: latest.version,
      date: locale.date(latest.fetchedAt),
    }),
  }
}

function figure(entered: Entered): CellInput {
  if (entered.kind === 'missing') return { type: 'missing', kind: entered.missing }
  if (entered.kind === 'none') return unknown
  return { type: 'number', value: entered.value, decimals: decimalsOf(entered.value) }
}

const MOST_DECIMALS = 6

/** The decimals that a figure was entered with, as many as the plan’s own pages show. */
function decimalsOf(value: number): number {
  const [, decimals = ''] = value.toFixed(MOST_DECIMALS).split('.')
  return decimals.replace(/0+$/, '').length
}
