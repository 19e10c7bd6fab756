import { rename, rm, writeFile } from 'node:fs/promises'
import type { Texts } from '../messages.ts'
import { type ParsedOptions, type Problems, parseOptions } from '../options.ts'
import { overwritten } from '../own-input.ts'
import { faultOf } from '../read-mapping.ts'
import { planRelease } from './plan-release.ts'
import { protect } from './protect.ts'
import type { ProtectAnswer, ProtectCommand } from './protect-types.ts'
import { verify } from './verify.ts'

const COMMANDS: Readonly<Record<string, ProtectCommand>> = {
  protect,
  verify,
  'plan-release': planRelease,
}

export function isProtection(name: string | undefined): name is string {
  return name !== undefined && Object.hasOwn(COMMANDS, name)
}

/** Runs a command of protection: nothing is written unless all of it went well. */
export async function runProtection(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly ok: true; readonly out: string } | Problems> {
  const command = COMMANDS[args[0] ?? '']
  if (command === undefined) throw new Error(`no command ${args[0]}`)
  const options = parseOptions(args.slice(1), command, env)
  const { texts } = options
  if (options.help) return { ok: true, out: `${texts.text(command.help)}\n` }
  const problems = [...options.problems, ...faultsOf(options, command)]
  if (problems.length > 0) return { ok: false, problems }
  const answer = await command.run(options)
  if (!answer.ok) return answer
  const problem = await writeAll(answer.files, texts)
  if (problem !== null) return problem
  return { ok: true, out: answer.text }
}

/** All files or none: each is written beside its place first, then moved there. */
async function writeAll(files: ProtectAnswer['files'], texts: Texts): Promise<Problems | null> {
  const beside = (file: string) => `${file}.${process.pid}.part`
  let at = ''
  try {
    for (const { file, text } of files) {
      at = file
      await writeFile(beside(file), text)
    }
    for (const { file } of files) {
      at = file
      await rename(beside(file), file)
    }
    return null
  } catch (error) {
    for (const { file } of files) await rm(beside(file), { force: true })
    return { ok: false, problems: [texts.text('cannotWrite', { file: at, reason: faultOf(error, texts) })] }
  }
}

function faultsOf(
  { texts, positionals: named, given, has }: ParsedOptions,
  { files, needed }: ProtectCommand,
): string[] {
  const problems: string[] = []
  // `--json` may be followed by the file it is written to.
  const answer = has('json') ? named[files] : undefined
  const positionals = answer === undefined ? named : named.toSpliced(files, 1)
  if (positionals.length < files) problems.push(texts.text('fileMissing'))
  const extra = positionals[files]
  if (extra !== undefined) problems.push(texts.text('tooManyFiles', { name: extra }))
  for (const clash of overwritten(positionals, [given('out'), given('certificate'), answer ?? null])) {
    problems.push(texts.text('overwrites', { file: clash }))
  }
  if (has('public-certificate') && given('certificate') === null) {
    problems.push(texts.text('measure.optionMissing', { name: '--certificate' }))
  }
  for (const name of needed) {
    if (given(name) === null) problems.push(texts.text('measure.optionMissing', { name: `--${name}` }))
  }
  return problems
}
