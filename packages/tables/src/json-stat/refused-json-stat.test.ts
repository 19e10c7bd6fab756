import { describe, expect, it } from 'vitest'
import { readJsonStat } from './read-json-stat.ts'

const dataset = {
  version: '2.0',
  class: 'dataset',
  label: 'Sökande efter kön och år',
  id: ['kon', 'ar'],
  size: [2, 3],
  role: { time: ['ar'] },
  dimension: {
    kon: { label: 'kön', category: { index: ['K', 'M'], label: { K: 'kvinnor', M: 'män' } } },
    ar: { category: { index: { 2024: 1, 2023: 0, 2025: 2 } } },
  },
  value: [12, 0, null, 3.5, null, 9],
}

const refused = (change: object) => readJsonStat(JSON.stringify({ ...dataset, ...change }))

describe('other documents', () => {
  const old = {
    label: 'Gammal',
    dimension: {
      id: ['kon', 'ar'],
      size: [2, 1],
      role: { time: ['ar'] },
      kon: { category: { index: { K: 0, M: 1 } } },
      ar: { category: { label: { 2010: 'år 2010' } } },
    },
    value: { 0: 4 },
    status: { 1: '..' },
  }

  it('version 1.x: a bundle of datasets, named by their keys', () => {
    const read = readJsonStat(JSON.stringify({ ett: old, dataset: { ...old, value: [1, 2] } }))
    expect(read).toMatchObject({
      ok: true,
      tables: [
        { id: 'ett', title: { und: 'Gammal' } },
        { id: '', values: Float64Array.of(1, 2) },
      ],
    })
  })

  it('a collection: datasets it holds are read, the others are links', () => {
    const item = [
      { class: 'dataset', href: 'https://example.org/a.json', label: 'A' },
      dataset,
      { class: 'collection', link: { item: [dataset, { class: 'collection', href: 'b.json' }] } },
    ]
    const read = readJsonStat(JSON.stringify({ version: '2.0', class: 'collection', link: { item } }))
    expect(read).toMatchObject({
      ok: true,
      tables: [{ stub: 1 }, { stub: 1 }],
      links: [{ href: 'https://example.org/a.json', label: 'A' }, { href: 'b.json' }],
    })
  })

  it.each([
    ['<!DOCTYPE html><html>', { reason: 'html-file', line: 1 }],
    [' \n ', { reason: 'empty-file' }],
    ['{"a":\n 1,\n }', { reason: 'json-invalid', line: 3 }],
    ['[1]', { reason: 'not-this-format' }],
    ['{}', { reason: 'not-this-format' }],
    ['{"pets": {"cat": 1}}', { reason: 'not-this-format', detail: 'pets' }],
    [
      '{"version": "2.0", "class": "dimension"}',
      { reason: 'not-this-format', keyword: 'class', detail: 'dimension' },
    ],
    ['{"version": "3.0", "class": "dataset"}', { reason: 'unsupported-version', keyword: 'version' }],
    [
      '{"error": [{"status": "400", "label": "No such table"}]}',
      { reason: 'server-refused', detail: 'No such table' },
    ],
    ['{"error": "Parameter error"}', { reason: 'server-refused', detail: 'Parameter error' }],
  ])('%j is refused', (text, refusal) => {
    expect(readJsonStat(text)).toMatchObject({ ok: false, ...refusal })
  })

  it('bytes that are not UTF-8 are refused', () => {
    expect(readJsonStat(Uint8Array.of(0x7b, 0xe5, 0x7d))).toMatchObject({
      ok: false,
      reason: 'unknown-encoding',
    })
  })
})

describe('a dataset that does not hold together is refused with its place', () => {
  it.each([
    [{ value: [1, 2] }, { reason: 'too-few-values', keyword: 'value', detail: '2 ≠ 6' }],
    [{ value: [1, 2, 3, 4, 5, 6, 7] }, { reason: 'too-many-values', keyword: 'value' }],
    [{ value: { 6: 1 } }, { reason: 'value-unreadable', keyword: 'value', detail: '6' }],
    [{ value: [1, 2, 3, 'x', 5, 6] }, { reason: 'value-unreadable', keyword: 'value[3]', detail: 'x' }],
    [{ value: null }, { reason: 'member-missing', keyword: 'value' }],
    [{ status: ['p', 'p'] }, { reason: 'values-do-not-match', keyword: 'status' }],
    [{ status: { 1: 7 } }, { reason: 'member-wrong-type', keyword: 'status.1' }],
    [{ size: [2, 4] }, { reason: 'too-few-values' }],
    [{ size: [2] }, { reason: 'values-do-not-match', keyword: 'size' }],
    [{ size: [2, -3] }, { reason: 'member-wrong-type', keyword: 'size[1]' }],
    [{ size: [3, 2] }, { reason: 'values-do-not-match', keyword: 'dimension.kon.category', detail: '2 ≠ 3' }],
    [{ size: [2e9, 2e9] }, { reason: 'too-many-cells', keyword: 'size' }],
    [{ id: ['kon', 'vem'] }, { reason: 'member-missing', keyword: 'dimension.vem.category.index' }],
    [{ label: 7 }, { reason: 'member-wrong-type', keyword: 'label', detail: '7' }],
    [
      { id: ['kon', 'kon'], size: [2, 2], value: [1, 2, 3, 4] },
      { reason: 'duplicate-dimension', keyword: 'kon' },
    ],
    [
      { dimension: { ...dataset.dimension, kon: { category: { index: { K: 0, M: 2 } } } } },
      { reason: 'values-do-not-match', keyword: 'dimension.kon.category.index.M' },
    ],
    [
      { dimension: { ...dataset.dimension, kon: { category: { index: ['K', 'K'] } } } },
      { reason: 'duplicate-code', keyword: 'kon', detail: 'K' },
    ],
    [
      { dimension: { ...dataset.dimension, kon: { category: { index: ['K', 'M'], child: { K: ['X'] } } } } },
      { reason: 'unknown-child', keyword: 'kon', detail: 'X' },
    ],
  ])('%j', (change, refusal) => {
    expect(refused(change)).toMatchObject({ ok: false, ...refusal })
  })

  it('an infinite figure', () => {
    const text = JSON.stringify(dataset).replace('12', '1e999')
    expect(readJsonStat(text)).toMatchObject({ ok: false, reason: 'value-unreadable', keyword: 'value[0]' })
  })

  it('more cells than the caller allows, in one table or in several', () => {
    expect(readJsonStat(JSON.stringify(dataset), { limits: { cells: 5 } })).toMatchObject({
      reason: 'too-many-cells',
      detail: '6 > 5',
    })
    const bundle = { a: dataset, b: dataset }
    expect(readJsonStat(JSON.stringify(bundle), { limits: { cells: 11 } })).toMatchObject({
      reason: 'too-many-cells',
      keyword: 'b.size',
    })
  })

  it('nesting that could not be written back, without a fall', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const text = JSON.stringify(dataset).replace('{', `{"href":${deep},`)
    expect(readJsonStat(text)).toMatchObject({ ok: false, reason: 'syntax' })
    expect(readJsonStat(deep)).toMatchObject({ ok: false, reason: 'not-this-format' })
  })
})
