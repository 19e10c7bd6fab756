import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { StatTable } from '@jamvikt/tables'
import { readerScript } from '../../../platform/reader-process.ts'
import type { CubeNews, CubeOrder, CubeTask } from './cube-messages.ts'
import type { CubeQuestion, Noise } from './model-micro.ts'

declare const PERTURBED: unique symbol

/** A table that came out of the engine, with what it was asked. Nothing else makes one. */
export interface PerturbedTable {
  readonly [PERTURBED]: true
  readonly datasetId: string
  readonly version: number
  readonly question: CubeQuestion
  readonly noise: Noise
  readonly table: StatTable
}

const made = new WeakSet<object>()

function isPerturbed(value: object): value is PerturbedTable {
  return made.has(value)
}

/**
 * Stops whatever did not come out of the engine, however it was typed: copies, casts and parsed JSON included.
 * @throws TypeError
 */
export function assertPerturbed(value: object): asserts value is PerturbedTable {
  if (!isPerturbed(value)) throw new TypeError('only a table of the engine may be released')
}

export interface CubeRefusal {
  readonly ok: false
  readonly reason: 'busy' | 'out-of-time' | 'out-of-memory' | 'called-off' | 'engine-failed'
}

export interface CubeRequest extends CubeTask {
  readonly datasetId: string
  readonly version: number
  readonly question: CubeQuestion
}

type Answer = { readonly ok: true; readonly answer: PerturbedTable } | CubeRefusal

interface Waiting {
  readonly request: CubeRequest
  readonly settle: (answer: Answer) => void
}

const MEMORY_MEGABYTES = 1024
const MOST_WAITING = 50
const SECONDS = 30
/** How long a question that is called off may take to end before its process is ended. */
const GRACE_MS = 1000

/**
 * Microdata are counted in one process of their own, a question at a time. A question that takes too long ends the
 * process; the next one starts it anew.
 */
export class CubeProcess {
  readonly #root: string
  readonly #folder: string
  readonly #seconds: number
  readonly #queue: Waiting[] = []
  #child: ChildProcess | null = null
  #running: Waiting | null = null
  #next = 1

  /**
   * @param folder the only one that the process can read
   * @param seconds that a question may take once it is its turn
   */
  constructor(root: string, folder: string, seconds = SECONDS) {
    this.#root = root
    this.#folder = folder
    this.#seconds = seconds
  }

  /** Whether a question is being counted. */
  get isCounting(): boolean {
    return this.#running !== null
  }

  /** The number of the process, where one runs. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** The answer, or `busy` (50 wait already), `out-of-time`, `out-of-memory`, `called-off`, `engine-failed`. */
  ask(request: CubeRequest, signal?: AbortSignal): Promise<Answer> {
    if (signal?.aborted) return Promise.resolve({ ok: false, reason: 'called-off' })
    if (this.#queue.length >= MOST_WAITING) return Promise.resolve({ ok: false, reason: 'busy' })
    return new Promise((resolve) => {
      const callOff = () => this.#callOff(waiting)
      const waiting: Waiting = {
        request,
        settle: (answer) => {
          signal?.removeEventListener('abort', callOff)
          resolve(answer)
        },
      }
      signal?.addEventListener('abort', callOff)
      this.#queue.push(waiting)
      this.#goOn()
    })
  }

  /** Lets what was read of a file go, where a process runs that may have read it; whoever asks of it next finds none. */
  forget(file: string) {
    if (this.#child !== null) send(this.#child, { forget: file })
  }

  /** Ends the process; resolves when it is gone. Questions under way are refused. */
  async stop() {
    for (const { settle } of this.#queue.splice(0)) settle({ ok: false, reason: 'called-off' })
    const child = this.#child
    if (child?.kill('SIGKILL')) await once(child, 'exit')
  }

  #goOn() {
    if (this.#running !== null) return
    const waiting = this.#queue.shift()
    if (waiting === undefined) return
    this.#running = waiting
    this.#put(waiting)
  }

  #put(waiting: Waiting) {
    const child = this.#child ?? this.#start()
    const id = this.#next++
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, this.#seconds * 1000)
    const end = (answer: Answer) => {
      clearTimeout(timer)
      child.off('message', hear)
      child.off('exit', gone)
      child.off('error', gone)
      if (this.#running === waiting) this.#running = null
      waiting.settle(answer)
      this.#goOn()
    }
    const hear = (news: CubeNews) => {
      if (news.id === id) end(answerOf(news, waiting.request))
    }
    // A process that could not be started says `error` and never `exit`.
    const gone = () => {
      if (this.#child === child) this.#child = null
      end({
        ok: false,
        reason: late ? 'out-of-time' : this.#calledOff.has(waiting) ? 'called-off' : 'engine-failed',
      })
    }
    child.on('message', hear)
    child.once('exit', gone)
    child.once('error', gone)
    this.#orderOf.set(waiting, { child, id })
    send(child, { id, task: taskOf(waiting.request) })
  }

  readonly #calledOff = new WeakSet<Waiting>()
  readonly #orderOf = new WeakMap<Waiting, { readonly child: ChildProcess; readonly id: number }>()

  #callOff(waiting: Waiting) {
    const at = this.#queue.indexOf(waiting)
    if (at >= 0) {
      this.#queue.splice(at, 1)
      waiting.settle({ ok: false, reason: 'called-off' })
      return
    }
    const order = this.#orderOf.get(waiting)
    if (order === undefined || this.#running !== waiting) return
    this.#calledOff.add(waiting)
    send(order.child, { id: order.id, cancel: true })
    setTimeout(() => {
      if (this.#running === waiting) order.child.kill('SIGKILL')
    }, GRACE_MS).unref()
  }

  #start() {
    const child = fork(readerScript(this.#root, 'modules', 'statistics', 'micro', 'cube-worker.ts'), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MEMORY_MEGABYTES}`, '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', JAMVIKT_MICRO_FOLDER: this.#folder },
    })
    child.on('exit', () => {
      if (this.#child === child) this.#child = null
    })
    child.on('error', () => undefined)
    this.#child = child
    return child
  }
}

function send(child: ChildProcess, order: CubeOrder) {
  child.send(order, () => undefined)
}

function taskOf({ name, source, file, contents, plan, noise }: CubeRequest): CubeTask {
  return { name, source, file, contents, plan, noise }
}

function answerOf(news: CubeNews, { datasetId, version, question, noise }: CubeRequest): Answer {
  if ('failed' in news) {
    const reasons = {
      interrupted: 'called-off',
      'out-of-memory': 'out-of-memory',
      failed: 'engine-failed',
    } as const
    return { ok: false, reason: reasons[news.failed] }
  }
  const answer = Object.freeze({ datasetId, version, question, noise, table: news.table })
  made.add(answer)
  if (!isPerturbed(answer)) throw new TypeError('an answer lost its mark')
  return { ok: true, answer }
}
