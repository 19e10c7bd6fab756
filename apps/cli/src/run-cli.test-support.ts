import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BIN = join(import.meta.dirname, '../bin/jamvikt.mjs')

export interface CliRun {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** A folder of small files in which the real program is run. */
export function workplace(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'jamvikt-cli-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return {
    folder,
    run: (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliRun> =>
      new Promise((done) => {
        const child = execFile(
          process.execPath,
          [BIN, ...args],
          { cwd: folder, env: { ...process.env, LC_ALL: 'sv_SE.UTF-8', ...env }, maxBuffer: 1e8 },
          (_, out, err) => done({ exit: child.exitCode ?? -1, out, err }),
        )
      }),
    read: (name: string): string => readFileSync(join(folder, name), 'utf8'),
    json: (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')),
    leave: (): void => rmSync(folder, { recursive: true }),
  }
}

/** A list of cases: `counts` says how many women and men are granted and refused in each industry. */
export function caseList(
  counts: Readonly<
    Record<
      string,
      readonly [womenGranted: number, womenRefused: number, menGranted: number, menRefused: number]
    >
  >,
): string {
  const lines = ['Dnr;Mottagare;Beslut;Sökt;Beviljat;Kön;Bransch']
  for (const [industry, numbers] of Object.entries(counts)) {
    for (const [at, count] of numbers.entries()) {
      for (let i = 0; i < count; i++) {
        const dnr = lines.length
        const granted = at % 2 === 0
        const outcome = granted ? 'ja;1000,50;500,25' : 'nej;1000,50;'
        lines.push(`d${dnr};Firma ${dnr};${outcome};${at < 2 ? 'K' : 'M'};${industry}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}

export const CASE_MAPPING = {
  columns: {
    case: 'Dnr',
    recipient: 'Mottagare',
    outcome: 'Beslut',
    appliedAmount: 'Sökt',
    grantedAmount: 'Beviljat',
    sex: 'Kön',
    industry: 'Bransch',
  },
  values: { outcome: { ja: 'granted', nej: 'refused' }, sex: { K: 'women', M: 'men' } },
  leaderRule: 'CEO',
  industryVersion: 'SNI2007',
}
