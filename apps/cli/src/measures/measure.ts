import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import type { ParsedOptions, Problems } from '../options.ts'
import { parseOptions } from '../options.ts'
import { overwritten } from '../own-input.ts'
import { faultOf } from '../read-mapping.ts'
import { decompose } from './decompose.ts'
import { maihda } from './maihda.ts'
import type { MeasureCommand } from './measure-types.ts'
import { precision } from './precision.ts'
import { segregation } from './segregation.ts'

const MEASURES: Readonly<Record<string, MeasureCommand>> = { decompose, maihda, segregation, precision }

const VERSION = manifest.version

export function isMeasure(name: string | undefined): name is string {
  return name !== undefined && Object.hasOwn(MEASURES, name)
}

/** Runs a measure on a file: writes the JSON where asked, and gives the readable answer. */
export async function runMeasure(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly ok: true; readonly out: string } | Problems> {
  const command = MEASURES[args[0] ?? '']
  if (command === undefined) throw new Error(`no measure ${args[0]}`)
  const options = parseOptions(
    args.slice(1),
    { values: [...command.values, 'json', 'sheet'], flags: command.flags },
    env,
  )
  const { texts } = options
  if (options.help) return { ok: true, out: `${texts.text(command.help)}\n` }
  const faults = [...options.problems, ...faultsOf(options, command)]
  if (faults.length > 0) return { ok: false, problems: faults }
  const answer = await command.run(options)
  if (!answer.ok) return answer
  const json = options.given('json')
  if (json !== null) {
    try {
      const content = { ...answer.json, source: sourceOf(command, options) }
      await writeFile(json, `${JSON.stringify(content, null, 2)}\n`)
    } catch (error) {
      return {
        ok: false,
        problems: [texts.text('cannotWrite', { file: json, reason: faultOf(error, texts) })],
      }
    }
  }
  const note = command.unprotected ? `\n${texts.text('measure.unprotected')}\n` : ''
  return { ok: true, out: `${answer.text}\n${note}` }
}

/** What the figures were made from, and that nothing in them is protected. */
function sourceOf({ unprotected }: MeasureCommand, { positionals }: ParsedOptions) {
  return {
    file: positionals[0] === undefined ? null : basename(positionals[0]),
    program: `jamvikt ${VERSION}`,
    unprotected,
  }
}

function faultsOf({ texts, positionals, given }: ParsedOptions, { file, needed }: MeasureCommand): string[] {
  const problems: string[] = []
  if (file === 'needed' && positionals[0] === undefined) problems.push(texts.text('fileMissing'))
  const extra = positionals[1]
  if (extra !== undefined) problems.push(texts.text('tooManyFiles', { name: extra }))
  for (const clash of overwritten(positionals, [given('json')])) {
    problems.push(texts.text('overwrites', { file: clash }))
  }
  for (const name of needed) {
    if (given(name) === null) problems.push(texts.text('measure.optionMissing', { name: `--${name}` }))
  }
  return problems
}
