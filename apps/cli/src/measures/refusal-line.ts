import type { Refusal } from '@jamvikt/equity'
import type { Texts } from '../messages.ts'
import type { Problems } from '../options.ts'

/** How a path of the input is called in the file: `strata[3].n` is a row and a column. */
export type Naming = (culprit: string) => string

const OPTIONS: Readonly<Record<string, string>> = {
  points: '--quadrature',
  draws: '--bootstrap',
  seed: '--seed',
  margin: '--margin',
  confidence: '--confidence',
  responseRate: '--response-rate',
  designEffect: '--design-effect',
}

/** `options.draws` and `errors.draws` as the option that gave them. */
export function optionOf(culprit: string): string {
  return OPTIONS[culprit.split('.').at(-1) ?? ''] ?? culprit
}

/** A refusal in words, naming what is at fault as the file's reader knows it. */
export function refusalProblem({ reason, culprit }: Refusal, naming: Naming, texts: Texts): Problems {
  const text = texts.known(`refusal.${reason}`, reason)
  return { ok: false, problems: [texts.text('measure.refused', { culprit: naming(culprit), text })] }
}

/** Names `rows[3].n` or `strata[3].mean` by the file's row and the column that stands for the field. */
export function byRow(
  rowOf: readonly number[],
  columns: Readonly<Record<string, string>>,
  texts: Texts,
): Naming {
  return (culprit) => {
    const [, index, field] = /\[(\d+)\](?:\.(.+))?$/.exec(culprit) ?? []
    const column = columns[field ?? ''] ?? columns[culprit.split('.').at(-1) ?? ''] ?? field
    if (index === undefined) return columns[culprit] ?? column ?? optionOf(culprit)
    const row = rowOf[Number(index)] ?? '–'
    return column === undefined || column === 'by' || column.startsWith('by.')
      ? texts.text('measure.row', { row })
      : texts.text('measure.place', { row, column })
  }
}
