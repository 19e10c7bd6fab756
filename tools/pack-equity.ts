// Builds packages/equity as it goes to npm: JavaScript, types, README and licence, without the tests.
// `node tools/with-runtime.mjs tools/pack-equity.ts` writes packages/equity/dist, ready for `npm publish`.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const PACKAGE = path.join(ROOT, 'packages', 'equity')

/** Writes the package into `folder`, which is emptied first. */
export function packEquity(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const tsc = path.join(ROOT, 'node_modules', '.bin', 'tsc')
  const built = spawnSync(tsc, ['-p', path.join(PACKAGE, 'tsconfig.build.json'), '--outDir', folder], {
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the package cannot be built:\n${built.stdout}${built.stderr}`)
  const { name, version, license } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'))
  const manifest = {
    name,
    version,
    description: 'Measures of inequality between groups: exact, fast, explained. No dependencies.',
    keywords: ['inequality', 'gender equality', 'statistics', 'MAIHDA', 'Oaxaca-Blinder', 'segregation'],
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    engines: { node: '>=20' },
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  copyFileSync(path.join(PACKAGE, 'README.md'), path.join(folder, 'README.md'))
  copyFileSync(path.join(ROOT, 'LICENSE'), path.join(folder, 'LICENSE'))
}

if (process.argv[1] === import.meta.filename) packEquity(path.join(PACKAGE, 'dist'))
