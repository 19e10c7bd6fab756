// `npm run check`: types, lint, boundaries, dead code, sizes, licences. With --planted also that each check is alive.
import path from 'node:path'
import { CHECKS } from './checks.ts'
import { plantedArrows, plantedChecks } from './planted.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Runs every check and tells how many held; what is wrong is printed. */
export function runChecks(planted: boolean): { passed: number; failed: number } {
  let passed = 0
  let failed = 0
  for (const check of CHECKS) {
    const wrong = check.run(root)
    process.stdout.write(`${wrong === '' ? '✓' : '✗'} ${check.name}\n`)
    if (wrong === '') passed += 1
    else {
      failed += 1
      process.stdout.write(`${wrong.slice(0, 6000)}\n`)
    }
  }
  if (!planted) return { passed, failed }
  for (const [name, run] of [
    ['planted violations', plantedChecks],
    ['planted arrows', plantedArrows],
  ] as const) {
    const result = run(root)
    process.stdout.write(`${result.failures.length === 0 ? '✓' : '✗'} ${name}: ${result.passed} noticed\n`)
    for (const failure of result.failures) process.stdout.write(`  ${failure}\n`)
    passed += result.passed
    failed += result.failures.length
  }
  return { passed, failed }
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed } = runChecks(process.argv.includes('--planted'))
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}
