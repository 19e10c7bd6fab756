import { Worker } from 'node:worker_threads'
import { readerScript } from '../../../platform/reader-process.ts'
import type { PngAnswer, PngTask } from './png-worker.ts'

interface Drawing {
  readonly width: number
  readonly height: number
  readonly text: string
}

export type PngResult =
  | { readonly ok: true; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: 'busy' | 'too-large' | 'out-of-time' | 'failed' }

interface Waiting {
  readonly task: Omit<PngTask, 'id'>
  readonly settle: (result: PngResult) => void
}

const MOST_WAITING = 20
const MOST_CHARACTERS = 4 * 1024 * 1024
/** Twice as many points as the drawing has, for sharp screens and print, but no more than this in all. */
const SHARP = 2
const MOST_POINTS = 12_000_000
const MOST_HEIGHT = 12_000
const PATIENCE_MS = 15_000
const IDLE_MS = 60_000
const MEMORY_MEGABYTES = 128

/**
 * Draws pictures as PNG beside the server’s own work: in one thread, one at a time. A picture that takes too long ends the
 * thread, and the next begins a new one; so does rest, since a thread that waits holds memory.
 */
export class PngMaker {
  readonly #script: string
  readonly #patience: number
  readonly #queue: Waiting[] = []
  #worker: Worker | null = null
  #isBusy = false
  #rest: NodeJS.Timeout | undefined
  #next = 1

  constructor(root: string, patience = PATIENCE_MS) {
    this.#script = readerScript(root, 'modules', 'statistics', 'picture', 'png-worker.ts')
    this.#patience = patience
  }

  /** The picture, or `busy` (20 wait already), `too-large`, `out-of-time` or `failed`. */
  draw({ text, width, height }: Drawing, sharp = SHARP): Promise<PngResult> {
    if (text.length > MOST_CHARACTERS || height > MOST_HEIGHT)
      return Promise.resolve({ ok: false, reason: 'too-large' })
    if (this.#queue.length >= MOST_WAITING) return Promise.resolve({ ok: false, reason: 'busy' })
    const scale = Math.min(sharp, Math.sqrt(MOST_POINTS / (width * height)))
    return new Promise((settle) => {
      this.#queue.push({ task: { svg: text, width: Math.max(1, Math.round(width * scale)) }, settle })
      this.#goOn()
    })
  }

  #goOn() {
    const waiting = this.#isBusy ? undefined : this.#queue.shift()
    if (waiting === undefined) return
    clearTimeout(this.#rest)
    this.#isBusy = true
    const worker = this.#worker ?? this.#start()
    const id = this.#next++
    const end = (result: PngResult) => {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.off('exit', gone)
      this.#isBusy = false
      waiting.settle(result)
      this.#goOn()
      if (!this.#isBusy) this.#restSoon()
    }
    const hear = (answer: PngAnswer) => {
      if (answer.id === id)
        end('png' in answer ? { ok: true, png: answer.png } : { ok: false, reason: 'failed' })
    }
    let late = false
    const gone = () => end({ ok: false, reason: late ? 'out-of-time' : 'failed' })
    const timer = setTimeout(() => {
      late = true
      void worker.terminate()
    }, this.#patience)
    worker.on('message', hear)
    worker.once('exit', gone)
    worker.postMessage({ id, ...waiting.task } satisfies PngTask)
  }

  #start(): Worker {
    const worker = new Worker(this.#script, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    })
    // What goes wrong in the thread ends it, and the picture under way is refused.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    worker.unref()
    this.#worker = worker
    return worker
  }

  #restSoon() {
    this.#rest = setTimeout(() => {
      const worker = this.#worker
      this.#worker = null
      void worker?.terminate()
    }, IDLE_MS).unref()
  }
}
