import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { FileStore } from './files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-files-'))
const files = new FileStore(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a file is kept as it was sent, with its size and what it is known by', async () => {
  const kept = await files.keep('region', new Blob(['kön;antal\nkvinnor;1\n']), 'file')
  expect(kept.byteSize).toBe(21)
  expect(kept.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(readFileSync(files.path('region', 'file'), 'utf8')).toBe('kön;antal\nkvinnor;1\n')
})

it('on a full disk it is an error that says so, and nothing is left of the file', async () => {
  const target = files.path('region', 'too-much')
  mkdirSync(path.dirname(target), { recursive: true })
  symlinkSync('/dev/full', target)
  await expect(files.keep('region', new Blob(['kön;antal\n']), 'too-much')).rejects.toMatchObject({
    code: 'ENOSPC',
  })
  expect(lstatSync(target, { throwIfNoEntry: false })).toBeUndefined()
})

it('a visitor who goes away in the midst of sending leaves nothing', async () => {
  const content = new Blob(['x'])
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new Uint8Array(10)),
      pull: (controller) => controller.error(new Error('gone')),
    })
  await expect(files.keep('region', Object.assign(content, { stream }), 'half')).rejects.toThrow('gone')
  expect(existsSync(files.path('region', 'half'))).toBe(false)
})
