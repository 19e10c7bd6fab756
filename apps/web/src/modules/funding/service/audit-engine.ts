import { setTimeout as sleep } from 'node:timers/promises'
import { errorFields, log } from '../../../platform/log.ts'
import type { EngineAnswer, EngineTask } from '../worker/engine-messages.ts'
import { EngineProcess } from './engine-process.ts'

/** Where a question stands; `share`: how much of the work is done, 0–1. */
export type Standing =
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'done'; readonly answer: EngineAnswer }
  | { readonly state: 'failed' }

type MakeTask = () => EngineTask | Promise<EngineTask>

/** A question, from when it is put until it is forgotten. */
class Question {
  readonly answer: Promise<EngineAnswer>
  readonly calledOff = new AbortController()
  standing: Standing = { state: 'running', share: 0 }

  constructor(work: (question: Question) => Promise<EngineAnswer>) {
    this.answer = work(this).then(
      (answer) => {
        this.standing = { state: 'done', answer }
        return answer
      },
      (error: unknown) => {
        this.standing = { state: 'failed' }
        throw error
      },
    )
    this.answer.catch(() => undefined)
  }
}

const KEPT_QUESTIONS = 60
const FIGURES_SECONDS = 60
const PROTECTION_SECONDS = 300
const PATIENCE_MS = 1500

/**
 * The audit's arithmetic in processes of their own, so that no page waits for another's figures and none can bring the
 * server down: one process for all figures, and one for each protection of a list, one at a time. Answers are kept by
 * question: a list's version is part of it, so that a changed list is never answered from before.
 */
export class AuditEngine {
  readonly #root: string
  readonly #appUrl: string
  readonly #patienceMs: number
  readonly #figures: EngineProcess
  readonly #kept = new Map<string, Question>()
  #lastProtection: Promise<unknown> = Promise.resolve()

  /** `patienceMs`: how long `look` waits. */
  constructor(root: string, appUrl: string, patienceMs = PATIENCE_MS) {
    this.#root = root
    this.#appUrl = appUrl
    this.#patienceMs = patienceMs
    this.#figures = new EngineProcess(root, appUrl, FIGURES_SECONDS)
  }

  /** The answer to a question; `task` is made only when none is kept. A question that failed is put again. */
  ask(key: string, task: MakeTask): Promise<EngineAnswer> {
    return this.#put(key, task).answer
  }

  /** Where a question stands after a moment's wait. One that failed says so until it is put again or forgotten. */
  async look(key: string, task: MakeTask): Promise<Standing> {
    if (this.standing(key)?.state === 'failed') return { state: 'failed' }
    const question = this.#put(key, task)
    if (question.standing.state === 'running') {
      const moment = sleep(this.#patienceMs, undefined, { ref: false })
      await Promise.race([question.answer, moment]).catch(() => undefined)
    }
    return question.standing
  }

  /** Where a question stands; null when it was never put, or is forgotten. */
  standing(key: string): Standing | null {
    return this.#kept.get(key)?.standing ?? null
  }

  /** Forgets a question that has no answer yet; a protection under way is ended. */
  forget(key: string) {
    const question = this.#kept.get(key)
    if (!question || question.standing.state === 'done') return
    question.calledOff.abort()
    this.#kept.delete(key)
  }

  stop() {
    for (const question of this.#kept.values()) question.calledOff.abort()
    void this.#figures.end()
  }

  #put(key: string, task: MakeTask): Question {
    const known = this.#kept.get(key)
    const question =
      known && known.standing.state !== 'failed'
        ? known
        : new Question(async (put) => this.#carryOut(await task(), put))
    this.#kept.delete(key)
    this.#kept.set(key, question)
    for (const [oldest, { standing }] of this.#kept) {
      if (this.#kept.size <= KEPT_QUESTIONS) break
      if (standing.state !== 'running') this.#kept.delete(oldest)
    }
    return question
  }

  #carryOut(task: EngineTask, question: Question): Promise<EngineAnswer> {
    if (task.task !== 'protect') return this.#figures.run(task)
    const answer = this.#lastProtection.then(() => this.#protect(task, question))
    this.#lastProtection = answer.catch((error: unknown) => {
      if (!question.calledOff.signal.aborted) log('error', 'protection', errorFields(error))
    })
    return answer
  }

  async #protect(task: EngineTask, question: Question): Promise<EngineAnswer> {
    const { signal } = question.calledOff
    signal.throwIfAborted()
    const process = new EngineProcess(this.#root, this.#appUrl, PROTECTION_SECONDS)
    const end = () => process.end()
    signal.addEventListener('abort', end)
    try {
      return await process.run(task, (share) => {
        question.standing = { state: 'running', share }
      })
    } finally {
      await end()
    }
  }
}
