// Runs checks, unit and store tests, and the journeys in the browser, and closes with one line that sums them all.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runChecks } from './check.ts'
import { startSecondPostgres } from './second-postgres.ts'

const root = path.resolve(import.meta.dirname, '..')
const deep = process.argv.includes('--deep')
const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-results-'))

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
}

function vitest(name: string, environment: Record<string, string> = {}): { passed: number; failed: number } {
  process.stdout.write(`\n— ${name}\n`)
  const output = path.join(folder, `${name.replace(/\W+/g, '-')}.json`)
  const project = name.split(' ')[0] ?? name
  const done = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${output}`,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...(deep ? { JAMVIKT_DEEP: '1' } : {}), ...environment },
    },
  )
  try {
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report
    // A file that fails to load counts too, and so does a test that did not run.
    const failed = Math.max(
      report.numFailedTests + report.numPendingTests,
      report.numFailedTestSuites > 0 || done.status !== 0 ? 1 : 0,
    )
    return { passed: report.numPassedTests, failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** The stores' tests again on Debian's PostgreSQL, the oldest that is supported. */
function onSecondPostgres() {
  const second = startSecondPostgres()
  try {
    return vitest('server on a second PostgreSQL', { JAMVIKT_TEST_DATABASE_URL: second.url })
  } finally {
    second.stop()
  }
}

const suites = [
  () => {
    process.stdout.write('— checks\n')
    return runChecks(true)
  },
  () => vitest('packages'),
  () => vitest('server'),
  () => vitest('journeys'),
  ...(deep ? [onSecondPostgres] : []),
]
const sum = { passed: 0, failed: 0 }
for (const suite of suites) {
  const { passed, failed } = suite()
  sum.passed += passed
  sum.failed += failed
}
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`)
process.exit(sum.failed === 0 ? 0 : 1)
