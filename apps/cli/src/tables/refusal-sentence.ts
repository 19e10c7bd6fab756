import { localeOf } from '@jamvikt/i18n'
import type { StatRefusal, StatTable } from '@jamvikt/tables'
import type { Texts } from '../messages.ts'
import type { Problems } from '../options.ts'

/** Why a table is refused, in words, with the line and the keyword and what stood there. */
export function refusedTable(refusal: StatRefusal, file: string, texts: Texts): Problems {
  const { reason, line, keyword, detail } = refusal
  const locale = localeOf(texts.language)
  const params = { row: line ?? '', column: keyword ?? '', detail: detail ?? keyword ?? '' }
  const said = locale.dynamic(
    `stat.file.${reason}`,
    locale.dynamic(`intake.file.${reason}`, reason, params),
    params,
  )
  const place = [
    ...(line === undefined ? [] : [texts.text('tables.line', { line })]),
    ...(keyword === undefined || keyword === '' ? [] : [keyword]),
  ].join(', ')
  const where = [place, detail ?? ''].filter((part) => part !== '').join(': ')
  const hint = reason === 'number-ambiguous' ? ` ${texts.text('tables.decimalHint')}` : ''
  const text = `${where === '' ? said : `${said} (${where})`}${hint}`
  return { ok: false, problems: [texts.text('inFile', { file, text })] }
}

/** A refusal where a table lacks the language asked for: its texts would be in another than was meant. */
export function languageMissing(language: string, file: string, table: StatTable, texts: Texts): string {
  const known = table.languages.join(', ')
  return texts.text('tables.languageMissing', { file, language, known })
}
