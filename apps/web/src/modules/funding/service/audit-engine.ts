import { type ChildProcess, fork } from 'node:child_process'
import { readerScript } from '../../../platform/reader-process.ts'
import type { EngineAnswer, EngineTask } from '../worker/engine-messages.ts'

interface Waiting {
  resolve: (answer: EngineAnswer) => void
  reject: (error: Error) => void
}

const KEPT_ANSWERS = 60
const SECONDS = 60
const MEMORY_MEGABYTES = 768

/**
 * The audit's arithmetic in a process of its own, with limits of memory and time, so that no page waits for another's
 * figures and none can bring the server down. Answers are kept by question: a list's version is part of it, so that a
 * changed list is never answered from before.
 */
export class AuditEngine {
  readonly #root: string
  readonly #appUrl: string
  readonly #waiting = new Map<number, Waiting>()
  readonly #kept = new Map<string, Promise<EngineAnswer>>()
  #process: ChildProcess | null = null
  #next = 1

  constructor(root: string, appUrl: string) {
    this.#root = root
    this.#appUrl = appUrl
  }

  /** The answer to a question; `task` is made only when the answer is not kept already. */
  ask(key: string, task: () => EngineTask | Promise<EngineTask>): Promise<EngineAnswer> {
    const known = this.#kept.get(key)
    const answer = known ?? Promise.resolve(task()).then((made) => this.#run(made))
    this.#kept.delete(key)
    this.#kept.set(key, answer)
    if (!known) answer.catch(() => this.#kept.delete(key))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_ANSWERS) break
      this.#kept.delete(oldest)
    }
    return answer
  }

  stop() {
    this.#process?.kill()
  }

  #run(task: EngineTask): Promise<EngineAnswer> {
    const child = this.#process ?? this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), SECONDS * 1000)
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer)
          then(value)
        }
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
      child.send({ id, task }, () => undefined)
    })
  }

  #start() {
    const child = fork(readerScript(this.#root, 'modules', 'funding', 'worker', 'audit-worker.ts'), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MEMORY_MEGABYTES}`, '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', JAMVIKT_APP_URL: this.#appUrl },
    })
    child.on('message', ({ id, answer }: { id: number; answer: EngineAnswer | null }) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (answer) waiting?.resolve(answer)
      else waiting?.reject(new Error('the audit engine failed'))
    })
    child.on('error', () => undefined)
    child.on('exit', () => {
      if (this.#process === child) this.#process = null
      for (const waiting of this.#waiting.values()) waiting.reject(new Error('the audit engine ended'))
      this.#waiting.clear()
    })
    this.#process = child
    return child
  }
}
