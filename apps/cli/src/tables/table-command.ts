import type { CliKey } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'

export interface TableAnswer {
  readonly ok: true
  readonly out: string
}

/** A command on a statistical table: first the file that is read, then the one that is written, if any. */
export interface TableCommand {
  readonly help: CliKey
  readonly files: 1 | 2
  readonly values: readonly string[]
  readonly flags: readonly string[]
  readonly run: (options: ParsedOptions, input: string, output: string) => Promise<TableAnswer | Problems>
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** Whether a text names a language of a table's texts, such as `sv` or `en`. */
export function isLanguageCode(text: string): boolean {
  return LANGUAGE.test(text)
}

/** One of the known words, or a problem in `problems`; `null` where the option is not given. */
export function oneOf<T extends string>(
  { given, texts }: ParsedOptions,
  name: string,
  known: readonly T[],
  problems: string[],
): T | null {
  const value = given(name)
  if (value === null) return null
  const found = known.find((each) => each === value)
  if (found === undefined)
    problems.push(texts.text('tables.badWord', { name: `--${name}`, value, known: known.join(', ') }))
  return found ?? null
}
