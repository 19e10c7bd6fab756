import { createHmac } from 'node:crypto'
import {
  buildPerturbationTable,
  type Cube,
  cellKeys,
  measuredLoss,
  perturbCube,
  recordKeys,
  roundCube,
} from '@jamvikt/disclosure'
import { wholeNumber } from '../measures/measure-types.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import { plainCellsCsv } from './cells-file.ts'
import type { ProtectAnswer } from './protect-types.ts'
import type { Micro } from './read-micro.ts'

const SECRET = 'JAMVIKT_CELL_KEY_SECRET'
const SHORTEST_SECRET = 32

interface Order {
  readonly threshold: number
  readonly seed: number
  readonly seconds: number | null
}

/** Every cell with consistent noise. */
export async function byCellKeys(
  options: ParsedOptions,
  { cube, counts, leaves, ids }: Micro,
  { threshold }: Order,
): Promise<ProtectAnswer | Problems> {
  const { texts } = options
  const { text } = texts
  const problems: string[] = []
  const secret = process.env[SECRET] ?? ''
  if (secret.length < SHORTEST_SECRET) problems.push(text('protect.noSecret', { name: SECRET }))
  const maxNoise = wholeNumber(options, 'noise', 1, 5, problems)
  const variance = wholeNumber(options, 'variance', 1, 3, problems)
  const built = buildPerturbationTable({ maxNoise, variance, threshold })
  if (!built.ok)
    problems.push(text('protect.badNoise', { option: built.option, least: built.least, most: built.most }))
  if (!built.ok || problems.length > 0) return { ok: false, problems }
  const hash = (message: string) => createHmac('sha256', secret).update(message).digest()
  const keyed = recordKeys(ids, hash, 'count')
  if (!keyed.ok) return { ok: false, problems: [text('protect.badId', { row: keyed.row + 1 })] }
  const keys = cellKeys(cube, leaves, keyed.keys)
  if (!keys.ok) throw new Error(`keys of ${keys.culprit}`)
  const published = perturbCube(cube, counts, keys.keys, built.table)
  if (!published.ok) throw new Error(`cell keys: ${published.reason}`)
  const loss = measuredLoss(counts, published.counts)
  if (!loss.ok) throw new Error(loss.reason)
  const said = text('protect.noise', {
    cells: loss.cells,
    most: maxNoise,
    mean: loss.meanAbsolute.toFixed(2),
    unchanged: Math.round(100 * loss.unchanged),
  })
  return answer(options, cube, published.counts, [said], { method: 'cellkey', maxNoise, variance, threshold })
}

/** Every cell a multiple of 3 or 5, adding up. */
export async function byRounding(
  options: ParsedOptions,
  { cube, counts }: Micro,
  { seed, seconds }: Order,
): Promise<ProtectAnswer | Problems> {
  const { texts, given } = options
  const { text } = texts
  const base = given('base') ?? '3'
  if (base !== '3' && base !== '5') {
    return {
      ok: false,
      problems: [text('protect.badChoice', { name: '--base', value: base, known: '3, 5' })],
    }
  }
  const started = performance.now()
  const stop = () => seconds !== null && performance.now() - started > 1000 * seconds
  const rounded = roundCube(cube, counts, { base: Number(base), seed, stop })
  if (!rounded.ok) throw new Error(`rounding: ${rounded.reason}`)
  const cells = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
  const shift = counts.reduce((sum, count, i) => sum + Math.abs(count - (rounded.values[i] ?? 0)), 0)
  const lines = [
    text('protect.rounded', {
      cells,
      base,
      largest: rounded.largestShift,
      mean: (shift / Math.max(1, cells)).toFixed(2),
      beyond: rounded.shiftByLevel.reduce((sum, { beyondNext }) => sum + beyondNext, 0),
    }),
    ...(rounded.allNext ? [] : [text('protect.roundedNotNext')]),
    ...(given('seed') === null ? [text('protect.knownSeed')] : []),
  ]
  return answer(options, cube, rounded.values, lines, { method: 'round', base: Number(base) })
}

function answer(
  { given, texts }: ParsedOptions,
  cube: Cube,
  published: Float64Array,
  lines: readonly string[],
  parameters: { readonly method: string } & Readonly<Record<string, unknown>>,
): ProtectAnswer {
  const certificate = given('certificate')
  const content = { format: 'jamvikt-certificate', version: 1, kind: 'public', ...parameters }
  return {
    ok: true,
    files: [
      { file: given('out') ?? '', text: plainCellsCsv(cube, published) },
      ...(certificate === null ? [] : [{ file: certificate, text: `${JSON.stringify(content)}\n` }]),
    ],
    text: [...lines, ...(certificate === null ? [] : [texts.text('protect.notToVerify')]), ''].join('\n'),
  }
}
