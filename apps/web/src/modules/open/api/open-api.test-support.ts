import { type StatTable, writeJsonStat, writePx } from '@jamvikt/tables'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { openTestStatistics } from '../../../testing/test-statistics.ts'
import type { Dataset } from '../../statistics/public.ts'
import { LARGE_TABLE, RICH_TABLE } from './rich-table.test-support.ts'
import { addApi } from './routes.ts'

const SITE = 'http://localhost:4000'

/** A region that has published a rich table and a large one, and its API as programs call it. */
export async function openTestApi(now: () => Date = () => new Date()) {
  const database = await openTestDatabase()
  const site = openTestSite(database)
  addApi(site.app, site.platform, now)
  const statistics = openTestStatistics(database)
  const proposer = await database.actor('analyst')
  const decider = await database.actor('analyst', proposer.regionId)
  const publish = async (content: string, about: Partial<Dataset>) => {
    const dataset = await statistics.bring(proposer, content, about)
    await statistics.publish(dataset, { proposer, decider })
    return dataset
  }
  const home = `r-${proposer.regionId.slice(0, 8)}`
  await publish(pxOf(RICH_TABLE), {
    slug: 'personer',
    name: 'Personer',
    area: 'power',
    description: 'Personer i Dalarna.',
    contact: 'Statistik, statistik@region.invalid',
  })
  await publish([...writeJsonStat(LARGE_TABLE)].join(''), {
    slug: 'stor',
    name: 'Stor',
    licence: 'Egen licens',
  })
  let callers = 0
  /** Each call comes from an address of its own, so that calls are not counted together. */
  const call = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) => {
    callers += 1
    return site.app.request(
      `${SITE}${path}`,
      {
        ...init,
        headers: { ...(init.body == null ? {} : { 'content-type': 'application/json' }), ...headers },
      },
      { incoming: { socket: { remoteAddress: `10.1.${callers >> 8}.${callers & 255}` } } },
    )
  }
  return {
    home,
    site,
    statistics,
    proposer,
    decider,
    publish,
    call,
    v1: (path: string, init?: RequestInit) => call(`/api/${home}/v1${path}`, init),
    v2: (path: string, init?: RequestInit, headers?: Record<string, string>) =>
      call(`/api/${home}/v2${path}`, init, headers),
  }
}

function pxOf(table: StatTable): string {
  return Buffer.concat([...writePx(table, { charset: 'utf-8' })]).toString('utf8')
}

export function posted(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body) }
}

/** The parameters that ask for all of the rich table. */
export function allOf(table: StatTable, more: Record<string, string> = {}): string {
  const params = new URLSearchParams(more)
  for (const { id } of table.dimensions) params.set(`valueCodes[${id}]`, '*')
  return String(params)
}
