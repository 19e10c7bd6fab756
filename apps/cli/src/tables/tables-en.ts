import type { tablesSwedish } from './tables-sv.ts'

/** The English texts for statistical tables on the command line. */
export const tablesEnglish: Record<keyof typeof tablesSwedish, string> = {
  convertHelp: `jamvikt convert FILE NEW_FILE [options]

Reads a statistical table and writes it in another format. Says what the new format has no place for.
Reads PX, JSON-stat, Excel, Parquet, CSV and Kolada's JSON; the format is told by the content.
Writes by the new file's ending: .px, .json (JSON-stat 2), .csv (a figure a row), .xlsx, .parquet.

  --from FORMAT       px, json-stat, xlsx, parquet, csv or kolada, where the content does not tell
  --to FORMAT         px, json-stat2, json-stat (version 1), csv, csv-wide (as the table is read), sdmx-csv,
                      xlsx or parquet, instead of the ending
  --language CODE     of the texts in formats that hold one: sv, en …; otherwise the table's first.
                      For files that do not say theirs: the language they are written in
  --encoding CODE     PX: utf-8 or windows-1252; the latter unless told, if all characters fit
  --sheet NAME        the sheet of a workbook; otherwise the first that is not empty
  --decimal . or ,    the sign before decimals in CSV and workbooks, where the figures do not tell
  --lang sv|en        the program's language

The new file is there only when it is whole. The file that is read is never overwritten.
Exits with 0 when all went well, also where something had no place, 2 when something needs to be put right,
1 for a fault of the program.`,
  describeHelp: `jamvikt describe FILE [options]

Says what a statistical table holds: title, source, dimensions, units, periods, and how many cells have
figures or lack them, and why. Reads the same formats as jamvikt convert, and Kolada's catalogue of KPIs.

  --json              the answer as JSON
  --from FORMAT       px, json-stat, xlsx, parquet, csv or kolada, where the content does not tell
  --language CODE     of the texts; otherwise the program's, if the table has it
  --sheet NAME        the sheet of a workbook; otherwise the first that is not empty
  --decimal . or ,    the sign before decimals in CSV and workbooks, where the figures do not tell
  --lang sv|en        the program's language`,
  'tables.badWord': '{name} {value} is not known. Choose among: {known}.',
  'tables.badLanguage': '--language must be a language code such as sv or en, not {value}.',
  'tables.languageMissing': '{file} has no texts in the language {language}. It has: {known}.',
  'tables.decimalHint': 'Say which with --decimal . or --decimal ,',
  'tables.line': 'line {line}',
  'tables.morePages': 'NOTE: the file is one page of several. The rest of the answer is not in it.',
  'convert.outMissing': 'Say which file is to be written.',
  'convert.unknownEnding': '{file}: the ending tells no format. Give --to. Choose among: {known}.',
  'convert.encodingOfPx': '--encoding is for PX only.',
  'convert.catalogue': "{file} is Kolada's catalogue of KPIs, not a table. See it with jamvikt describe.",
  'convert.notAFile': 'something else than a file is there',
  'convert.done': '{file}: {format}, dimensions: {dimensions}, cells: {cells}.',
  'convert.whole': 'All of the table is in it.',
  'convert.lost': 'Not in the file:',
  'convert.loss.languages': 'texts in other languages than the one written',
  'convert.loss.codes': 'the codes of values; their labels stand instead',
  'convert.loss.labels': 'the labels of values; only their codes stand there',
  'convert.loss.dimension-names': 'ids or names of dimensions, which are written changed or not at all',
  'convert.loss.structure': 'hierarchies, eliminations, maps, lists of values, roles and units of time',
  'convert.loss.table-texts': 'title, source, contact, dates and what else is said of the whole table',
  'convert.loss.licence': 'the licence',
  'convert.loss.measures': 'units, decimals shown, prices and what else is said of the measures',
  'convert.loss.notes': 'footnotes',
  'convert.loss.note-signs': 'the sign # in footnotes and contacts, which becomes a line break',
  'convert.loss.marks': 'marks beside cells (all or some)',
  'convert.loss.state-texts': "the source's own texts for the signs",
  'convert.loss.missing-kinds': 'why figures are missing, where two reasons get one sign',
  'convert.loss.nil': 'that 0 means nothing at all and is not rounded to 0',
  'convert.loss.date-precision': 'seconds and time zones',
  'convert.loss.px-keywords': 'keywords that only PX has',
  'convert.loss.json-stat-members': 'members that only JSON-stat has',
  'describe.file': '{file}: {format}, {bytes} bytes',
  'describe.catalogue': "Kolada's catalogue: {kpis} KPIs, {bySex} of them divided by sex. The first:",
  'describe.id': 'Id',
  'describe.title': 'Title',
  'describe.contents': 'Contents',
  'describe.source': 'Source',
  'describe.licence': 'Licence',
  'describe.updated': 'Updated',
  'describe.nextUpdate': 'Next update',
  'describe.languages': 'Languages',
  'describe.sheets': 'Sheets',
  'describe.periods': 'Periods',
  'describe.dimensions': 'Dimensions:',
  'describe.name': 'name',
  'describe.role': 'role',
  'describe.values': 'values',
  'describe.first': 'the first',
  'describe.wholes': '– hierarchy (wholes: {wholes})',
  'describe.elimination': '– may be left out, then {total} counts',
  'describe.eliminationBySum': '– may be left out, then all are summed',
  'describe.measures': 'Measures:',
  'describe.decimals': 'decimals: {decimals}',
  'describe.cells': 'Cells: {cells}, of which',
  'describe.notes': 'Footnotes: {notes}, of which mandatory {mandatory}',
  'describe.marks': 'Marks beside cells: {marks}',
  'describe.role.time': 'time',
  'describe.role.geo': 'place',
  'describe.role.metric': 'contents',
  'describe.role.classification': 'classification',
  'describe.unit.year': 'years',
  'describe.unit.half-year': 'half-years',
  'describe.unit.quarter': 'quarters',
  'describe.unit.month': 'months',
  'describe.unit.week': 'weeks',
  'describe.unit.day': 'days',
  'describe.kind.stock': 'stock',
  'describe.kind.flow': 'flow',
  'describe.kind.average': 'average',
  'describe.prices.current': 'current prices',
  'describe.prices.fixed': 'fixed prices',
  'describe.state.value': 'figures',
  'describe.state.nil': 'nothing at all (-)',
  'describe.state.notApplicable': 'not applicable (.)',
  'describe.state.unavailable': 'unavailable (..)',
  'describe.state.withheld': 'withheld (...)',
  'describe.state.noAnswer': 'no answer (....)',
  'describe.state.declined': 'declined (.....)',
  'describe.state.notAsked': 'not asked (......)',
}
