import { Worker } from 'node:worker_threads'

const LOOKS = `
Promise.all([import('node:worker_threads'), import('node:fs')]).then(([{ workerData }, { writeSync }]) =>
  setInterval(() => {
    if (process.memoryUsage.rss() < workerData) return
    writeSync(2, 'allocation failed: the process holds too much\\n')
    process.kill(process.pid, 'SIGKILL')
  }, 50))`

/** Ends this process when it holds more than so much in all; a thread looks, since a long task does not let go. */
export function endAtMemory(megabytes: number): void {
  new Worker(LOOKS, { eval: true, execArgv: [], workerData: megabytes * 1024 * 1024 }).unref()
}
