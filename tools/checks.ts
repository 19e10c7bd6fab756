import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Check {
  readonly name: string
  /** Looks at the tree in `root`; gives what is wrong, or nothing. */
  readonly run: (root: string) => string
  /** A file that breaks the check: the check must notice it. */
  readonly planted: { readonly file: string; readonly text: string }
}

const MOST_LINES = 400
const LICENCES = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'MPL-2.0',
  'Python-2.0',
  'PostgreSQL',
  'EUPL-1.2',
  'Unlicense',
  'MIT OR CC0-1.0',
  '(MIT OR CC0-1.0)',
  'MIT OR Apache-2.0',
  'Apache-2.0 OR MIT',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
  'MIT AND ISC',
  '(BSD-2-Clause OR MIT OR Apache-2.0)',
  '(MIT OR WTFPL)',
  'MIT-0',
  'MIT/X11',
  'WTFPL',
])

function command(name: string, ...args: readonly string[]) {
  return (root: string) => {
    const program = path.join(root, 'node_modules', '.bin', name)
    const done = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    return done.status === 0 ? '' : `${done.stdout}${done.stderr}` || `${name} ended with ${done.status}`
  }
}

/** The files of the project below `root`, as git knows them, or all when it is no checkout. */
export function projectFiles(root: string): string[] {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const found = spawnSync('find', ['.', '-type', 'f', '-not', '-path', './node_modules/*'], {
    cwd: root,
    encoding: 'utf8',
  })
  const text = listed.status === 0 && listed.stdout !== '' ? listed.stdout : found.stdout
  return text.split('\n').filter((file) => file !== '' && existsSync(path.join(root, file)))
}

function fileSizes(root: string) {
  return projectFiles(root)
    .filter((file) => /\.(ts|tsx|mjs|cjs|css)$/.test(file) && !/\.data\.ts$/.test(file))
    .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines, ${MOST_LINES} at most`)
    .join('\n')
}

interface LockEntry {
  readonly license?: string
  readonly link?: boolean
  readonly version?: string
}

function licences(root: string) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>
  }
  return Object.entries(lock.packages)
    .filter(([place, entry]) => place.includes('node_modules/') && !entry.link)
    .filter(([place, entry]) => !LICENCES.has(entry.license ?? licenceOnDisk(root, place)))
    .map(
      ([place, entry]) =>
        `${place}: licence “${entry.license ?? licenceOnDisk(root, place)}” is not on the list`,
    )
    .join('\n')
}

function licenceOnDisk(root: string, place: string): string {
  const file = path.join(root, place, 'package.json')
  if (!existsSync(file)) return 'MIT' // for another platform only: not installed here
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string } }
  return typeof license === 'string' ? license : (license?.type ?? 'none stated')
}

/** Words that are the project's to avoid: switched-off checks and tests. */
function silencedChecks(root: string) {
  const marks = [
    '@ts-' + 'ignore',
    '@ts-' + 'nocheck',
    '@ts-' + 'expect-error',
    'eslint-' + 'disable',
    'biome-' + 'ignore',
    'as ' + 'any',
  ]
  const skipped = /\b(it|test|describe)\.(skip|only|todo)\b/
  return projectFiles(root)
    .filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !file.startsWith('tools/'))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const found = marks.filter((mark) => text.includes(mark))
      return found.length > 0 || skipped.test(text)
        ? [`${file}: ${found.join(', ') || 'a test that does not run'}`]
        : []
    })
    .join('\n')
}

const spoiled = (text: string) => ({ file: 'packages/domain/src/planted.ts', text })

export const CHECKS: readonly Check[] = [
  {
    name: 'format and lint (biome)',
    run: command('biome', 'ci', '--error-on-warnings', '--reporter=summary', '.'),
    planted: spoiled('export  const  a: any = 1'),
  },
  {
    name: 'promises and switches (typescript-eslint)',
    run: command('eslint', '--max-warnings=0', 'apps', 'packages', 'bench', 'e2e', 'tools'),
    planted: spoiled('export function planted() {\n  Promise.resolve(1)\n}\n'),
  },
  {
    name: 'types (tsc)',
    run: command('tsc', '--noEmit'),
    planted: spoiled("export const planted: number = 'text'\n"),
  },
  {
    name: 'boundaries (dependency-cruiser)',
    run: command('depcruise', '--config', 'tools/dependency-cruiser.cjs', 'apps', 'packages'),
    planted: { file: 'packages/equity/src/planted.ts', text: "import '@jamvikt/domain'\n" },
  },
  {
    name: 'dead code (knip)',
    run: command('knip', '--no-progress'),
    planted: spoiled('export const neverUsed = 1\n'),
  },
  { name: 'file sizes', run: fileSizes, planted: spoiled('// line\n'.repeat(MOST_LINES + 1)) },
  {
    name: 'licences',
    run: licences,
    planted: {
      file: 'package-lock.json',
      text: '{"packages":{"node_modules/planted":{"version":"1.0.0","license":"UNLICENSED"}}}',
    },
  },
  {
    name: 'silenced checks',
    run: silencedChecks,
    planted: { file: 'packages/domain/src/planted.test.ts', text: "it.skip('never')\n" },
  },
]
