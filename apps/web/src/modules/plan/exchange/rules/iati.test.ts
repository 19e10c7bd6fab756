import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { demoPlans } from '../../../../demo/plans/demo-plans.ts'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import { anyPlan } from './any-plan.test-support.ts'
import { iatiXml } from './iati.ts'
import { readPlanJson } from './read-json.ts'

const CONTEXT = {
  region: { slug: 'exempel', name: 'Region "Exempel" & <vänner>' },
  plan: 'plan',
  now: new Date('2027-03-01T12:00:00Z'),
}

const shared =
  process.env.JAMVIKT_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../../../shared')
const specs = path.join(shared, 'data', 'specs')
const SCHEMA = 'iati-activities-schema.xsd'
/** The schema of `xml:` itself, which the standard’s folder does not hold. */
const XML_XSD = `<?xml version="1.0"?>
<xs:schema targetNamespace="http://www.w3.org/XML/1998/namespace" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="space" type="xs:NCName"/>
<xs:attribute name="base" type="xs:anyURI"/><xs:attribute name="id" type="xs:ID"/>
</xs:schema>`

const hasTool = spawnSync('xmllint', ['--version']).status === 0
const hasSchema = existsSync(path.join(specs, SCHEMA))
const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-iati-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What xmllint says against the standard’s schema; `null` where it or the schema is missing. */
function invalid(xml: string): string | null {
  if (!hasTool || !hasSchema) {
    process.stderr.write(
      `Not validated against IATI 2.03: ${hasTool ? `no ${SCHEMA} in ${specs}` : 'xmllint is missing (apt-get install libxml2-utils)'}\n`,
    )
    return null
  }
  const schema = path.join(folder, SCHEMA)
  if (!existsSync(schema)) {
    for (const name of [SCHEMA, 'iati-common.xsd'])
      copyFileSync(path.join(specs, name), path.join(folder, name))
    writeFileSync(path.join(folder, 'xml.xsd'), XML_XSD)
  }
  const file = path.join(folder, 'plan.xml')
  writeFileSync(file, xml)
  const done = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, file], { encoding: 'utf8' })
  return done.status === 0 ? null : done.stderr
}

const plan = testDocument(
  [
    testItem('priority', 'p1', null, { name: 'Stöd & <lån>', purpose: 'Lika "villkor"' }),
    testItem('national', 'n1', 'p1', { code: 'goal-economy' }),
    testItem('goal', 'g1', 'p1', { name: 'Fler', year: 2027 }),
    testItem('indicator', 'i1', 'g1', { name: 'Andel kvinnor', unit: '%', direction: 'rise' }),
    testItem('figure', 'f1', 'i1', { what: 'baseline', year: 2026, sex: 'women', value: 14 }),
    testItem('figure', 'f2', 'i1', { what: 'target', year: 2027, sex: 'women', value: 30 }, 1),
    testItem('figure', 'f3', 'i1', { what: 'actual', year: 2027, sex: 'all', missing: 'notAsked' }, 2),
    testItem('activity', 'a1', 'p1', {
      name: 'Kurs',
      start: '2026-02-01',
      end: '2026-11-30',
      unit: 'Enheten',
    }),
    testItem('activity', 'a2', 'p1', { name: 'Utan datum' }, 1),
    testItem('budget', 'b1', null, { over: ['activity', 'year'] }),
    testItem('financier', 'm1', null, { name: 'Staten' }),
    testItem('role', 'r1', null, { name: 'Direktör', duty: 'owner', organisation: 'Regionen' }),
  ],
  [
    { budget: 'b1', key: ['a1', '2026'], amountOre: 123_456n },
    { budget: 'b1', key: ['a1', '2027'], amountOre: 0n },
    { budget: 'b1', key: ['a1', '2028'], amountOre: 5n },
    { budget: 'b1', key: ['a2', '2026'], amountOre: 100n },
  ],
)

describe('a plan as IATI activities', () => {
  const xml = iatiXml(plan, CONTEXT)

  it('is valid by the schema of the standard', () => {
    expect(invalid(xml)).toBeNull()
  })

  it('is valid whatever is written in it', () => {
    const all = fc.sample(anyPlan, { seed: 1, numRuns: 60 }).map((each) => iatiXml(each, CONTEXT))
    // One document of them all: the tool is slow to start.
    const activities = all.join('\n').match(/<iati-activity .*<\/iati-activity>/g) ?? []
    expect(activities.length).toBeGreaterThan(60)
    expect(
      invalid(
        `<?xml version="1.0"?><iati-activities version="2.03">${activities.join('')}</iati-activities>`,
      ),
    ).toBeNull()
  })

  it('is valid for the plans of the demo', () => {
    for (const { slug, text } of demoPlans()) {
      const { document } = readPlanJson(text)
      if (document === null) throw new Error(slug)
      expect(invalid(iatiXml(document, { ...CONTEXT, plan: slug })), slug).toBeNull()
    }
  })

  it('is valid of a plan without dates of activities or money, and with signs that XML does not take', () => {
    const signs = 'a\ufffe]]>&amp;<!--🙂\u202e'
    const bare = testDocument([
      testItem('priority', 'p', null, { name: signs, purpose: signs }),
      testItem('goal', 'g', 'p', { name: signs, year: null }),
      testItem('indicator', 'i', 'g', { name: signs, unit: signs }),
      testItem('figure', 'f', 'i', { what: 'actual', year: null, sex: null, value: 0 }),
      testItem('activity', 'a', 'p', { name: signs, start: null, end: '2026-01-01' }),
      testItem('budget', 'b', null, { over: ['activity'] }),
    ])
    const xml = iatiXml(bare, { ...CONTEXT, region: { slug: 'x', name: `${signs}\u0001` } })
    expect(invalid(xml)).toBeNull()
    expect(xml).not.toMatch(/<(budget|transaction)[ >]/)
  })

  it('names plan, priorities and activities, each with what is above and below it', () => {
    expect(xml.match(/hierarchy="1"/g)).toHaveLength(1)
    expect(xml.match(/hierarchy="2"/g)).toHaveLength(1)
    expect(xml.match(/hierarchy="3"/g)).toHaveLength(2)
    expect(xml).toContain('<related-activity ref="SE-JAMVIKT-exempel-plan-p1" type="1"/>')
    expect(xml).toContain('<related-activity ref="SE-JAMVIKT-exempel-plan-a1" type="2"/>')
  })

  it('tells budgets by year exactly, and none that is not known', () => {
    expect(xml).toContain('<value currency="SEK" value-date="2026-01-01">1234.56</value>')
    expect(xml).toContain('<value currency="SEK" value-date="2027-01-01">0.00</value>')
    expect(xml).toContain('<value currency="SEK" value-date="2028-01-01">0.05</value>')
    // Of the plan and its priority only 2026 is whole: the other years lack an amount.
    expect(xml.match(/<value /g)?.length).toBe(6)
  })

  it('tells figures by sex, and why one is missing', () => {
    expect(xml).toContain('<baseline year="2026" value="14"><dimension name="sex" value="women"/></baseline>')
    expect(xml).toContain('<target value="30"><dimension name="sex" value="women"/></target>')
    expect(xml).toContain('<actual><comment><narrative>Inte frågat</narrative></comment></actual>')
  })
})
