import type { LaidReport } from '../documents/laid-out.ts'
import type { ReportStyle } from '../model-style.ts'

export type WrittenKind = 'docx' | 'pdf' | 'xlsx'

export interface DocumentTask {
  readonly kind: WrittenKind
  readonly report: LaidReport
  readonly style: ReportStyle
  /** The region’s own Word template, for Word. */
  readonly template: Uint8Array | null
}
export type DocumentAnswer =
  /** How much is done, 0–1. */
  { readonly done: number } | { readonly bytes: Uint8Array<ArrayBuffer> }

/** Says how much is done, 0–1; waits until it is heard. */
export type Progress = (done: number) => Promise<void>
