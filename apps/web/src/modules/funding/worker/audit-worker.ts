// The audit's arithmetic, in a thread of its own with its own connections to the database.
import { parentPort, workerData } from 'node:worker_threads'
import { openDb } from '../../../platform/db/tenant.ts'
import type { EngineAnswer, EngineTask } from './engine-messages.ts'
import { protectPeriods } from './protect-periods.ts'
import { releasedView } from './released-view.ts'
import { workingView } from './working-view.ts'

const db = openDb(workerData.appUrl, 2)

function carryOut(task: EngineTask): Promise<EngineAnswer> | EngineAnswer {
  switch (task.task) {
    case 'working':
      return workingView(db, task)
    case 'released':
      return releasedView(task)
    case 'protect':
      return protectPeriods(db, task)
  }
}

parentPort?.on('message', async ({ id, task }: { id: number; task: EngineTask }) => {
  try {
    parentPort?.postMessage({ id, answer: await carryOut(task) })
  } catch (error) {
    parentPort?.postMessage({ id, error })
  }
})
