import { writeFile } from 'node:fs/promises'
import { localeOf } from '@jamvikt/i18n'
import type { Refusal } from '@jamvikt/tables'
import { answerCsv, refusalsCsv } from './answer-csv.ts'
import { answerJson } from './answer-json.ts'
import { answerText } from './answer-text.ts'
import { isMeasure, runMeasure } from './measures/measure.ts'
import { type Texts, textsOf } from './messages.ts'
import { type AuditOrder, languageOf, type Problems, readCommand } from './options.ts'
import { isProtection, runProtection } from './protect/run.ts'
import { faultOf } from './read-mapping.ts'
import { addRegion } from './region.ts'
import { runAudit } from './run-audit.ts'
import { isTableCommand, runTableCommand } from './tables/run.ts'

const FINE = 0
const FAULT = 1
const TO_PUT_RIGHT = 2

async function main(): Promise<number> {
  if (process.argv[2] === 'region' && process.argv[3] === 'add') return region(process.argv.slice(4))
  if (process.argv[2] === 'backup' || process.argv[2] === 'restore') return backup(process.argv.slice(2))
  if (isMeasure(process.argv[2])) return said(await runMeasure(process.argv.slice(2), process.env))
  if (isProtection(process.argv[2])) return said(await runProtection(process.argv.slice(2), process.env))
  if (isTableCommand(process.argv[2])) return said(await runTableCommand(process.argv.slice(2), process.env))
  const command = readCommand(process.argv.slice(2), process.env)
  const { texts } = command
  if (command.kind === 'help') {
    process.stdout.write(`${texts.text(command.topic)}\n`)
    return FINE
  }
  if (command.kind === 'problems') return complain(command.problems)
  const { order } = command
  const audit = await runAudit({
    order,
    texts,
    onProgress: progressOf(texts),
    onRefusals: (refusals) => writeRefusals(refusals, order, texts),
  })
  clearProgress()
  if (!audit.ok) return complain(audit.problems)
  const problems = [
    await write(order.json, () => `${JSON.stringify(answerJson(audit), null, 2)}\n`, texts),
    await write(order.csv, () => answerCsv(audit), texts),
  ].flatMap((problem) => problem?.problems ?? [])
  process.stdout.write(answerText(audit, order.file, texts))
  return problems.length === 0 ? FINE : complain(problems)
}

async function region(args: readonly string[]): Promise<number> {
  const texts = textsOf(languageOf(process.env))
  const opened = await addRegion(args, texts)
  if (!opened.ok) return complain(opened.problems)
  process.stdout.write(`${texts.text('regionOpened', { address: opened.address })}\n`)
  return FINE
}

/** Loaded when it is asked for: it brings the database along, which the other commands do without. */
async function backup(args: readonly string[]): Promise<number> {
  const { runBackup } = await import('./backup.ts')
  return said(await runBackup(args, textsOf(languageOf(process.env))))
}

function said(done: { readonly ok: true; readonly out: string } | Problems): number {
  if (!done.ok) return complain(done.problems)
  process.stdout.write(done.out)
  return FINE
}

function complain(problems: readonly string[]): number {
  clearProgress()
  for (const problem of problems) process.stderr.write(`jamvikt: ${problem}\n`)
  return TO_PUT_RIGHT
}

function writeRefusals(
  refusals: readonly Refusal[],
  order: AuditOrder,
  texts: Texts,
): Promise<Problems | null> {
  return write(order.refused, () => refusalsCsv(refusals), texts)
}

async function write(file: string | null, content: () => string, texts: Texts): Promise<Problems | null> {
  if (file === null) return null
  try {
    await writeFile(file, content())
    return null
  } catch (error) {
    return { ok: false, problems: [texts.text('cannotWrite', { file, reason: faultOf(error, texts) })] }
  }
}

function progressOf(texts: Texts): (share: number) => void {
  const locale = localeOf(texts.language)
  let before = -1
  return (share) => {
    const percent = Math.min(100, Math.floor(share * 100))
    if (!process.stderr.isTTY || percent === before) return
    before = percent
    process.stderr.write(`\r${texts.text('reading', { percent: `${locale.number(percent)} %` })}\u001b[K`)
  }
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

try {
  process.exitCode = await main()
} catch (error) {
  const texts = textsOf(languageOf(process.env))
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`jamvikt: ${texts.text('crashed', { reason })}\n`)
  process.exitCode = FAULT
}
