import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { EngineAnswer, EngineTask } from '../worker/engine-messages.ts'

interface Waiting {
  resolve: (answer: EngineAnswer) => void
  reject: (error: Error) => void
}

const KEPT_ANSWERS = 60
const SECONDS = 60

/**
 * The audit's arithmetic in a thread of its own, so that no page waits for another's figures. Answers are kept by
 * question: a list's version is part of it, so that a changed list is never answered from before.
 */
export class AuditEngine {
  readonly #root: string
  readonly #appUrl: string
  readonly #waiting = new Map<number, Waiting>()
  readonly #kept = new Map<string, Promise<EngineAnswer>>()
  #worker: Worker | null = null
  #next = 1

  constructor(root: string, appUrl: string) {
    this.#root = root
    this.#appUrl = appUrl
  }

  ask(task: EngineTask): Promise<EngineAnswer> {
    const key = JSON.stringify(task)
    const known = this.#kept.get(key)
    if (known) {
      this.#kept.delete(key)
      this.#kept.set(key, known)
      return known
    }
    const answer = this.#run(task)
    this.#kept.set(key, answer)
    answer.catch(() => this.#kept.delete(key))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_ANSWERS) break
      this.#kept.delete(oldest)
    }
    return answer
  }

  async stop() {
    await this.#worker?.terminate()
  }

  #run(task: EngineTask): Promise<EngineAnswer> {
    const worker = this.#worker ?? this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void worker.terminate(), SECONDS * 1000)
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer)
          then(value)
        }
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
      worker.postMessage({ id, task })
    })
  }

  #start() {
    const file = path.join(
      this.#root,
      'apps',
      'web',
      'src',
      'modules',
      'funding',
      'worker',
      'audit-worker.ts',
    )
    const worker = new Worker(file, {
      workerData: { appUrl: this.#appUrl },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
      execArgv: ['--no-warnings'],
    })
    worker.on('message', ({ id, answer, error }: { id: number; answer?: EngineAnswer; error?: Error }) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (answer) waiting?.resolve(answer)
      else waiting?.reject(error ?? new Error('the audit engine gave no answer'))
    })
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
      for (const waiting of this.#waiting.values()) waiting.reject(new Error('the audit engine ended'))
      this.#waiting.clear()
    })
    this.#worker = worker
    return worker
  }
}
