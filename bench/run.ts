// `npm run bench`: all suites, or those named (`npm run bench -- equity`); writes bench/RESULTS.md.
import { measureCubes } from './cube.ts'
import { measureDisclosure } from './disclosure.ts'
import { measureEquity } from './equity.ts'
import { measureGroups } from './groups.ts'
import { measurePlan } from './plan.ts'
import { measurePx } from './px.ts'
import { measureRegion } from './server.ts'
import { measureStatistics } from './statistics.ts'

const SUITES: Readonly<Record<string, () => Promise<void> | void>> = {
  server: measureRegion,
  equity: measureEquity,
  disclosure: measureDisclosure,
  groups: measureGroups,
  px: measurePx,
  plan: measurePlan,
  statistics: measureStatistics,
  'statistics-cube': measureCubes,
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => SUITES[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`no such suite: ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}\n`)
  process.exit(2)
}
for (const name of named.length === 0 ? Object.keys(SUITES) : named) await SUITES[name]?.()
