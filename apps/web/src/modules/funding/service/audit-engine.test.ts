import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readerScript } from '../../../platform/reader-process.ts'
import type { EngineAnswer, EngineTask } from '../worker/engine-messages.ts'
import { AuditEngine } from './audit-engine.ts'

const root = mkdtempSync(path.join(tmpdir(), 'jamvikt-engine-'))
const script = readerScript(root, 'modules', 'funding', 'worker', 'audit-worker.ts')
const started = path.join(root, 'started')
const gate = path.join(root, 'gate')

/** Answers figures at once. Of a protection it says a half, and waits at the gate: for `go`, or for `fail`. */
const WORKER = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
process.on('message', async ({ id, task }) => {
  appendFileSync(${JSON.stringify(started)}, task.task + ' ' + process.pid + '\\n')
  if (task.task === 'protect') {
    process.send({ id, progress: 0.5 })
    while (!existsSync(${JSON.stringify(gate)})) await new Promise((go) => setTimeout(go, 5))
    if (readFileSync(${JSON.stringify(gate)}, 'utf8') === 'fail') return process.send({ id, answer: null })
  }
  process.send({ id, answer: { kind: 'refused', reason: 'no-cases' } })
})
process.on('disconnect', () => process.exit(0))
`
mkdirSync(path.dirname(script), { recursive: true })
writeFileSync(path.join(root, 'package.json'), '{"type":"module"}')
writeFileSync(script, WORKER)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ANSWER: EngineAnswer = { kind: 'refused', reason: 'no-cases' }
const figures = (): EngineTask => ({ task: 'released', tables: [], crossing: null })
const protection = (): EngineTask => ({
  task: 'protect',
  source: { regionId: '', personId: '', listId: '', version: 1, kind: 'cases' },
  threshold: 5,
  periodYears: 1,
  leaderRule: null,
  base: null,
  countsWhat: null,
  thisYear: 2026,
})

let engine: AuditEngine
beforeEach(() => {
  rmSync(started, { force: true })
  rmSync(gate, { force: true })
  engine = new AuditEngine(root, '', 0)
})
afterEach(() => engine.stop())

const startedTasks = () =>
  existsSync(started)
    ? readFileSync(started, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' '))
    : []
const open = (how: 'go' | 'fail') => writeFileSync(gate, how)
const halfDone = (key: string) =>
  vi.waitFor(() => expect(engine.standing(key)).toEqual({ state: 'running', share: 0.5 }), 10_000)

it('a look does not wait for a protection, and sees how far it has come', async () => {
  expect(await engine.look('a', protection)).toEqual({ state: 'running', share: 0 })
  await halfDone('a')
  expect(await engine.look('a', protection)).toEqual({ state: 'running', share: 0.5 })
  open('go')
  expect(await engine.ask('a', protection)).toEqual(ANSWER)
  expect(await engine.look('a', protection)).toEqual({ state: 'done', answer: ANSWER })
})

it('figures are answered while a protection runs', async () => {
  await engine.look('a', protection)
  await halfDone('a')
  expect(await engine.ask('figures', figures)).toEqual(ANSWER)
  expect(engine.standing('a')).toEqual({ state: 'running', share: 0.5 })
})

it('a question put twice is worked on once, also when it is kept', async () => {
  const answers = [engine.ask('a', protection), engine.ask('a', protection)]
  open('go')
  expect(await Promise.all(answers)).toEqual([ANSWER, ANSWER])
  expect(await engine.ask('a', protection)).toEqual(ANSWER)
  expect(startedTasks()).toHaveLength(1)
})

it('protections run one after the other, each in a process that ends with it', async () => {
  const answers = [engine.ask('a', protection), engine.ask('b', protection)]
  await halfDone('a')
  expect(startedTasks()).toHaveLength(1)
  expect(engine.standing('b')).toEqual({ state: 'running', share: 0 })
  open('go')
  await Promise.all(answers)
  const pids = startedTasks().map(([, pid]) => Number(pid))
  expect(new Set(pids).size).toBe(2)
  await vi.waitFor(() => {
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  }, 10_000)
})

it('one that failed says so until it is forgotten or asked again', async () => {
  open('fail')
  await expect(engine.ask('a', protection)).rejects.toThrow('failed')
  expect(await engine.look('a', protection)).toEqual({ state: 'failed' })
  engine.forget('a')
  expect(await engine.look('a', protection)).toEqual({ state: 'running', share: 0 })
  await expect(engine.ask('a', protection)).rejects.toThrow('failed')
  open('go')
  expect(await engine.ask('a', protection)).toEqual(ANSWER)
})

it('a process that is killed fails its protection, and the next runs', async () => {
  const answer = engine.ask('a', protection)
  await halfDone('a')
  for (const [, pid] of startedTasks()) process.kill(Number(pid), 'SIGKILL')
  await expect(answer).rejects.toThrow('ended')
  open('go')
  expect(await engine.ask('b', protection)).toEqual(ANSWER)
})

it('one that is called off ends, the one that waits for its turn runs, and a waiting one never starts', async () => {
  const [first, second, third] = ['a', 'b', 'c'].map((key) => engine.ask(key, protection))
  await halfDone('a')
  engine.forget('b')
  engine.forget('a')
  await expect(first).rejects.toThrow('ended')
  await expect(second).rejects.toThrow()
  expect(engine.standing('a')).toBeNull()
  await halfDone('c')
  open('go')
  expect(await third).toEqual(ANSWER)
  expect(startedTasks()).toHaveLength(2)
})

it('what is under way is kept, however many other questions are put', async () => {
  await engine.look('a', protection)
  await halfDone('a')
  for (let other = 0; other < 70; other += 1) await engine.ask(`figures ${other}`, figures)
  expect(engine.standing('figures 0')).toBeNull()
  expect(engine.standing('a')).toEqual({ state: 'running', share: 0.5 })
})
