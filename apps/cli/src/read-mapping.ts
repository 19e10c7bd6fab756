import { readFile } from 'node:fs/promises'
import { localeOf } from '@jamvikt/i18n'
import { type Mapping, type MappingRefusal, parseMapping, type TableRefusal } from '@jamvikt/tables'
import type { Texts } from './messages.ts'
import { type Problems, withSuggestions } from './options.ts'

/** Why a system call failed: in words where it is one that people meet, with its code (ENOENT, EACCES …). */
export function faultOf(error: unknown, texts: Texts): string {
  if (error instanceof Error && 'code' in error) {
    const code = String(error.code)
    const words = texts.known(`fault.${code}`, '')
    return words === '' ? code : `${words} (${code})`
  }
  return error instanceof Error ? error.message : String(error)
}

/** Reads the mapping file; every problem of it is a line. */
export async function readMapping(
  file: string,
  texts: Texts,
): Promise<{ ok: true; mapping: Mapping } | Problems> {
  let source: string
  try {
    source = await readFile(file, 'utf8')
  } catch (error) {
    return { ok: false, problems: [texts.text('cannotRead', { file, reason: faultOf(error, texts) })] }
  }
  let content: unknown
  try {
    content = JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, problems: [texts.text('mappingNotJson', { file, reason: faultOf(error, texts) })] }
  }
  const parsed = parseMapping(content)
  return parsed.ok ? parsed : { ok: false, problems: mappingProblems(parsed, file, texts) }
}

export function mappingProblems({ problems }: MappingRefusal, file: string, texts: Texts): string[] {
  const locale = localeOf(texts.language)
  return problems.map(({ path, reason, detail = '', suggestions }) => {
    const said = locale.dynamic(`intake.problem.${reason}`, reason, { path, detail })
    const line = texts.text('atPath', { file, path: path === '' ? '.' : path, text: said })
    return withSuggestions(texts, line, suggestions)
  })
}

/** Why a list or base table could not be opened or read to its end. */
export function fileProblem(
  { reason, row, column, detail }: TableRefusal,
  file: string,
  texts: Texts,
): Problems {
  const params = { row: row ?? '', column: column ?? '', detail: detail ?? column ?? '' }
  const said = localeOf(texts.language).dynamic(`intake.file.${reason}`, reason, params)
  return { ok: false, problems: [texts.text('inFile', { file, text: said })] }
}
