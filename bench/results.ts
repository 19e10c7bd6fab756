// What was measured, and the page that keeps it: bench/RESULTS.md, a section for each suite.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** At most so much, or at least. */
type Goal = number | { readonly least: number } | null

interface Result {
  readonly what: string
  readonly measured: number
  readonly unit: string
  readonly goal: Goal
  readonly beside: string
}

const FILE = path.join(import.meta.dirname, 'RESULTS.md')
const TITLE = '# Measurements'

/** Gathers a suite's measurements, telling each as it is made. */
export function startResults() {
  const results: Result[] = []
  return {
    note: (what: string, measured: number, unit: string, goal: Goal, beside = '') => {
      results.push({ what, measured, unit, goal, beside })
      const wanted = goal === null ? '' : ` (goal ${goalText(goal, unit)})`
      process.stdout.write(
        `${what}: ${show(measured)} ${unit}${wanted}${beside === '' ? '' : ` – ${beside}`}\n`,
      )
    },
    /** Replaces the suite's section. `about` tells of the data and of what else was running. */
    write: (suite: string, about: string) => {
      const section = `## ${suite}\n\n${about}\n\n${tableOf(results)}\n`
      const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
      const others = before
        .split(/^(?=## )/m)
        .filter((part) => part.startsWith('## ') && !part.startsWith(`## ${suite}\n`))
      writeFileSync(
        FILE,
        `${[TITLE, ...[section, ...others].map((part) => part.trim()).sort()].join('\n\n')}\n`,
      )
    },
  }
}

/** When and on what machine: for the head of a section. */
export function machine(): string {
  const [cpu] = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB of memory, ${os.type()} ${os.arch()}, Node ${process.versions.node}`
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function goalText(goal: NonNullable<Goal>, unit: string): string {
  return typeof goal === 'number' ? `≤ ${goal} ${unit}` : `≥ ${goal.least} ${unit}`
}

function isMet(measured: number, goal: NonNullable<Goal>): boolean {
  return typeof goal === 'number' ? measured <= goal : measured >= goal.least
}

function tableOf(results: readonly Result[]): string {
  const lines = results.map(({ what, measured, unit, goal, beside }) => {
    const verdict = goal === null ? '–' : isMet(measured, goal) ? 'met' : 'missed'
    const wanted = goal === null ? '–' : goalText(goal, unit)
    return `| ${what} | ${show(measured)} ${unit} | ${wanted} | ${verdict} | ${beside} |`
  })
  return ['| What | Measured | Goal | | Beside |', '| --- | ---: | ---: | --- | --- |', ...lines].join('\n')
}
