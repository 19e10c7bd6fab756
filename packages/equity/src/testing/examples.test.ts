import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as library from '../index.ts'
import { binomialDraw } from '../math/binomial.ts'
import { makeRandom } from '../math/random.ts'
import { permuteUnits } from '../time/unit-permutation.ts'
import { wildBootstrap } from '../time/wild-bootstrap.ts'
import { EXAMPLE_DATA } from './example-data.ts'

const SOURCE = join(import.meta.dirname, '..')
const INSIDE = { makeRandom, binomialDraw, permuteUnits, wildBootstrap }

interface Example {
  readonly file: string
  readonly code: string
  readonly claim: string
}

/** The examples of a file's docstrings: code up to the comment, and what the comment says comes out. */
function examplesOf(file: string): Example[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  return [...text.matchAll(/@example\s+([\s\S]*?)\*\//g)].map(([, body = '']) => {
    const lines = body.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    const code = lines
      .map((line) => line.replace(/(^|\s)\/\/.*$/, ''))
      .join('\n')
      .trim()
    const claim = lines.flatMap((line) => /(?:^|\s)\/\/(.*)$/.exec(line)?.[1] ?? []).join(' ')
    return { file, code, claim }
  })
}

/** All numbers of a value, whatever its shape. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : Object.values(value)).flatMap(
    numbersOf,
  )
}

/** Whether a number of the result is the one written: to its last written digit, or cut off there before "…". */
function isWritten(written: string, found: readonly number[]): boolean {
  const cut = written.endsWith('…')
  const digits = written.replace('…', '').replace('−', '-').replaceAll('_', '')
  const value = Number(digits)
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0
  const close = Math.max(
    Math.abs(value) * (digits.includes('e') ? 1e-9 : 1e-13),
    (cut ? 1 : 0.5) * 10 ** -decimals,
  )
  return found.some((one) => Math.abs(one - value) <= close * 1.0001)
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.test(-support)?\.ts$/.test(file) && !file.startsWith('testing'),
)
const examples = files.flatMap(examplesOf)

describe('the examples of the docstrings', () => {
  it('are many, and every public function has one or stands in a file that has', () => {
    expect(examples.length).toBeGreaterThan(90)
    const shown = examples.map(({ code }) => code).join('\n')
    const functions = Object.entries(library).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : [],
    )
    const silent = functions.filter((name) => !shown.includes(`${name}(`))
    expect(silent).toEqual([])
  })
  it.each(examples.map((example) => [`${example.file}: ${example.code.slice(0, 60)}`, example] as const))(
    '%s',
    (_, { file, code, claim }) => {
      const folder = file.split(sep)[0] ?? ''
      const data = EXAMPLE_DATA[folder] ?? {}
      const made = 'matrix' in data ? library.segregationTableOf(data.matrix as library.CountMatrix) : null
      const scope: Record<string, unknown> = {
        ...library,
        ...INSIDE,
        ...data,
        ...(made?.ok ? { table: made.table } : {}),
      }
      const run = new Function(...Object.keys(scope), /^(const|let) /.test(code) ? code : `return (${code})`)
      const value: unknown = run(...Object.values(scope))
      if (/^(const|let) /.test(code)) return
      expect(value).toBeDefined()
      expect(typeof value === 'object' && value !== null && 'ok' in value ? value.ok : true).toBe(true)
      const found = numbersOf(value)
      const written = claim.match(/[-−]?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?…?/g) ?? []
      const about = written.filter((one) => !/^(1973)$/.test(one))
      for (const one of about) expect({ one, found: isWritten(one, found) }).toEqual({ one, found: true })
      const text = /^\s*'([^']*)'\s*$/.exec(claim)?.[1]
      if (text !== undefined) expect(value).toBe(text)
    },
  )
})
