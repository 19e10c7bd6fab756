import path from 'node:path'
import { localeOf } from '@jamvikt/i18n'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { WebEnv } from '../../../platform/http/context.ts'
import { readZip } from '../documents/testing/read-zip.ts'
import { sampleReport } from '../documents/testing/sample-report.ts'
import { DocumentMaker, documentAnswer, isDocumentKind, layOut, PLAIN_STYLE } from '../public.ts'

const maker = new DocumentMaker(path.resolve('.'))

describe('documents are made in processes of their own', () => {
  it('that say how far they are', async () => {
    const heard: number[] = []
    const made = await maker.make('docx', layOut(sampleReport('sv')), PLAIN_STYLE, null, (done) =>
      heard.push(done),
    )
    expect(made.ok && readZip(made.bytes).has('word/document.xml')).toBe(true)
    expect(heard.length).toBeGreaterThan(1)
    expect(heard).toEqual([...heard].sort((a, b) => a - b))
    expect(heard.at(-1)).toBe(1)
  })

  it('and end when they take too long or too much', async () => {
    const report = layOut(sampleReport('sv', 400))
    const soon = new DocumentMaker(path.resolve('.'), { memoryMegabytes: 512, seconds: 0.05 })
    expect(await soon.make('pdf', report, PLAIN_STYLE)).toEqual({ ok: false, reason: 'out-of-time' })
    const narrow = new DocumentMaker(path.resolve('.'), { memoryMegabytes: 20, seconds: 60 })
    expect(await narrow.make('docx', report, PLAIN_STYLE)).toMatchObject({ ok: false })
  })

  it('a few at a time, and more than wait are refused', async () => {
    const report = layOut(sampleReport('sv', 1))
    const small = new DocumentMaker(path.resolve('.'), { memoryMegabytes: 512, seconds: 60 }, 1)
    const made = await Promise.all([1, 2, 3, 4].map(() => small.make('xlsx', report, PLAIN_STYLE)))
    expect(made.filter(({ ok }) => ok)).toHaveLength(3)
    expect(made.filter((one) => !one.ok && one.reason === 'busy')).toHaveLength(1)
  })
})

describe('a report is answered with', () => {
  const app = new Hono<WebEnv>()
  app.get('/:kind', (c) => {
    c.set('locale', localeOf('sv'))
    const kind = c.req.param('kind')
    return isDocumentKind(kind) ? documentAnswer(c, maker, sampleReport('sv'), kind) : c.notFound()
  })

  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['html', 'text/html; charset=UTF-8', '<!DOCTYPE html>'],
  ])('%s, by its Swedish name', async (kind, type, begins) => {
    const answer = await app.request(`/${kind}`)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Halvarsrapport for jamstalld regional tillvaxt.${kind}"; filename*=UTF-8''Halv%C3%A5rsrapport%20f%C3%B6r%20j%C3%A4mst%C3%A4lld%20regional%20tillv%C3%A4xt.${kind}`,
    )
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(
      new RegExp(`^${begins.replace('.', '\\.')}`),
    )
  })

  it('nothing of a kind that is not made', async () => {
    expect((await app.request('/constructor')).status).toBe(404)
  })
})
