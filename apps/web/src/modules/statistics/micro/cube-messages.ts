import type { StatTable } from '@jamvikt/tables'
import type { MicroContents, Noise } from './model-micro.ts'
import type { QuestionPlan } from './rules/question.ts'

/** A question to the engine: which list, what of it, and how much noise. */
export interface CubeTask {
  readonly name: string
  readonly source: string
  /** Path of the list's sums. */
  readonly file: string
  readonly contents: MicroContents
  readonly plan: QuestionPlan
  readonly noise: Noise
}

export type CubeOrder =
  | { readonly id: number; readonly task: CubeTask }
  | { readonly id: number; readonly cancel: true }
  /** The file is gone: what was read of it goes too. */
  | { readonly forget: string }

/** What the engine says: a table with noise, never a true figure; or that it did not manage. */
export type CubeNews =
  | { readonly id: number; readonly table: StatTable }
  | { readonly id: number; readonly failed: 'interrupted' | 'out-of-memory' | 'failed' }
