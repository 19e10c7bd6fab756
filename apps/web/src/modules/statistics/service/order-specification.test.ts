import { inflateRawSync } from 'node:zlib'
import { localeOf } from '@jamvikt/i18n'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestStatistics } from '../../../testing/test-statistics.ts'
import { openDataset } from './datasets.ts'
import { orderSpecification } from './order-specification.ts'

const database = await openTestDatabase()
const { doors, bring } = openTestStatistics(database)

/** A part of a Word file, by the zip's central directory. */
function partOf(file: Buffer, name: string): string {
  for (
    let at = file.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = file.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const length = file.readUInt16LE(at + 28)
    if (file.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const start = file.readUInt32LE(at + 42)
    const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
    return inflateRawSync(file.subarray(from, from + file.readUInt32LE(at + 20))).toString('utf8')
  }
  throw new Error(`no ${name}`)
}

it.each(['sv', 'en'] as const)(
  'is a Word document in the reader’s language (%s), with headings and no figures',
  async (language) => {
    const analyst = await database.actor()
    const dataset = await bring(analyst)
    const opened = await doors.inRegion(analyst, (db) => openDataset(db, dataset.slug))
    if (opened === null) throw new Error('no dataset')
    const bytes = await orderSpecification(
      {
        dataset,
        parts: opened.table,
        wanted: ['age', 'background'],
        purpose: 'Se om gapet skiljer sig <mellan> grupper & år',
        region: 'Region Exempel',
        contact: 'Analys',
      },
      localeOf(language),
    )
    const file = Buffer.from(bytes)
    const text = partOf(file, 'word/document.xml')
    const words = text.replace(/<[^>]+>/g, ' ')
    const expected = {
      sv: ['Bakgrund: född i Sverige', 'Skydd av små grupper'],
      en: ['Background: born in Sweden', 'Protection of small groups'],
    }
    for (const part of [dataset.name, 'Falun, Borlänge', ...expected[language]]) expect(words).toContain(part)
    expect(text).toContain('Se om gapet skiljer sig &lt;mellan&gt; grupper &amp; år')
    expect(text).toMatch(/w:pStyle w:val="Heading1"/)
    expect(partOf(file, 'word/styles.xml')).toContain(`w:val="${language === 'sv' ? 'sv-SE' : 'en-GB'}"`)
    for (const figure of ['>82<', '>41<', ' 82 ', ' 41 ']) expect(words).not.toContain(figure)
  },
)
