import { type ReaderFailure, readerScript, runReader } from '../../../platform/reader-process.ts'
import type { LaidReport } from '../documents/laid-out.ts'
import type { ReportStyle } from '../model-style.ts'
import type { DocumentAnswer, DocumentTask, WrittenKind } from '../worker/messages.ts'
import { FewAtATime } from './few-at-a-time.ts'

export type MadeDocument =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: 'busy' | ReaderFailure }

/** Two at a time leave the pages their share of the machine. */
const AT_ONCE = 2
const MOST_WAITING = 20
const LIMITS = { memoryMegabytes: 512, seconds: 60 }

/** Has documents written in processes of their own, with limits of memory and time, a few at a time. */
export class DocumentMaker {
  readonly #script: string
  readonly #limits: typeof LIMITS
  readonly #turns: FewAtATime

  constructor(root: string, limits: typeof LIMITS = LIMITS, mostWaiting = MOST_WAITING) {
    this.#script = readerScript(root, 'modules', 'reporting', 'worker', 'documents-worker.ts')
    this.#limits = limits
    this.#turns = new FewAtATime(AT_ONCE, mostWaiting)
  }

  /**
   * One document.
   * @param template the region’s own, which Word is written in
   * @param progress hears how much is done, 0–1
   * @returns its bytes, or `busy` (20 wait already), `out-of-time`, `out-of-memory` or `crashed`
   */
  async make(
    kind: WrittenKind,
    report: LaidReport,
    style: ReportStyle,
    template: Uint8Array | null = null,
    progress: (done: number) => void = () => undefined,
  ): Promise<MadeDocument> {
    const made = await this.#turns.run(() => this.#make({ kind, report, style, template }, progress))
    return made === 'busy' ? { ok: false, reason: 'busy' } : made
  }

  async #make(task: DocumentTask, progress: (done: number) => void): Promise<MadeDocument> {
    let bytes: Uint8Array<ArrayBuffer> | null = null
    const failure = await runReader<DocumentTask, DocumentAnswer>(
      this.#script,
      task,
      (answer) => {
        if ('bytes' in answer) bytes = answer.bytes
        else progress(answer.done)
        return Promise.resolve()
      },
      this.#limits,
    )
    if (failure !== null) return { ok: false, reason: failure }
    return bytes === null ? { ok: false, reason: 'crashed' } : { ok: true, bytes }
  }
}
