import { expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { earlierComments } from './comments.ts'
import { followOverTime } from './follow-over-time.ts'
import { decideOpening, regionIndicators } from './indicators.ts'
import { proposePublication } from './publish.ts'
import { waitingDecisions } from './waiting.ts'

const database = await openTestDatabase()
const { doors, bring, renew, comment, review, datasetOf } = openTestStatistics(database)

it('lists what others have asked for to those who may decide, and to nobody else', async () => {
  const actor = await database.actor()
  const colleague = await database.actor('administrator', actor.regionId)
  const reader = await database.actor('reader', actor.regionId)
  const waits = (by: typeof actor) => doors.inRegion(by, (db) => waitingDecisions(db, by))
  expect(await waits(colleague)).toEqual([])

  const dataset = await bring(actor)
  await doors.inRegion(actor, async (db) => {
    await proposePublication(db, actor, { datasetId: dataset.id, openFrom: null, notice: null })
    await followOverTime(db, actor, dataset.slug, { name: 'Gapet', direction: 'parity' })
    const [indicator] = await regionIndicators(db)
    await decideOpening(db, actor, indicator?.id ?? '', 'ask')
  })
  await comment(dataset, actor, 'Gapet krymper')
  await comment(dataset, actor, 'Det växer')

  expect((await waits(colleague)).map(({ kind, count }) => [kind, count])).toEqual([
    ['tables', 1],
    ['indicators', 1],
    ['comments', 2],
  ])
  const stranger = await database.actor('administrator')
  for (const by of [actor, reader, stranger]) expect(await waits(by)).toEqual([])
})

it('counts the reviewed comments on earlier versions', async () => {
  const writer = await database.actor()
  const decider = await database.actor('administrator', writer.regionId)
  const dataset = await bring(writer)
  const said = await comment(dataset, writer, 'Gapet krymper')
  await comment(dataset, writer, 'Ett utkast')
  await review(said, decider)
  await renew(writer, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  const second = await datasetOf(writer, dataset.slug)
  await review(await comment(second, writer, 'Om den nya'), decider)
  const before = (version: number) => doors.inRegion(writer, (db) => earlierComments(db, dataset.id, version))
  expect(await before(2)).toEqual([{ version: 1, count: 1 }])
  expect(await before(1)).toEqual([])
})
