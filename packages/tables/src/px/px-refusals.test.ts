import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pxFile } from './px-file.test-support.ts'
import { readPx } from './read-px.ts'

const HEAD_LINES = 15

describe('a file that is no PX file', () => {
  it.each([
    ['', 'empty-file'],
    ['  \n ', 'empty-file'],
    ['<!doctype html><title>Logga in</title>', 'html-file'],
    ['{"class":"dataset"}', 'not-this-format'],
    ['[Descr]\nName=x', 'not-this-format'],
    ['kön;antal\nkvinna;1', 'not-this-format'],
    ['PK\x03\x04', 'not-this-format'],
    ['\xff\xfeC\0', 'unknown-encoding'],
  ])('%j is refused: %s', async (text, reason) => {
    expect(await readPx(Buffer.from(text, 'latin1'))).toMatchObject({ ok: false, reason })
  })

  it('that is not there is refused', async () => {
    expect(await readPx(join(import.meta.dirname, 'no-such.px'))).toEqual({
      ok: false,
      reason: 'cannot-read-file',
    })
  })
})

describe('metadata', () => {
  it.each([
    ['MATRIX', 'keyword-missing', 'MATRIX'],
    ['CONTENTS', 'keyword-missing', 'CONTENTS'],
    ['UNITS', 'keyword-missing', 'UNITS'],
    ['DECIMALS', 'keyword-missing', 'DECIMALS'],
    ['TITLE', 'keyword-missing', 'TITLE'],
    ['SUBJECT-CODE', 'keyword-missing', 'SUBJECT-CODE'],
    ['VALUES("år")', 'keyword-missing', 'VALUES'],
  ])('without %s are refused: %s', async (left, reason, keyword) => {
    const read = await readPx(pxFile({ [left]: undefined }))
    expect(read).toMatchObject({ ok: false, reason, keyword, line: HEAD_LINES - 1 })
  })

  it('without stub and heading are refused', async () => {
    const none = { STUB: undefined, HEADING: undefined }
    expect(await readPx(pxFile(none))).toMatchObject({ reason: 'keyword-missing', keyword: 'STUB' })
  })

  it.each([
    ['TITLE[sv]', '"Dubbel"', 'keyword-twice', 'TITLE'],
    ['CODES("år")', '"1"', 'values-do-not-match', 'CODES'],
    ['CODES[en]("kön")', '"2","1"', 'values-do-not-match', 'CODES'],
    ['VALUES("ålder")', '"1"', 'keyword-unknown-variable', 'VALUES'],
    ['ELIMINATION("kön")', '"flickor"', 'keyword-unknown-value', 'ELIMINATION'],
    ['VALUENOTE("kön","flickor")', '"x"', 'keyword-unknown-value', 'VALUENOTE'],
    ['CELLNOTE("kvinnor")', '"x"', 'syntax', 'CELLNOTE'],
    ['DATANOTECELL("3","*")', '"x"', 'keyword-unknown-value', 'DATANOTECELL'],
    ['UNITS("kvinnor")', '"x"', 'keyword-unknown-value', 'UNITS'],
    ['DOUBLECOLUMN("ålder")', 'YES', 'keyword-unknown-variable', 'DOUBLECOLUMN'],
    ['META-ID("kön","flickor")', '"x"', 'keyword-unknown-value', 'META-ID'],
    ['HIERARCHIES("kön")', '"1","1":"3"', 'keyword-unknown-value', 'HIERARCHIES'],
    ['HIERARCHIES("kön")', '"1":"2","2":"1"', 'circular-children', 'HIERARCHIES'],
    ['TIMEVAL("år")', 'TLIST(A1),"2023"', 'values-do-not-match', 'TIMEVAL'],
    ['TIMEVAL("år")', 'TLIST(A1,"2024"-"2023")', 'value-unreadable', 'TIMEVAL'],
    ['TIMEVAL("år")', '"2023","2024"', 'syntax', 'TIMEVAL'],
    ['SHOWDECIMALS', 'många', 'value-unreadable', 'SHOWDECIMALS'],
    ['SOURCE', '"a" b', 'syntax', 'SOURCE'],
    ['SOURCE', '"a";"b"', 'syntax', ''],
    ['NOTE[]', '"a"', 'syntax', 'NOTE'],
    ['NOTE("kön"', '"a"', 'syntax', 'NOTE'],
    ['INFO', '"utan slut', 'unterminated-quote', 'INFO'],
  ])('with %s=%s are refused: %s', async (head, value, reason, keyword) => {
    expect(await readPx(pxFile({ [head]: value }))).toMatchObject({
      ok: false,
      reason,
      keyword,
      line: HEAD_LINES,
    })
  })

  it('with two values of the same code are refused with its line', async () => {
    const read = await readPx(pxFile({ 'CODES("kön")': '"1","1"' }))
    expect(read).toMatchObject({ reason: 'duplicate-code', keyword: 'CODES', line: 14, detail: 'kön: 1' })
  })

  it('that a semicolon is missing from are refused where it is', async () => {
    const text = pxFile().toString('latin1').replace('MATRIX="M";', 'MATRIX="M"')
    expect(await readPx(Buffer.from(text, 'latin1'))).toMatchObject({ reason: 'syntax', keyword: 'MATRIX' })
  })

  it('of more languages than any file has are refused', async () => {
    const many = Array.from({ length: 200 }, (_, at) => `"a${String.fromCharCode(97 + (at % 26))}-${at}"`)
    expect(await readPx(pxFile({ LANGUAGES: many.join(',') }))).toMatchObject({ reason: 'syntax' })
    expect(await readPx(pxFile({ LANGUAGE: '"constructor"' }))).toMatchObject({ reason: 'syntax', line: 2 })
  })
})

describe('data', () => {
  it.each([
    ['1 2 3;', 'too-few-values', HEAD_LINES + 2],
    ['1 2\n3 4 5;', 'too-many-values', HEAD_LINES + 2],
    ['1 2\n\n3 x;', 'value-unreadable', HEAD_LINES + 3],
    ['1 2 3 1.2.3;', 'value-unreadable', HEAD_LINES + 1],
    ['1 2 3 1e999;', 'value-unreadable', HEAD_LINES + 1],
    ['1 2 3 "nej";', 'value-unreadable', HEAD_LINES + 1],
    ['1 2 3 "..', 'value-unreadable', HEAD_LINES + 1],
    [`1 2 3 ${'9'.repeat(1000)};`, 'value-unreadable', HEAD_LINES + 1],
  ])('%j are refused: %s', async (data, reason, line) => {
    expect(await readPx(pxFile({}, data))).toMatchObject({ ok: false, reason, line, keyword: 'DATA' })
  })

  it('that stop in the middle of the last figure, so far that nobody can tell, are refused', async () => {
    const cut = pxFile({}, '1 2 3 4')
    expect(await readPx(cut.subarray(0, -1))).toMatchObject({
      reason: 'syntax',
      keyword: 'DATA',
      detail: 'no ;',
    })
    expect((await readPx(cut)).ok).toBe(true)
  })

  it.each([
    ['"flickor",1 2;', 'keyword-unknown-value'],
    ['"män",1 2\n"män",3 4;', 'duplicate-key'],
    ['"män",1;', 'too-few-values'],
    ['"män",1 2 3;', 'syntax'],
    ['"män",1 2', 'syntax'],
    ['"män",1 2; "kvinnor",1 2;', 'too-many-values'],
  ])('with keys, %j are refused: %s', async (data, reason) => {
    expect(await readPx(pxFile({ 'KEYS("kön")': 'VALUES' }, data))).toMatchObject({
      ok: false,
      reason,
      keyword: 'DATA',
    })
  })

  it('whose keys are of the heading are refused', async () => {
    expect(await readPx(pxFile({ 'KEYS("år")': 'VALUES' }))).toMatchObject({
      reason: 'keyword-unknown-variable',
    })
  })

  it('of more cells than allowed are refused before they are read', async () => {
    expect(await readPx(pxFile(), { limits: { cells: 3 } })).toMatchObject({
      reason: 'too-many-cells',
      detail: '4 > 3',
    })
    const values = Array.from({ length: 5000 }, (_, at) => `"${at}"`).join()
    const huge = { 'VALUES("kön")': values, 'CODES("kön")': values, 'VALUES("år")': values }
    expect(await readPx(pxFile(huge))).toMatchObject({ reason: 'too-many-cells', keyword: 'DATA' })
    expect(await readPx(pxFile(), { limits: { textBytes: 100 } })).toMatchObject({ reason: 'too-large' })
  })
})
