import { expect, it } from 'vitest'
import { PLAIN_STYLE } from '../model-style.ts'
import { writeDocx } from '../worker/write-docx.ts'
import { layOut } from './lay-out.ts'
import { bareWords } from './testing/any-report.ts'
import { readByLibreOffice } from './testing/libre-office.ts'
import { sampleReport } from './testing/sample-report.ts'

it('Word files are opened by LibreOffice with all their words and figures', {
  timeout: 600_000,
}, async () => {
  const report = layOut(sampleReport('sv'))
  const file = await writeDocx(report, PLAIN_STYLE, () => Promise.resolve())
  const [text] = readByLibreOffice([file]) ?? []
  if (text === undefined) return
  const told = bareWords(text)
  const texts = report.blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text]
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)) : []
  })
  expect(texts.filter((each) => !told.includes(bareWords(each)))).toEqual([])
})
