import { fork } from 'node:child_process'
import path from 'node:path'

export interface ReaderLimits {
  readonly memoryMegabytes: number
  readonly seconds: number
}
export type ReaderFailure = 'out-of-time' | 'out-of-memory' | 'crashed'

/**
 * Lets a process of its own read a foreign file. Each answer is handed to `take`, and the reader goes on when it is
 * taken, so that neither side gathers a whole file. Whatever the file does, a crash, a full memory or a passed time
 * limit comes back as a value; only an error of `take` itself is thrown.
 */
export function runReader<Task extends object, Answer>(
  script: string,
  task: Task,
  take: (answer: Answer) => Promise<void>,
  limits: ReaderLimits,
): Promise<ReaderFailure | null> {
  const child = fork(script, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, '--no-warnings'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
  })
  return new Promise((resolve, reject) => {
    let late = false
    let said = ''
    let work = Promise.resolve()
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
    })
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limits.seconds * 1000)
    child.on('message', (answer: Answer) => {
      work = work.then(async () => {
        await take(answer)
        if (child.connected) child.send('next', () => undefined)
      })
      work.catch((error: unknown) => {
        child.kill('SIGKILL')
        reject(error instanceof Error ? error : new Error('reader', { cause: error }))
      })
    })
    child.on('error', () => undefined)
    child.on('exit', (code) => {
      clearTimeout(timer)
      const failure = late
        ? 'out-of-time'
        : /heap out of memory|allocation failed/i.test(said)
          ? 'out-of-memory'
          : 'crashed'
      work.then(() => resolve(code === 0 && !late ? null : failure), reject)
    })
    child.send(task, () => undefined)
  })
}

/** The path of a reader's script, run from its source. */
export function readerScript(root: string, ...place: readonly string[]) {
  return path.join(root, 'apps', 'web', 'src', ...place)
}

/** The reader's side: carries out the one task it gets, then ends. `say` waits until the answer is taken. */
export function serveReader<Task, Answer>(
  carryOut: (task: Task, say: (answer: Answer) => Promise<void>) => Promise<void>,
) {
  let goOn: () => void = () => undefined
  const say = async (answer: Answer) => {
    const taken = new Promise<void>((resolve) => {
      goOn = resolve
    })
    process.send?.(answer)
    await taken
  }
  process.on('message', (message: Task | 'next') => {
    if (message === 'next') goOn()
    else
      carryOut(message, say).then(
        () => process.exit(0),
        () => process.exit(1),
      )
  })
}
