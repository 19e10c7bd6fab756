import type { CliKey, Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'

/** What a measure answers: figures for the JSON file, and the text for the terminal. */
export interface MeasureAnswer {
  readonly ok: true
  readonly json: object
  readonly text: string
}

/** A command that computes a measure from a file. */
export interface MeasureCommand {
  readonly help: CliKey
  readonly file: 'needed' | 'optional'
  /** Options with a value, besides `--json` and `--lang`. */
  readonly values: readonly string[]
  readonly flags: readonly string[]
  readonly needed: readonly string[]
  /** The answer holds figures of the file's own groups. */
  readonly unprotected: boolean
  readonly run: (options: ParsedOptions) => Promise<MeasureAnswer | Problems>
}

/** A list of names: "a, b" and repeated options alike. */
export function namesOf(values: readonly string[], separator = ','): string[] {
  const names = values.flatMap((value) => value.split(separator)).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** A whole number at or above `least`, or a problem in `problems`; `fallback` where the option is not given. */
export function wholeNumber(
  { given, texts }: ParsedOptions,
  name: string,
  least: number,
  fallback: number,
  problems: string[],
): number {
  const value = given(name)
  if (value === null) return fallback
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value)
  problems.push(texts.text('measure.badWhole', { name: `--${name}`, least, value }))
  return fallback
}

/** Columns that are named for two things at once; each is a problem. */
export function usedTwice(names: readonly (string | null)[], texts: Texts): string[] {
  const given = names.filter((name): name is string => name !== null && name !== '')
  const twice = given.filter((name, i) => given.indexOf(name) !== i)
  return [...new Set(twice)].map((name) => texts.text('measure.usedTwice', { name }))
}
