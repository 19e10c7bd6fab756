// An analyst at a running server, by HTTP alone: signs in, brings a list in, releases it, reads pages.
import { setTimeout as pause } from 'node:timers/promises'
import { demoMapping } from '../apps/web/src/demo/mapping.ts'
import {
  accountOf,
  type DemoRole,
  demoAccounts,
  type RunningServer,
  signInByForm,
} from '../e2e/running-server.ts'
import { visitorWith } from './visitor.ts'

const POLL_MS = 50

interface Answer {
  readonly status: number
  readonly url: string
  readonly text: string
}

export interface Analyst {
  readonly home: string
  readonly address: string
  readonly cookie: string
  get(path: string): Promise<Answer>
  post(path: string, body: FormData | URLSearchParams): Promise<Answer>
}

export async function analystAt(server: RunningServer, role: DemoRole = 'analyst'): Promise<Analyst> {
  const { name, value } = await signInByForm(server.address, accountOf(demoAccounts(server.dataDir), role))
  const headers = { cookie: `${name}=${value}`, origin: server.address, accept: 'text/html' }
  const send = async (path: string, body: FormData | URLSearchParams | null): Promise<Answer> => {
    const answer = await fetch(server.address + path, body ? { method: 'POST', headers, body } : { headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text.slice(0, 2000)}`)
    return { status: answer.status, url: new URL(answer.url).pathname, text }
  }
  const { url } = await send('/', null)
  return {
    home: url,
    address: server.address,
    cookie: `${name}=${value}`,
    get: (path) => send(path, null),
    post: send,
  }
}

async function settle(analyst: Analyst, path: string) {
  for (;;) {
    const { done } = JSON.parse((await analyst.get(`${path}/status`)).text) as { done: boolean }
    if (done) return
    await pause(POLL_MS)
  }
}

/** The guided step's form as filled in by somebody who knows the demo's export. */
function mappingForm(): URLSearchParams {
  const form = new URLSearchParams({
    leaderRule: demoMapping.leaderRule,
    industryVersion: demoMapping.industryVersion,
    dates: demoMapping.dates,
    amountUnit: 'kr',
  })
  for (const [field, column] of Object.entries(demoMapping.columns)) form.set(`column.${field}`, column)
  for (const [rule, column] of Object.entries(demoMapping.alternativeSex))
    form.set(`alternative.${rule}`, column)
  for (const [field, values] of Object.entries(demoMapping.values))
    Object.entries(values).forEach(([value, meaning], index) => {
      form.set(`listed.${field}.${index}`, '1')
      form.set(`value.${field}.${index}`, value)
      form.set(`meaning.${field}.${index}`, meaning)
    })
  return form
}

/** Brings a file in as a new list; returns the list's address and the seconds from upload to its first page. */
export async function bringIn(analyst: Analyst, fileName: string, bytes: Buffer<ArrayBuffer>) {
  const began = performance.now()
  const form = new FormData()
  form.set('name', fileName)
  form.set('file', new File([bytes], fileName))
  const upload = await analyst.post(`${analyst.home}/money/uploads`, form)
  await settle(analyst, upload.url)
  const running = await analyst.post(upload.url, mappingForm())
  await settle(analyst, running.url)
  const done = await analyst.get(running.url)
  const list = /href="([^"]*\/lists\/[0-9a-f-]{36})"/.exec(done.text)?.[1]
  if (!list) throw new Error(`the import failed: ${done.text.slice(0, 4000)}`)
  const page = await analyst.get(list)
  if (!page.text.includes('id="groups"')) throw new Error('the first page shows no groups')
  return { list, seconds: (performance.now() - began) / 1000 }
}

/** Releases every period that may be; returns the release's address and how long the protected preview took. */
export async function release(analyst: Analyst, list: string) {
  const began = performance.now()
  await analyst.get(`${list}/release`)
  await settle(analyst, `${list}/release`)
  const preview = await analyst.get(`${list}/release`)
  const previewSeconds = (performance.now() - began) / 1000
  const form = new URLSearchParams({ confirm: 'on' })
  for (const [, period = ''] of preview.text.matchAll(/name="period" value="([^"]+)"/g))
    form.append('period', period)
  const { url } = await analyst.post(`${list}/release`, form)
  return { release: url, previewSeconds }
}

/** Asks the addresses in turn, `users` at a time on kept connections; returns the milliseconds of each answer. */
export async function crowd(
  analyst: Analyst,
  paths: readonly string[],
  users: number,
  requests: number,
  pauseMs = 0,
) {
  const visitor = visitorWith({ cookie: analyst.cookie })
  const times: number[] = []
  let asked = 0
  const user = async (at: number) => {
    await pause((at * pauseMs) / users)
    for (;;) {
      const path = paths[asked % paths.length]
      if (path === undefined || asked >= requests) return
      asked += 1
      times.push(await visitor.ask(analyst.address + path))
      await pause(pauseMs)
    }
  }
  await Promise.all(Array.from({ length: users }, (_, at) => user(at)))
  visitor.leave()
  return times.sort((a, b) => a - b)
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
