import path from 'node:path'
import { localeOf } from '@jamvikt/i18n'
import {
  lossesOf,
  refusalToWrite,
  STAT_TARGETS,
  type StatLoss,
  type StatTable,
  type StatTarget,
  type WriteStatOptions,
  writeStatTable,
} from '@jamvikt/tables'
import type { CliKey, Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import { faultOf } from '../read-mapping.ts'
import { DECIMAL_SIGNS, readSource, SOURCE_FORMATS } from './read-source.ts'
import { languageMissing, refusedTable } from './refusal-sentence.ts'
import { oneOf, type TableAnswer, type TableCommand } from './table-command.ts'
import { NotAFileError, writeWhole } from './write-whole.ts'

const ENDINGS: ReadonlyMap<string, StatTarget> = new Map([
  ['.px', 'px'],
  ['.json', 'json-stat2'],
  ['.csv', 'csv'],
  ['.xlsx', 'xlsx'],
  ['.parquet', 'parquet'],
])
const ENCODINGS = ['utf-8', 'windows-1252'] as const

/** `jamvikt convert`: a statistical table from any format that is read to any that is written. */
export const convert: TableCommand = {
  help: 'convertHelp',
  files: 2,
  values: ['from', 'to', 'language', 'encoding', 'sheet', 'decimal'],
  flags: [],
  run,
}

async function run(options: ParsedOptions, input: string, output: string): Promise<TableAnswer | Problems> {
  const { texts, given } = options
  const problems: string[] = []
  const from = oneOf(options, 'from', SOURCE_FORMATS, problems)
  const to = oneOf(options, 'to', STAT_TARGETS, problems)
  const decimal = oneOf(options, 'decimal', DECIMAL_SIGNS, problems)
  const charset = oneOf(options, 'encoding', ENCODINGS, problems)
  const format = to ?? ENDINGS.get(path.extname(output).toLowerCase())
  if (format === undefined && given('to') === null)
    problems.push(texts.text('convert.unknownEnding', { file: output, known: STAT_TARGETS.join(', ') }))
  if (charset !== null && format !== undefined && format !== 'px')
    problems.push(texts.text('convert.encodingOfPx'))
  if (problems.length > 0 || format === undefined) return { ok: false, problems }
  const language = given('language')
  const source = await readSource(input, { from, language, sheet: given('sheet'), decimal }, texts)
  if (!source.ok) return source
  if (source.kind === 'catalogue')
    return { ok: false, problems: [texts.text('convert.catalogue', { file: input })] }
  const { table, hasMorePages } = source
  if (language !== null && !table.languages.includes(language))
    return { ok: false, problems: [languageMissing(language, input, table, texts)] }
  const refusal = refusalToWrite(table, format)
  if (refusal !== null) return refusedTable(refusal, output, texts)
  const wish: WriteStatOptions = {
    ...(language === null ? {} : { language }),
    ...(charset === null ? {} : { charset }),
  }
  const problem = await write(output, writeStatTable(table, format, wish), texts)
  if (problem !== null) return problem
  const notes = hasMorePages ? [texts.text('tables.morePages')] : []
  return { ok: true, out: `${[...answerLines(table, format, output, texts), ...notes].join('\n')}\n` }
}

async function write(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  texts: Texts,
): Promise<Problems | null> {
  try {
    await writeWhole(file, chunks)
    return null
  } catch (error) {
    const isRefusedBySystem = error instanceof Error && 'syscall' in error
    if (!isRefusedBySystem && !(error instanceof NotAFileError)) throw error
    const reason = isRefusedBySystem ? faultOf(error, texts) : texts.text('convert.notAFile')
    return { ok: false, problems: [texts.text('cannotWrite', { file, reason })] }
  }
}

const LOSS_TEXTS = {
  languages: 'convert.loss.languages',
  codes: 'convert.loss.codes',
  labels: 'convert.loss.labels',
  'dimension-names': 'convert.loss.dimension-names',
  structure: 'convert.loss.structure',
  'table-texts': 'convert.loss.table-texts',
  licence: 'convert.loss.licence',
  measures: 'convert.loss.measures',
  notes: 'convert.loss.notes',
  'note-signs': 'convert.loss.note-signs',
  marks: 'convert.loss.marks',
  'state-texts': 'convert.loss.state-texts',
  'missing-kinds': 'convert.loss.missing-kinds',
  nil: 'convert.loss.nil',
  'date-precision': 'convert.loss.date-precision',
  'px-keywords': 'convert.loss.px-keywords',
  'json-stat-members': 'convert.loss.json-stat-members',
} as const satisfies Readonly<Record<StatLoss, CliKey>>

function answerLines(table: StatTable, format: StatTarget, file: string, texts: Texts): string[] {
  const cells = localeOf(texts.language).number(table.values.length)
  const losses = lossesOf(table, format)
  return [
    texts.text('convert.done', { file, format, cells, dimensions: table.dimensions.length }),
    ...(losses.length === 0 ? [texts.text('convert.whole')] : [texts.text('convert.lost')]),
    ...losses.map((loss) => `  ${texts.text(LOSS_TEXTS[loss])}`),
  ]
}
