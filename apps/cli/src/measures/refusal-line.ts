import type { Refusal } from '@jamvikt/equity'
import type { Texts } from '../messages.ts'
import type { Problems } from '../options.ts'

/** How a path of the input is called in the file: `strata[3].n` is a row and a column. */
export type Naming = (culprit: string) => string

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
    const column = columns[field ?? ''] ?? columns[culprit.split('.').at(-1) ?? ''] ?? field ?? culprit
    if (index === undefined) return columns[culprit] ?? column
    return texts.text('measure.place', { row: rowOf[Number(index)] ?? '–', column })
  }
}
