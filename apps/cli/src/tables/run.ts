import { type ParsedOptions, type Problems, parseOptions } from '../options.ts'
import { overwritten } from '../own-input.ts'
import { convert } from './convert.ts'
import { describe } from './describe.ts'
import { isLanguageCode, type TableAnswer, type TableCommand } from './table-command.ts'

const COMMANDS: Readonly<Record<string, TableCommand>> = { convert, describe }

export function isTableCommand(name: string | undefined): name is string {
  return name !== undefined && Object.hasOwn(COMMANDS, name)
}

/** Runs a command on a statistical table. */
export async function runTableCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<TableAnswer | Problems> {
  const command = COMMANDS[args[0] ?? '']
  if (command === undefined) throw new Error(`no command ${args[0]}`)
  const options = parseOptions(args.slice(1), command, env)
  const { texts, positionals, problems } = options
  if (options.help) return { ok: true, out: `${texts.text(command.help)}\n` }
  problems.push(...faultsOf(options, command))
  if (problems.length > 0) return { ok: false, problems }
  const [input = '', output = ''] = positionals
  return command.run(options, input, output)
}

function faultsOf({ texts, positionals, given }: ParsedOptions, { files }: TableCommand): string[] {
  const problems: string[] = []
  const [input, output] = positionals
  if (input === undefined) problems.push(texts.text('fileMissing'))
  else if (files === 2 && output === undefined) problems.push(texts.text('convert.outMissing'))
  const extra = positionals[files]
  if (extra !== undefined) problems.push(texts.text('tooManyFiles', { name: extra }))
  if (files === 2) {
    for (const file of overwritten([input ?? null], [output ?? null]))
      problems.push(texts.text('overwrites', { file }))
  }
  const language = given('language')
  if (language !== null && !isLanguageCode(language))
    problems.push(texts.text('tables.badLanguage', { value: language }))
  return problems
}
