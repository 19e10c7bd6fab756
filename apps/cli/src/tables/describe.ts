import path from 'node:path'
import type { Problems } from '../options.ts'
import { describeText, type FileDescription } from './describe-text.ts'
import { describeCatalogue, describeTable } from './description.ts'
import { DECIMAL_SIGNS, readSource, SOURCE_FORMATS } from './read-source.ts'
import { languageMissing } from './refusal-sentence.ts'
import { oneOf, type TableAnswer, type TableCommand } from './table-command.ts'

/** `jamvikt describe`: what a statistical table holds. */
export const describe: TableCommand = {
  help: 'describeHelp',
  files: 1,
  values: ['from', 'language', 'sheet', 'decimal'],
  flags: ['json'],
  run: async (options, input): Promise<TableAnswer | Problems> => {
    const { texts, given, has } = options
    const problems: string[] = []
    const from = oneOf(options, 'from', SOURCE_FORMATS, problems)
    const decimal = oneOf(options, 'decimal', DECIMAL_SIGNS, problems)
    if (problems.length > 0) return { ok: false, problems }
    const asked = given('language')
    const wish = { from, language: asked, sheet: given('sheet'), decimal }
    const source = await readSource(input, wish, texts)
    if (!source.ok) return source
    const { format, bytes, sheets } = source
    const file = { file: path.basename(input), format, bytes, sheets }
    let about: FileDescription
    if (source.kind === 'catalogue') about = { ...file, ...describeCatalogue(source.kpis) }
    else {
      const { table } = source
      if (asked !== null && !table.languages.includes(asked))
        return { ok: false, problems: [languageMissing(asked, input, table, texts)] }
      const language = asked ?? table.languages.find((each) => each === texts.language) ?? table.languages[0]
      about = { ...file, ...describeTable(table, language ?? '') }
    }
    return { ok: true, out: has('json') ? `${JSON.stringify(about, null, 2)}\n` : describeText(about, texts) }
  },
}
