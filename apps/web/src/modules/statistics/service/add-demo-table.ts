import type { Actor } from '../../../platform/policy.ts'
import type { Area } from '../model-datasets.ts'
import { keepNewDataset } from './keep-draft.ts'
import { approvePublication, proposePublication } from './publish.ts'
import type { StatisticsDoors } from './receive-base.ts'
import { receiveTable } from './receive-table.ts'

/** Brings an invented table in and publishes it by the way of every other; it says of itself that it is synthetic. */
export async function addDemoTable(
  doors: StatisticsDoors,
  { analyst, administrator }: { readonly analyst: Actor; readonly administrator: Actor },
  demo: {
    readonly name: string
    readonly slug: string
    readonly description: string
    readonly area: Area
    readonly fileName: string
    readonly csv: string
  },
): Promise<void> {
  const received = await receiveTable(doors, analyst, {
    file: new Blob([demo.csv]),
    fileName: demo.fileName,
    reading: null,
    datasetId: null,
    address: null,
    fetchedAt: new Date(),
  })
  if (!received.ok) throw new Error(`the demo table is not read: ${received.reason}`)
  const proposed = await doors.inRegion(analyst, async (db) => {
    const kept = await keepNewDataset(db, analyst, received.draft, {
      slug: demo.slug,
      name: demo.name,
      description: demo.description,
      area: demo.area,
      licence: 'CC0',
      contact: '',
      rhythm: 'irregular',
      fetchAgain: 'never',
      source: { kind: 'file', producer: 'Påhittad, Region Exempel' },
      synthetic: true,
    })
    if (!kept.ok) throw new Error(`the demo table is not kept: ${kept.reason}`)
    return proposePublication(db, analyst, { datasetId: kept.datasetId, openFrom: null, notice: null })
  })
  if (!proposed.ok) throw new Error(`the demo table is not proposed: ${proposed.reason}`)
  await doors.inRegion(administrator, (db) => approvePublication(db, administrator, proposed.id))
}
