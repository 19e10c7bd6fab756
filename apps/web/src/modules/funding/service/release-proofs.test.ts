import { verifyGroups } from '@jamvikt/disclosure'
import type { MappingInput } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/policy.ts'
import { sha256 } from '../../../platform/sha256.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { csvOf, many, TEST_MAPPING } from '../../../testing/test-funding.ts'
import { openTestReleases, TWO_YEARS } from '../../../testing/test-releases.ts'
import type { FundingList } from '../model.ts'
import type { ProtectedPeriod, ReleasedPayload } from '../worker/engine-messages.ts'
import { previewRelease } from './release-periods.ts'

const database = await openTestDatabase()
const { bring, doors, release, renew, ledgerOf } = openTestReleases(database)

/** The released tables of a list with their proofs, as the database keeps them. */
async function keptOf(list: FundingList) {
  const { rows } = await database.owner.query<{ payload: ReleasedPayload; certificate: unknown }>(
    `select payload, certificate from released_table join release_certificate on id = released_table_id
    where dataset = $1`,
    [`funding-list:${list.id}`],
  )
  return rows
}

/** As `csvOf`, with a form and a unit for each case: tables side by side. */
const ofManyWays = csvOf(TWO_YEARS)
  .split('\n')
  .map(
    (line, i) =>
      `${line};${i === 0 ? 'Stöd;Kontor' : `${['Stora', 'Små'][i % 2]};${['N', 'S', 'Ö'][i % 3]}`}`,
  )
  .join('\n')
const ways: MappingInput = {
  ...TEST_MAPPING,
  columns: { ...TEST_MAPPING.columns, supportForm: 'Stöd', unit: 'Kontor' },
}
const summed = 'Bransch;KS;KB;MS;MB\nA;40;20;90;50\nB;2;1;80;30\nC;60;20;70;40'
const aggregated: MappingInput = {
  columns: { industry: 'Bransch' },
  industryVersion: 'none',
  leaderRule: 'CEO',
  aggregated: [
    { by: { sex: 'women' }, applied: 'KS', granted: 'KB', refused: 'applied-granted' },
    { by: { sex: 'men' }, applied: 'MS', granted: 'MB', refused: 'applied-granted' },
  ],
}

describe('what is released is kept with a proof that holds for it', () => {
  it.each([
    ['of cases', csvOf(TWO_YEARS), TEST_MAPPING, ['2022', '2023']],
    ['of cases that are sorted in several ways', ofManyWays, ways, ['2022', '2023']],
    ['of sums', summed, aggregated, ['undated']],
    ['too small for any group to be shown', csvOf(many('k', 'K', 2, 1)), TEST_MAPPING, ['2023']],
  ] as const)('of a list %s', async (_, content, mapping, periods) => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, content, { mapping })
    expect(await release(analyst, list, ...periods)).toMatchObject({ ok: true })
    const kept = await keptOf(list)
    expect(kept).toHaveLength(periods.length)
    for (const { payload, certificate } of kept) {
      // A proof says nothing of medians.
      const groups = payload.cells.map((cell) => {
        if (cell.suppressed) return cell
        const { medianGrantedOre: _, ...figures } = cell
        return figures
      })
      const options = { threshold: list.threshold, recipientsUnknown: list.kind === 'aggregated' }
      expect(verifyGroups(groups, certificate, sha256, options)).toMatchObject({ ok: true })
      expect(payload.threshold).toBe(list.threshold)
      expect(payload.hidden).toBe(payload.cells.filter(({ suppressed }) => suppressed).length)
    }
  })
})

describe('a proof that does not hold', () => {
  /** Releases 2023 after a change of what the engine gave. */
  async function spoilt(analyst: Actor, list: FundingList, change: (period: ProtectedPeriod) => object) {
    const preview = await previewRelease(doors, analyst, list)
    if (preview.kind !== 'protected') throw new Error('not protected')
    for (const period of preview.periods) if (period.period === '2023') Object.assign(period, change(period))
    return release(analyst, list, '2022', '2023')
  }
  const refused = { ok: false, reason: 'certificate-fails' }
  const withoutWitnesses = ({ certificate }: ProtectedPeriod) => ({
    certificate: { ...certificate, witnesses: [] },
  })
  const withOneMoreShown = ({ payload }: ProtectedPeriod) => {
    const at = payload.cells.findIndex(({ suppressed }) => suppressed)
    const other = payload.cells.find(({ suppressed }) => !suppressed)
    const by = payload.cells[at]?.by
    if (!by || !other || other.suppressed) throw new Error('nothing is hidden')
    return { payload: { ...payload, cells: payload.cells.with(at, { ...other, by }) } }
  }

  const withoutRecipients = ({ certificate }: ProtectedPeriod) => {
    const { figures } = certificate
    const named = (name: string) => figures.filter((one) => one.kind === 'amount' && one.name === name)
    const amounts = ['applied', 'granted'].flatMap((name) => named(name).slice(0, 1))
    const unknown = amounts.map((one) => ({ ...one, contributors: null }))
    const parts = figures.filter(({ kind }) => kind === 'part')
    return { certificate: { ...certificate, figures: [...parts, ...unknown] } }
  }

  it.each([
    ['without witnesses', withoutWitnesses],
    ['without the recipients of a list of cases', withoutRecipients],
    ['for one hidden group more than is hidden', withOneMoreShown],
  ])('%s lets no period out', async (_, change) => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(TWO_YEARS))
    expect(await spoilt(analyst, list, change)).toEqual(refused)
    expect(await ledgerOf(list)).toEqual([])
    const { rows } = await database.owner.query('select 1 from funding_released_case where list_id = $1', [
      list.id,
    ])
    expect(rows).toEqual([])
  })

  it('for a smaller count than the list’s lets no period out', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(TWO_YEARS))
    const milder = await previewRelease(doors, analyst, { ...list, threshold: list.threshold - 1 })
    if (milder.kind !== 'protected') throw new Error('not protected')
    expect(milder.periods.map(({ payload }) => payload.threshold)).toEqual([4, 4])
    expect(await release(analyst, list, '2022', '2023')).toEqual(refused)
    expect(await ledgerOf(list)).toEqual([])
  })

  it('leaves what a correction would take the place of, and what it would withdraw', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(TWO_YEARS))
    await release(analyst, list, '2022')
    const now = await renew(analyst, list, [
      ...TWO_YEARS,
      ...many('one', 'K', 1, 0, { decidedOn: '2022-05-01' }),
    ])
    expect(await spoilt(analyst, now, withoutWitnesses)).toEqual(refused)
    expect(await ledgerOf(now)).toEqual([{ period: '2022', stands: true, notice: null }])
  })
})
