// Counts microdata in a process of its own. True figures stay here: what is said are tables with noise.
import type { CubeNews, CubeOrder, CubeTask } from './cube-messages.ts'
import { CubeTables } from './cube-tables.ts'
import { openDuck } from './duck.ts'

const MEMORY_MEGABYTES = 1024

const duck = await openDuck(process.env.JAMVIKT_MICRO_FOLDER ?? '', MEMORY_MEGABYTES)
const tables = new CubeTables(duck)
const calledOff = new Set<number>()
/** One order at a time: a list is not let go while it is counted. */
let work: Promise<void> = Promise.resolve()

const say = (news: CubeNews) => process.send?.(news)

process.on('message', (order: CubeOrder) => {
  if ('forget' in order) {
    work = work.then(() => tables.forget(order.forget)).catch(() => process.exit(1))
    return
  }
  if ('cancel' in order) {
    calledOff.add(order.id)
    duck.interrupt()
    return
  }
  const { id } = order
  work = work
    .then(() => answer(order.task))
    .then(
      (table) => void say({ id, table }),
      (error: unknown) => void say({ id, failed: calledOff.delete(id) ? 'interrupted' : failureOf(error) }),
    )
})
process.on('disconnect', () => process.exit(0))

/** Where memory is full of lists that were asked for before, they make room once. */
async function answer(task: CubeTask) {
  try {
    return await tables.answer(task)
  } catch (error) {
    if (failureOf(error) !== 'out-of-memory') throw error
    await tables.clear()
    return await tables.answer(task)
  }
}

function failureOf(error: unknown) {
  return error instanceof Error && /out of memory/i.test(error.message) ? 'out-of-memory' : 'failed'
}
