import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packEquity } from './pack-equity.ts'

const place = mkdtempSync(path.join(tmpdir(), 'jamvikt-pack-'))
const home = path.join(place, 'node_modules', '@jamvikt', 'equity')
beforeAll(() => packEquity(home))
afterAll(() => rmSync(place, { recursive: true }))

const files = () => readdirSync(home, { recursive: true, encoding: 'utf8' })

describe('the package as it goes to npm', () => {
  it('holds JavaScript and types, no tests, and imports nothing but itself', () => {
    const all = files()
    expect(all).toContain('index.js')
    expect(all).toContain('index.d.ts')
    expect(all.filter((file) => /\.test\.|testing/.test(file))).toEqual([])
    const imports = all
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [...readFileSync(path.join(home, file), 'utf8').matchAll(/from '([^']+)'/g)])
      .map(([, from = '']) => from)
    expect(imports.filter((from) => !/^\.{1,2}\/.*\.js$/.test(from))).toEqual([])
    expect(JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))).not.toHaveProperty(
      'dependencies',
    )
  })
  it('does what its README says', () => {
    const readme = readFileSync(path.join(home, 'README.md'), 'utf8')
    const blocks = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code)
    expect(blocks.length).toBeGreaterThan(2)
    for (const [i, code] of blocks.entries()) {
      const file = path.join(place, `readme-${i}.mjs`)
      writeFileSync(file, code)
      const run = spawnSync(process.execPath, [file], { encoding: 'utf8' })
      expect(run.stderr).toBe('')
      const claims = [...code.matchAll(/\/\/ (.+)$/gm)].map(([, claim = '']) => claim.trim())
      expect(claims.length).toBeGreaterThan(0)
      for (const claim of claims) expect(run.stdout).toContain(claim)
    }
  })
  it('names only functions that it has', async () => {
    const readme = readFileSync(path.join(home, 'README.md'), 'utf8')
    const table = readme.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| family'))
    const named = table.flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    const library: Record<string, unknown> = await import(path.join(home, 'index.js'))
    expect(named.length).toBeGreaterThan(60)
    expect(named.filter((name) => typeof library[name] !== 'function')).toEqual([])
  })
  it('leaves out of a bundle what is not used', async () => {
    const entry = path.join(place, 'entry.js')
    mkdirSync(path.join(place, 'bundle'))
    writeFileSync(
      entry,
      "import { wilsonInterval } from '@jamvikt/equity'\nconsole.log(wilsonInterval(18, 96))\n",
    )
    await build({
      root: place,
      logLevel: 'silent',
      configFile: false,
      build: {
        lib: { entry, formats: ['es'], fileName: 'bundle' },
        outDir: path.join(place, 'bundle'),
        minify: true,
      },
    })
    const [file = ''] = readdirSync(path.join(place, 'bundle'))
    expect(readFileSync(path.join(place, 'bundle', file)).length).toBeLessThan(4000)
  })
})
