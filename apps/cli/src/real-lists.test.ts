import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { workplace } from './run-cli.test-support.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../shared')

if (existsSync(join(SHARED, 'data/grants'))) {
  const ERUF = join(SHARED, 'data/grants/eruf_sverige/eruf_2014_2020_utan_personuppgifter.csv')
  const RESEARCH = join(SHARED, 'data/microdata/dslabs_research_funding_rates.csv')
  const place = workplace({
    'eruf.json': JSON.stringify({
      columns: {
        case: 'ärende-id',
        recipient: 'stödmottagare',
        grantedAmount: 'beviljat_belopp_sek',
        sex: 'projektledare_kon_harlett_av_fornamn',
        county: 'län',
      },
      values: { sex: { man: 'men', kvinna: 'women', osäker: 'noAnswer', '': 'noAnswer' } },
      constants: { outcome: 'granted' },
      leaderRule: 'project leader',
      sexInferred: true,
    }),
    'research.json': JSON.stringify({
      columns: { industry: 'discipline' },
      industryVersion: 'none',
      leaderRule: 'project leader',
      aggregated: ['women', 'men'].map((sex) => ({
        by: { sex },
        applied: `applications_${sex}`,
        granted: `awards_${sex}`,
        refused: 'applied-granted',
      })),
    }),
  })
  afterAll(place.leave)

  describe('projects of the regional fund, their leaders’ sex inferred from first names', () => {
    it('are shown in the working view, without what a list of grants cannot tell', async () => {
      const run = await place.run(['audit', ERUF, '--mapping', 'eruf.json', '--working', '--json', 'o.json'])
      expect(run).toMatchObject({ exit: 0, err: '' })
      expect(place.json('o.json')).toMatchObject({
        rows: 374,
        refusedRows: 0,
        sexInferred: true,
        leaderRule: 'project leader',
        missingStages: ['base', 'applied', 'decided', 'amountApplied'],
        overall: { granted: 374, applied: null, decided: null, rate: null },
        gap: { entering: 'granted' },
      })
      const granted = Object.fromEntries(
        place
          .json('o.json')
          .groups.map(({ by, granted }: { by: { sex: string }; granted: number }) => [by.sex, granted]),
      )
      expect(granted).toEqual({ women: 158, men: 168, noAnswer: 48 })
    })

    it('are refused otherwise', async () => {
      const run = await place.run(['audit', ERUF, '--mapping', 'eruf.json'])
      expect(run).toMatchObject({ exit: 2, out: '' })
      expect(run.err).toContain('härlett')
    })
  })

  it('the research funding table: men 17.7 %, women 14.9 %, disciplines pointing both ways', async () => {
    const run = await place.run([
      ...['audit', RESEARCH, '--mapping', 'research.json', '--by', 'sex,industry'],
      ...['--working', '--json', 'o.json', '--lang', 'en'],
    ])
    expect(run).toMatchObject({ exit: 0, err: '' })
    expect(run.out).toMatch(/^men +1,635 +1,635 +290 +17\.7 %/m)
    expect(run.out).toMatch(/^women +1,188 +1,188 +177 +14\.9 %/m)
    expect(place.json('o.json')).toMatchObject({
      simpson: { dimension: 'industry', overall: 'womenLower', mixed: true, reversal: false },
      gap: null,
      gapReason: 'no-amount-stage',
      missingStages: ['base', 'amountApplied', 'amountGranted'],
    })
  })
} else {
  console.warn(`the real lists are not audited: ${SHARED} is not there`)
  it('are passed over where the real lists are not at hand', () =>
    expect(existsSync(join(SHARED, 'data/grants'))).toBe(false))
}
