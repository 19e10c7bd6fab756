import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Dataset } from '../modules/statistics/model-datasets.ts'
import { addStatistics } from '../modules/statistics/routes.tsx'
import { addComment, decideComment } from '../modules/statistics/service/comments.ts'
import { openDataset } from '../modules/statistics/service/datasets.ts'
import { keepNewDataset, keepNewVersion } from '../modules/statistics/service/keep-draft.ts'
import {
  approvePublication,
  proposePublication,
  withdrawPublication,
} from '../modules/statistics/service/publish.ts'
import type { StatisticsDoors } from '../modules/statistics/service/receive-base.ts'
import { receiveTable } from '../modules/statistics/service/receive-table.ts'
import { withTenant } from '../platform/db/tenant.ts'
import { FileStore } from '../platform/files.ts'
import type { Web } from '../platform/http/context.ts'
import type { Actor } from '../platform/policy.ts'
import type { TestDatabase } from './test-database.ts'

/** Women and men of two municipalities and the whole in two years; invented. */
export const SMALL_TABLE = `region;kön;år;value;status
2080 Falun;kvinnor;2022;60;
2080 Falun;män;2022;80;
2081 Borlänge;kvinnor;2022;30;
2081 Borlänge;män;2022;;..
2080 Falun;kvinnor;2023;65;
2080 Falun;män;2023;82;
2081 Borlänge;kvinnor;2023;0;-
2081 Borlänge;män;2023;41;
`

/** The use cases of statistics on a test database, each as whoever acts. */
export function openTestStatistics(database: TestDatabase) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-tables-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const doors: StatisticsDoors = {
    root: path.resolve('.'),
    files: new FileStore(folder),
    inRegion: (actor, work) => withTenant(database.db, actor, work),
  }

  /** Reads a text as a file, and lays it by. */
  const draft = async (
    actor: Actor,
    content: string,
    fileName = 'tabell.csv',
    datasetId: string | null = null,
  ) => {
    const received = await receiveTable(doors, actor, {
      file: new File([content], fileName),
      fileName,
      reading: null,
      datasetId,
      address: null,
      fetchedAt: new Date('2026-11-22T08:00:00Z'),
    })
    if (!received.ok) throw new Error(JSON.stringify(received))
    return received.draft
  }

  /** Brings a text in as a new dataset. */
  const bring = async (
    actor: Actor,
    content = SMALL_TABLE,
    about: Partial<Dataset> = {},
  ): Promise<Dataset> => {
    const id = await draft(actor, content)
    const slug = about.slug ?? `tabell-${randomUUID().slice(0, 8)}`
    const kept = await doors.inRegion(actor, (db) =>
      keepNewDataset(db, actor, id, {
        slug,
        name: 'Löner efter kommun och kön',
        description: '',
        area: 'economy',
        licence: 'CC0',
        contact: '',
        rhythm: 'yearly',
        fetchAgain: 'never',
        source: { kind: 'file', producer: 'Påhittad myndighet' },
        synthetic: false,
        ...about,
      }),
    )
    if (!kept.ok) throw new Error(kept.reason)
    return datasetOf(actor, slug)
  }

  /** Reads a text as the next version of a dataset. */
  const renew = async (actor: Actor, dataset: Dataset, content: string) => {
    const id = await draft(actor, content, 'tabell.csv', dataset.id)
    return doors.inRegion(actor, (db) => keepNewVersion(db, actor, id))
  }

  const datasetOf = async (actor: Actor, slug: string): Promise<Dataset> => {
    const opened = await doors.inRegion(actor, (db) => openDataset(db, slug))
    if (opened === null) throw new Error('no dataset')
    return opened.dataset
  }

  /** Proposes as one and approves as another. */
  const publish = async (
    dataset: Dataset,
    by: { readonly proposer: Actor; readonly decider: Actor },
    rest: { readonly openFrom?: Date; readonly notice?: string } = {},
  ) => {
    const { openFrom = null, notice = null } = rest
    const proposed = await doors.inRegion(by.proposer, (db) =>
      proposePublication(db, by.proposer, { datasetId: dataset.id, openFrom, notice }),
    )
    if (!proposed.ok) throw new Error(proposed.reason)
    const approved = await doors.inRegion(by.decider, (db) => approvePublication(db, by.decider, proposed.id))
    if (!approved.ok) throw new Error(approved.reason)
    return proposed.id
  }
  const withdraw = (id: string, by: Actor, notice: string) =>
    doors.inRegion(by, (db) => withdrawPublication(db, by, id, notice))

  /** Says something of a figure; gives the comment's id. */
  const comment = (dataset: Dataset, by: Actor, body: string) =>
    doors.inRegion(by, (db) =>
      addComment(db, by, { datasetId: dataset.id, version: dataset.version, view: 'gap=ratio', body }),
    )
  const review = (id: string, by: Actor) => doors.inRegion(by, (db) => decideComment(db, by, id, 'review'))
  const addPages = (app: Web) => addStatistics(app, doors)
  return { doors, addPages, draft, bring, renew, publish, withdraw, comment, review, datasetOf }
}
