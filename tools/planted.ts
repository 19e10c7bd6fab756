import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CHECKS, projectFiles } from './checks.ts'

/** A copy of the project to spoil, with the dependencies linked. */
function scratchCopy(root: string) {
  const copy = mkdtempSync(path.join(tmpdir(), 'jamvikt-planted-'))
  for (const file of projectFiles(root)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(copy, file))
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

/** Plants one violation a check and requires it to be noticed. Gives a line for each check that slept. */
export function plantedChecks(root: string): {
  readonly passed: number
  readonly failures: readonly string[]
} {
  const failures: string[] = []
  const copy = scratchCopy(root)
  for (const check of CHECKS) {
    const file = path.join(copy, check.planted.file)
    const original = path.join(root, check.planted.file)
    writeFileSync(file, check.planted.text)
    if (check.run(copy) === '') failures.push(`planted violation not noticed: ${check.name}`)
    rmSync(file)
    if (check.planted.file === 'package-lock.json') cpSync(original, file)
  }
  rmSync(copy, { recursive: true, force: true })
  return { passed: CHECKS.length - failures.length, failures }
}

const M = 'apps/web/src/modules'
/** One forbidden arrow a boundary rule: [rule, from, to]. */
const ARROWS: readonly (readonly [string, string, string])[] = [
  ['no-cycles', 'packages/i18n/src/a.ts', 'packages/i18n/src/b.ts'],
  ['no-unresolvable', 'packages/i18n/src/c.ts', 'packages/i18n/src/not-there.ts'],
  ['enter-a-module-by-its-door', `${M}/funding/rules/d.ts`, `${M}/statistics/model.ts`],
  ...(
    [
      ['statistics', 'plan'],
      ['methods', 'plan'],
      ['plan', 'funding'],
      ['funding', 'learning'],
      ['learning', 'funding'],
      ['partners', 'funding'],
      ['reporting', 'open'],
      ['agency', 'funding'],
      ['open', 'funding'],
    ] as const
  ).map(
    ([from, to]) => [`${from}-uses-only-its-allies`, `${M}/${from}/e.ts`, `${M}/${to}/public.ts`] as const,
  ),
  ['undeclared-module', `${M}/novelty/f.ts`, `${M}/novelty/g.ts`],
  ['main-takes-only-doors', 'apps/web/src/main.tsx', `${M}/funding/model.ts`],
  ['cli-takes-only-doors', 'apps/cli/src/h.ts', `${M}/funding/model.ts`],
  ['platform-knows-no-module', 'apps/web/src/platform/i.ts', `${M}/funding/public.ts`],
  ['packages-know-no-app', 'packages/tables/src/j.ts', 'apps/cli/src/k.ts'],
  ['equity-is-pure', 'packages/equity/src/l.ts', 'packages/domain/src/index.ts'],
  ['disclosure-is-pure', 'packages/disclosure/src/m.ts', 'packages/domain/src/index.ts'],
  ['domain-knows-only-zod', 'packages/domain/src/n.ts', 'packages/i18n/src/a.ts'],
  [
    'released-tables-are-made-at-one-door',
    `${M}/funding/service/o.ts`,
    'packages/disclosure/src/released-table.ts',
  ],
  ['one-door-between-tenants', `${M}/plan/service/x.ts`, 'apps/web/src/platform/db/between-tenants.ts'],
  ['sql-only-in-store', `${M}/funding/service/p.ts`, 'node_modules/kysely/index.js'],
  ['store-is-a-leaf', `${M}/funding/store/q.ts`, `${M}/funding/service/r.ts`],
  ['rules-are-pure', `${M}/funding/rules/s.ts`, `${M}/funding/store/t.ts`],
  ['service-knows-no-http', `${M}/funding/service/u.ts`, 'node_modules/hono/index.js'],
  ['ui-knows-no-server', `${M}/funding/ui/v.ts`, `${M}/funding/store/t.ts`],
  ['ui-runs-no-service', `${M}/funding/ui/w.ts`, `${M}/funding/service/r.ts`],
]

/** Builds a small tree with one forbidden arrow a rule and requires the cruiser to name every rule. */
export function plantedArrows(root: string): {
  readonly passed: number
  readonly failures: readonly string[]
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-arrows-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  for (const [rule, from, to] of ARROWS) {
    const address = to.startsWith('node_modules/') ? to.split('/')[1] : relative(from, to)
    write(from, `import { x } from '${address}'\nexport const y = x\n`)
    if (rule === 'no-unresolvable') continue
    if (to.startsWith('node_modules/')) {
      write(to, 'exports.x = 1\n')
      write(`node_modules/${to.split('/')[1]}/package.json`, '{"main":"index.js"}')
    } else if (rule === 'no-cycles')
      write(to, `import { y } from '${relative(to, from)}'\nexport const x = () => y\n`)
    else if (!ARROWS.some(([, other]) => other === to)) write(to, 'export const x = 1\n')
  }
  write(
    'tsconfig.json',
    '{"compilerOptions":{"module":"nodenext","moduleResolution":"nodenext","allowImportingTsExtensions":true,"noEmit":true}}',
  )
  const done = spawnSync(
    path.join(root, 'node_modules', '.bin', 'depcruise'),
    [
      '--config',
      path.join(root, 'tools', 'dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'apps',
      'packages',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const report = JSON.parse(done.stdout || '{"summary":{"violations":[]}}') as {
    summary: {
      violations: { from: string; rule: { name: string } }[]
      ruleSetUsed?: { forbidden?: { name: string }[] }
    }
  }
  const failures = ARROWS.filter(
    ([rule, from]) => !report.summary.violations.some((one) => one.rule.name === rule && one.from === from),
  ).map(([rule]) => `planted arrow not found: ${rule}`)
  const untried = (report.summary.ruleSetUsed?.forbidden ?? [])
    .map((rule) => rule.name)
    .filter((name) => !ARROWS.some(([rule]) => rule === name))
  rmSync(folder, { recursive: true, force: true })
  return {
    passed: ARROWS.length - failures.length,
    failures: [...failures, ...untried.map((name) => `no planted arrow for rule ${name}`)],
  }
}

function relative(from: string, to: string) {
  const address = path.posix.relative(path.posix.dirname(from), to)
  return address.startsWith('.') ? address : `./${address}`
}
