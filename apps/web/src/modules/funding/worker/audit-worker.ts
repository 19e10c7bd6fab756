// The audit's arithmetic, in a process of its own with its own connections to the database.
import { openDb } from '../../../platform/db/tenant.ts'
import type { EngineAnswer, EngineTask } from './engine-messages.ts'
import { protectPeriods } from './protect-periods.ts'
import { releasedView } from './released-view.ts'
import { workingView } from './working-view.ts'

const db = openDb(process.env.JAMVIKT_APP_URL ?? '', 2)

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

process.on('message', ({ id, task }: { id: number; task: EngineTask }) => {
  Promise.resolve()
    .then(() => carryOut(task))
    .then(
      (answer) => process.send?.({ id, answer }),
      () => process.send?.({ id, answer: null }),
    )
})
process.on('disconnect', () => process.exit(0))
