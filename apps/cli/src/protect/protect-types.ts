import type { CliKey } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'

/** What a command of protection answers: files to be written, and the text for the terminal. */
export interface ProtectAnswer {
  readonly ok: true
  readonly files: readonly { readonly file: string; readonly text: string }[]
  readonly text: string
}

export interface ProtectCommand {
  readonly help: CliKey
  readonly values: readonly string[]
  readonly flags: readonly string[]
  readonly needed: readonly string[]
  /** How many files it reads. */
  readonly files: number
  readonly run: (options: ParsedOptions) => Promise<ProtectAnswer | Problems>
}
