import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** A process that is busy all the while and takes so much memory outside of the heap. */
const busy = (megabytes: number) => `
  const { endAtMemory } = await import(${JSON.stringify(new URL('./memory-watch.ts', import.meta.url).href)})
  endAtMemory(300)
  const held = [Buffer.alloc(${megabytes} * 1024 * 1024, 1)]
  for (const end = Date.now() + 3000; Date.now() < end; );
  process.exit(held.length)`

it('ends a process that holds too much, however busy it is, and no other', () => {
  const run = (megabytes: number) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', busy(megabytes)])
  const greedy = run(600)
  expect([greedy.signal, greedy.stderr.toString()]).toEqual([
    'SIGKILL',
    expect.stringContaining('allocation failed'),
  ])
  expect(run(1).status).toBe(1)
})
