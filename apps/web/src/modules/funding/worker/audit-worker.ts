// The audit's arithmetic, in a process of its own with its own connections to the database.
import { openDb } from '../../../platform/db/tenant.ts'
import type { EngineAnswer, EngineNews, EngineTask } from './engine-messages.ts'
import { protectPeriods } from './protect-periods.ts'
import { releasedView } from './released-view.ts'
import { workingView } from './working-view.ts'

const db = openDb(process.env.JAMVIKT_APP_URL ?? '', 2)

const say = (news: EngineNews) => process.send?.(news)

function carryOut(task: EngineTask, progress: (share: number) => void): Promise<EngineAnswer> | EngineAnswer {
  switch (task.task) {
    case 'working':
      return workingView(db, task)
    case 'released':
      return releasedView(task)
    case 'protect':
      return protectPeriods(db, task, progress)
  }
}

/** Says how far a task has come, a whole per cent at a time. */
function progressOf(id: number) {
  let said = 0
  return (share: number) => {
    if (share < said + 0.01) return
    said = share
    say({ id, progress: share })
  }
}

process.on('message', ({ id, task }: { id: number; task: EngineTask }) => {
  Promise.resolve()
    .then(() => carryOut(task, progressOf(id)))
    .then(
      (answer) => say({ id, answer }),
      () => say({ id, answer: null }),
    )
})
process.on('disconnect', () => process.exit(0))
