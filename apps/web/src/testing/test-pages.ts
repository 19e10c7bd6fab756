import type { TestDatabase } from './test-database.ts'
import type { openTestSite } from './test-site.ts'
import { openTestStatistics } from './test-statistics.ts'

/** Pages made and published on a test site by the forms that people use. */
export function openTestPages(database: TestDatabase, site: ReturnType<typeof openTestSite>) {
  const statistics = openTestStatistics(database)
  const { bring, publish } = statistics
  statistics.addPages(site.app)
  const idIn = async (answer: Response) => /name="id" value="([^"]+)"/.exec(await answer.text())?.[1] ?? ''

  /** A page with one figure of an open table, published in the way of every other. */
  async function publishedPage() {
    const by = await site.visitor('analyst')
    const decider = await site.visitor('administrator', by.actor.regionId)
    const dataset = await bring(by.actor)
    const publication = await publish(dataset, { proposer: by.actor, decider: decider.actor })
    const made = await site.post(
      `${by.home}/pages/new`,
      { title: 'Löner i länet', kind: 'free', lede: 'Om lön' },
      { by },
    )
    const inside = made.headers.get('location') ?? ''
    const view = 'gap=ratio'
    const added = await site.post(
      `${by.home}/pages/add`,
      { dataset: dataset.slug, version: '1', view, where: 'loner-i-lanet' },
      { by },
    )
    await site.post(
      added.headers.get('location') ?? '',
      { revision: '2', heading: 'Lön', body: 'Kvinnor har **lägre** lön.' },
      { by },
    )
    await site.post(`${inside}/publication`, { act: 'propose' }, { by })
    const id = await idIn(await site.get(`${inside}/publication`, { by: decider }))
    const approved = await site.post(`${inside}/publication`, { act: 'approve', id }, { by: decider })
    if (approved.status !== 303) throw new Error('not approved')
    const home = `/open/r-${by.actor.regionId.slice(0, 8)}`
    return { by, decider, dataset, publication, inside, id, home, page: `${home}/pages/loner-i-lanet` }
  }

  return { ...statistics, publishedPage, idIn }
}
