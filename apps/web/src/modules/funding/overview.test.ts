import { expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestFunding } from '../../testing/test-funding.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { openTestStatistics } from '../../testing/test-statistics.ts'
import { addFunding } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
addFunding(site.app, site.platform, openTestFunding(database).doors)
const { bring, comment } = openTestStatistics(database)

it('leads to what waits for the reader’s decision, and says nothing where nothing waits', async () => {
  const analyst = await site.visitor('analyst')
  const colleague = await site.visitor('administrator', analyst.actor.regionId)
  const overview = async (by: typeof analyst) => (await site.get(by.home, { by })).text()
  expect(await overview(colleague)).not.toContain('Waiting for your decision')
  const dataset = await bring(analyst.actor)
  await comment(dataset, analyst.actor, 'Gapet krymper')
  const place = `${colleague.home}/statistics/${dataset.slug}?version=1`
  expect(await overview(colleague)).toContain(`href="${place}">One comment to review: ${dataset.name}`)
  expect(await overview(analyst)).not.toContain('Waiting for your decision')
})
