// What statistics are waited for: exploring, the open API, the map, open pages from what is kept, search among many.
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { MUNICIPALITIES } from '@jamvikt/domain'
import { discardData } from '../apps/web/src/testing/discard-data.ts'
import { build, startServer } from '../e2e/running-server.ts'
import { type Analyst, analystAt, crowd, quantile } from './analyst.ts'
import { machine, startResults } from './results.ts'
import { visitorWith } from './visitor.ts'

const USERS = 20
const REQUESTS = 1000
const DATASETS = 100
const OPEN_SECONDS = 5
const OPEN_VISITORS = 64
const { note, write } = startResults()

/** 11,600 invented figures: women and men of every municipality over twenty years. */
function wages(): string {
  const rows = MUNICIPALITIES.flatMap(({ code }, place) =>
    Array.from({ length: 20 }, (_, year) =>
      ['kvinnor', 'män'].map(
        (sex, s) => `${code};${sex};${2000 + year};${200 + (place % 40) + 3 * year + 60 * s}`,
      ),
    ).flat(),
  )
  return ['kommun;kön;år;value', ...rows].join('\n')
}

async function bring(analyst: Analyst, name: string, csv: string): Promise<string> {
  const file = new FormData()
  file.set('file', new File([csv], 'bench.csv'))
  const draft = await analyst.post(`${analyst.home}/statistics/new`, file)
  const about = {
    name,
    producer: 'Påhittad',
    licence: 'CC0',
    area: 'economy',
    rhythm: 'yearly',
    public: 'on',
  }
  const kept = await analyst.post(draft.url, new URLSearchParams(about))
  if (!kept.url.includes('/statistics/')) throw new Error('the table was not kept')
  return kept.url
}

async function publish(analyst: Analyst, colleague: Analyst, table: string) {
  await analyst.post(`${table}/publication`, new URLSearchParams({ act: 'propose' }))
  const page = await colleague.get(`${table}/publication`)
  const id = /name="id" value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? ''
  await colleague.post(`${table}/publication`, new URLSearchParams({ act: 'approve', id }))
}

/** Answers a second that visitors get who each ask again as soon as they are answered. */
async function answersASecond(address: string): Promise<number> {
  const visitor = visitorWith({})
  const until = performance.now() + 1000 * OPEN_SECONDS
  let answers = 0
  const ask = async () => {
    while (performance.now() < until) {
      await visitor.ask(address)
      answers++
    }
  }
  await Promise.all(Array.from({ length: OPEN_VISITORS }, ask))
  visitor.leave()
  return answers / OPEN_SECONDS
}

async function measureTables(dataDir: string) {
  const server = await startServer(dataDir)
  try {
    const analyst = await analystAt(server)
    const colleague = await analystAt(server, 'administrator')
    const table = await bring(analyst, 'Löner i kommunerna', wages())
    await publish(analyst, colleague, table)
    const years = [2005, 2012, 2019]
    const views = ['', '&gap=ratio', '&gap=ratio&chart=map', '&gap=difference&chart=dots'].flatMap((view) =>
      years.map((year) => `${table}?rows=kommun&in.år=${year}${view}`),
    )
    for (const view of views) await analyst.get(view)
    const times = await crowd(analyst, views, USERS, REQUESTS)
    const again = `explorer answer, ${views.length} views that have been asked for, ${USERS} at a time without a pause`
    note(`${again}, p50`, quantile(times, 0.5), 'ms', null)
    note(`${again}, p95`, quantile(times, 0.95), 'ms', 200)
    const unseen = (charts: readonly string[]) =>
      charts.flatMap((chart) =>
        ['ratio', 'difference'].flatMap((gap) =>
          Array.from(
            { length: 20 },
            (_, year) => `${table}?rows=kommun&in.år=${2000 + year}&gap=${gap}&chart=${chart}`,
          ),
        ),
      )
    for (const [charts, pauseMs, pause] of [
      [['bars', 'map'], 0, 'without a pause'],
      [['dots', 'heat'], 1000, 'who look at each for a second'],
    ] as const) {
      const views = unseen(charts)
      const firsts = await crowd(analyst, views, USERS, views.length, pauseMs)
      const first = `explorer answer, ${views.length} views that nobody has asked for, ${USERS} at a time, ${pause}`
      note(`${first}, p50`, quantile(firsts, 0.5), 'ms', null)
      note(`${first}, p95`, quantile(firsts, 0.95), 'ms', 200)
    }

    const site = analyst.home.split('/')[2] ?? ''
    const slug = table.split('/').at(-1) ?? ''
    const map = await (await fetch(`${server.address}/open/${site}/${slug}?gap=ratio&chart=map`)).text()
    const drawing =
      /<svg[^>]*class="map[\s\S]*?<\/svg>/.exec(map)?.[0] ??
      /<svg(?![\s\S]*<svg)[\s\S]*?<\/svg>/.exec(map)?.[0] ??
      ''
    const scripts = [...map.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = '']) => source)
    let script = 0
    for (const source of scripts)
      script += gzipSync(Buffer.from(await (await fetch(server.address + source)).arrayBuffer())).length
    note('map page: script, gzipped', script / 1024, 'KB', 60)
    note(
      'map page: the page with its map, gzipped',
      gzipSync(map).length / 1024,
      'KB',
      120,
      `the drawing alone ${(gzipSync(drawing).length / 1024).toFixed(1)} KB`,
    )
    const open = `${server.address}/open/${site}/${slug}?gap=ratio&chart=map`
    note(
      'open map page from what is kept, answers a second',
      await answersASecond(open),
      '/s',
      { least: 2000 },
      'the visitors share the two cores',
    )
    note(
      'open list page, answers a second',
      await answersASecond(`${server.address}/open/${site}`),
      '/s',
      null,
      'the same',
    )

    const half = Array.from({ length: 18 }, (_, year) => 2000 + year).join(',')
    const data = `/api/${site}/v2/tables/${slug}/data?valueCodes[kommun]=*&valueCodes[kön]=*&valueCodes[år]=${half}`
    for (const format of ['json-stat2', 'csv', 'px']) {
      const calls: number[] = []
      for (let call = 0; call < 60; call++) {
        const began = performance.now()
        const answer = await fetch(`${server.address}${data}&outputFormat=${format}`, {
          headers: { 'x-forwarded-for': `10.0.0.${call}` },
        })
        await answer.arrayBuffer()
        if (answer.status === 429) await new Promise((resolve) => setTimeout(resolve, 10_000))
        else if (!answer.ok) throw new Error(`the API answered ${answer.status}`)
        else calls.push(performance.now() - began)
      }
      calls.sort((a, b) => a - b)
      note(`API, 10,440 cells as ${format}, p95`, quantile(calls, 0.95), 'ms', 100)
    }

    for (let more = 0; more < DATASETS; more++)
      await bring(analyst, `Tabell nummer ${more}`, 'kommun;kön;2019\nFalun;kvinnor;1\nFalun;män;2\n')
    const searches = await crowd(
      analyst,
      [`${analyst.home}/statistics?q=löner`, `${analyst.home}/statistics`],
      1,
      40,
    )
    note(`search and list among ${DATASETS + 3} tables, p95`, quantile(searches, 0.95), 'ms', 100)
  } finally {
    await server.stop()
  }
}

export async function measureStatistics() {
  build()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jamvikt-bench-'))
  try {
    await measureTables(dataDir)
  } finally {
    discardData(dataDir)
  }
  write(
    'statistics',
    `${machine()}. Invented figures; the visitors run on the same two cores as the server and the database.`,
  )
}
