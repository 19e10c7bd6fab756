import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readCertificate, type VerificationFault, verify as verifyCells } from '@jamvikt/disclosure'
import type { Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'
import { sha256 } from '../sha256.ts'
import { readCells } from './cells-file.ts'
import type { ProtectAnswer, ProtectCommand } from './protect-types.ts'

/** `jamvikt verify`: checks protected cells against their certificate. */
export const verify: ProtectCommand = {
  help: 'verifyHelp',
  values: [],
  flags: [],
  needed: [],
  files: 2,
  run,
}

async function run({ positionals, texts }: ParsedOptions): Promise<ProtectAnswer | Problems> {
  const [cellsFile = '', certificateFile = ''] = positionals
  const { text } = texts
  const fail = (...problems: string[]): Problems => ({ ok: false, problems })
  let certificate: unknown
  try {
    certificate = JSON.parse(await readFile(certificateFile, 'utf8'))
  } catch (error) {
    const key = error instanceof SyntaxError ? 'verify.notJson' : 'measure.noFile'
    return fail(text(key, { file: certificateFile }))
  }
  const method = methodOf(certificate)
  if (method !== null && method !== 'suppression') return fail(text('verify.otherMethod', { method }))
  const read = readCertificate(certificate)
  if (!read.ok) return fail(faultLine(read, texts))
  const { dimensions, rules, hidden, leftOut, guarded, known, structuralZeros } = read.certificate
  if ([leftOut, guarded, known, structuralZeros].some((cells) => cells.length > 0))
    return fail(text('verify.notOfFile'))
  const cells = await readCells(
    cellsFile,
    dimensions.map(({ name }) => name),
    texts,
  )
  if (!cells.ok) return cells
  const checked = verifyCells(cells.cells, certificate, sha256)
  if (!checked.ok)
    return fail(text('verify.failed', { file: basename(cellsFile) }), faultLine(checked, texts))
  const counts = new Map(hidden.cells.map((cell, i) => [cell, hidden.counts[i]]))
  for (const [place, count] of cells.trueCounts) {
    const codes = cells.cells[place]?.codes ?? []
    const number = dimensions.reduce((sum, { nodes }, d) => {
      return sum * nodes.length + nodes.findIndex(({ code }) => code === codes[d])
    }, 0)
    if (counts.get(number) !== count) {
      return fail(
        text('verify.failed', { file: basename(cellsFile) }),
        faultLine({ ok: false, reason: 'cells-differ', cell: codes }, texts),
      )
    }
  }
  const lines = [
    text('verify.holds', {
      cells: checked.cells,
      sensitive: checked.sensitive,
      secondary: checked.secondary,
      rows: checked.rows,
    }),
    text(rules.width === 1 ? 'protect.neverExact' : 'protect.width', { width: rules.width }),
    text('verify.rules', { threshold: rules.threshold, attackers: rules.attackers.join(', ') }),
    ...(cells.trueCounts.size === 0 ? [] : [text('verify.trueValues')]),
    ...(cells.others.length === 0 ? [] : [text('verify.otherColumns', { names: cells.others.join(', ') })]),
  ]
  return { ok: true, files: [], text: `${lines.join('\n')}\n` }
}

function methodOf(certificate: unknown): string | null {
  const named = typeof certificate === 'object' && certificate !== null && 'method' in certificate
  return named && typeof certificate.method === 'string' ? certificate.method : null
}

function faultLine(fault: VerificationFault, texts: Texts): string {
  const cell = 'cell' in fault ? fault.cell.join(' × ') : ''
  const where = 'where' in fault ? fault.where : ''
  const row = 'row' in fault ? fault.row + 1 : ''
  return texts.text(`verify.${fault.reason}`, { cell, where, row })
}
