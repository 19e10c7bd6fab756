import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readerScript } from '../../../platform/reader-process.ts'
import type { EngineAnswer, EngineNews, EngineTask } from '../worker/engine-messages.ts'

interface Waiting {
  readonly resolve: (answer: EngineAnswer) => void
  readonly reject: (error: Error) => void
  readonly tell: (share: number) => void
}

const MEMORY_MEGABYTES = 768

/** A process for the audit's arithmetic, with limits of memory and time. A task starts it when it does not run. */
export class EngineProcess {
  readonly #root: string
  readonly #appUrl: string
  readonly #seconds: number
  readonly #waiting = new Map<number, Waiting>()
  #process: ChildProcess | null = null
  #next = 1

  /** A task that takes more than `seconds` ends the process. */
  constructor(root: string, appUrl: string, seconds: number) {
    this.#root = root
    this.#appUrl = appUrl
    this.#seconds = seconds
  }

  /** Rejects when the task fails or the process ends. `tell` hears how much of the work is done, 0–1. */
  run(task: EngineTask, tell: (share: number) => void = () => undefined): Promise<EngineAnswer> {
    const child = this.#process ?? this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), this.#seconds * 1000)
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer)
          then(value)
        }
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject), tell })
      child.send({ id, task }, () => undefined)
    })
  }

  /** Ends the process, whatever it works on; resolves when it is gone. */
  async end() {
    const child = this.#process
    if (child?.kill('SIGKILL')) await once(child, 'exit')
  }

  #start() {
    const child = fork(readerScript(this.#root, 'modules', 'funding', 'worker', 'audit-worker.ts'), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MEMORY_MEGABYTES}`, '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', JAMVIKT_APP_URL: this.#appUrl },
    })
    child.on('message', (news: EngineNews) => {
      const waiting = this.#waiting.get(news.id)
      if ('progress' in news) return waiting?.tell(news.progress)
      this.#waiting.delete(news.id)
      if (news.answer) waiting?.resolve(news.answer)
      else waiting?.reject(new Error('the audit engine failed'))
    })
    const gone = () => {
      if (this.#process === child) this.#process = null
      for (const waiting of this.#waiting.values()) waiting.reject(new Error('the audit engine ended'))
      this.#waiting.clear()
    }
    // A process that could not be started says `error` and never `exit`.
    child.on('error', gone)
    child.on('exit', gone)
    this.#process = child
    return child
  }
}
