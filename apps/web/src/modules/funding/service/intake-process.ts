import { fork } from 'node:child_process'
import path from 'node:path'
import type { IntakeFailure } from '../model.ts'
import type { IntakeAnswer, IntakeTask } from '../worker/messages.ts'

export interface IntakeLimits {
  readonly memoryMegabytes: number
  readonly seconds: number
}
export const INTAKE_LIMITS: IntakeLimits = { memoryMegabytes: 768, seconds: 600 }

/**
 * Lets a process of its own read a foreign file, handing each answer to `take`. Never throws for what the file does:
 * a crash, a full memory or a passed time limit comes back as a failure.
 */
export function runIntake(
  root: string,
  task: IntakeTask,
  take: (answer: IntakeAnswer) => Promise<void>,
  limits: IntakeLimits = INTAKE_LIMITS,
): Promise<IntakeFailure | null> {
  const file = path.join(root, 'apps', 'web', 'src', 'modules', 'funding', 'worker', 'intake-worker.ts')
  const child = fork(file, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, '--no-warnings'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
  })
  return new Promise((resolve, reject) => {
    let failure: IntakeFailure | null = null
    let finished = false
    let said = ''
    let work = Promise.resolve()
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
    })
    const timer = setTimeout(() => {
      failure = { kind: 'worker', reason: 'out-of-time' }
      child.kill('SIGKILL')
    }, limits.seconds * 1000)
    child.on('message', (answer: IntakeAnswer) => {
      work = work.then(async () => {
        if (answer.kind === 'refused') failure = answer.failure
        if (answer.kind === 'refused' || answer.kind === 'done' || answer.kind === 'inspected')
          finished = true
        await take(answer)
        if (
          child.connected &&
          (answer.kind === 'cases' || answer.kind === 'aggregates' || answer.kind === 'refusals')
        )
          child.send('next')
      })
      work.catch((error: unknown) => {
        child.kill('SIGKILL')
        reject(error instanceof Error ? error : new Error('intake', { cause: error }))
      })
    })
    child.on('exit', () => {
      clearTimeout(timer)
      work.then(() => {
        if (!failure && !finished)
          failure = {
            kind: 'worker',
            reason: /heap out of memory|allocation failed/i.test(said) ? 'out-of-memory' : 'crashed',
          }
        resolve(failure)
      }, reject)
    })
    child.send(task)
  })
}
