import { localeOf } from '@jamvikt/i18n'
import { CELL_STATES } from '@jamvikt/tables'
import { alignColumns } from '../align-columns.ts'
import type { Texts } from '../messages.ts'
import type { CatalogueDescription, DimensionDescription, TableDescription } from './description.ts'
import type { SourceFormat } from './read-source.ts'

export type FileDescription = {
  readonly file: string
  readonly format: SourceFormat
  readonly bytes: number
  /** Workbooks: all sheets; otherwise `null`. */
  readonly sheets: readonly string[] | null
} & (TableDescription | CatalogueDescription)

/** A description as people read it: a line for each thing that is said, then the dimensions and the cells. */
export function describeText(about: FileDescription, texts: Texts): string {
  const { text } = texts
  const { number } = localeOf(texts.language)
  const head = text('describe.file', { file: about.file, format: about.format, bytes: number(about.bytes) })
  if (about.kind === 'kolada-catalogue') {
    const kpis = text('describe.catalogue', { kpis: number(about.kpis), bySex: number(about.bySex) })
    return `${[head, kpis, ...about.first.map(({ code, label }) => `  ${code}  ${label}`)].join('\n')}\n`
  }
  const said: readonly (readonly [string, string | null])[] = [
    [text('describe.id'), about.id],
    [text('describe.title'), about.title],
    [text('describe.contents'), about.contents],
    [text('describe.source'), about.source],
    [text('describe.licence'), about.licence],
    [text('describe.updated'), about.updated],
    [text('describe.nextUpdate'), about.nextUpdate],
    [text('describe.languages'), about.languages.join(', ')],
    [text('describe.sheets'), about.sheets === null ? null : about.sheets.join(', ')],
    [text('describe.periods'), periodText(about, texts)],
  ]
  return `${[
    [head, ...said.flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}: ${value}`]))],
    [text('describe.dimensions'), dimensionTable(about.dimensions, texts)],
    ...(about.measures.length === 0 ? [] : [measureLines(about, texts)]),
    cellLines(about, texts),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function periodText({ periods }: TableDescription, texts: Texts): string | null {
  if (periods === null) return null
  const { unit, count, first, last } = periods
  const span = first === last ? first : `${first} – ${last}`
  return `${span} (${count}${unit === null ? '' : `, ${texts.known(`describe.unit.${unit}`, unit)}`})`
}

function dimensionTable(dimensions: readonly DimensionDescription[], texts: Texts): string {
  const { text, known } = texts
  const { number } = localeOf(texts.language)
  const rows = dimensions.map(({ id, label, role, categories, first, wholes, elimination }) => [
    label === '' || label === id ? id : `${id} (${label})`,
    known(`describe.role.${role}`, role),
    number(categories),
    [
      first.map(({ code, label: each }) => (each.startsWith(code) ? each : `${code} ${each}`)).join(', '),
      ...(categories > first.length ? ['…'] : []),
      ...(wholes === 0 ? [] : [text('describe.wholes', { wholes: number(wholes) })]),
      ...(elimination === null ? [] : [eliminationText(elimination.total, texts)]),
    ].join(' '),
  ])
  const header = [
    text('describe.name'),
    text('describe.role'),
    text('describe.values'),
    text('describe.first'),
  ]
  return alignColumns([header, ...rows], [0, 1, 3])
}

function eliminationText(total: string | null, texts: Texts): string {
  if (total === null) return texts.text('describe.eliminationBySum')
  return texts.text('describe.elimination', { total })
}

function measureLines({ measures }: TableDescription, texts: Texts): string[] {
  return [
    texts.text('describe.measures'),
    ...measures.map(({ code, label, unit, decimals, kind, prices }) => {
      const name = code === null ? '' : code === label ? code : `${code} ${label ?? ''}`
      const parts = [
        name,
        unit ?? '',
        texts.text('describe.decimals', { decimals }),
        kind == null ? '' : texts.known(`describe.kind.${kind}`, kind),
        prices == null ? '' : texts.known(`describe.prices.${prices}`, prices),
      ]
      return `  ${parts.filter((part) => part !== '').join(', ')}`
    }),
  ]
}

function cellLines({ cells, states, notes, marks }: TableDescription, texts: Texts): string[] {
  const { number } = localeOf(texts.language)
  const { mandatory, ...places } = notes
  const noted = Object.values(places).reduce((sum, count) => sum + count, 0)
  return [
    texts.text('describe.cells', { cells: number(cells) }),
    ...CELL_STATES.flatMap((state) =>
      states[state] === 0
        ? []
        : [`  ${texts.known(`describe.state.${state}`, state)}: ${number(states[state])}`],
    ),
    ...(noted === 0
      ? []
      : [texts.text('describe.notes', { notes: number(noted), mandatory: number(mandatory) })]),
    ...(marks === 0 ? [] : [texts.text('describe.marks', { marks: number(marks) })]),
  ]
}
