import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type MappingInput, mappingSchema } from '@jamvikt/tables'
import { afterAll } from 'vitest'
import type { FundingList, ImportRun } from '../modules/funding/model.ts'
import { AuditEngine } from '../modules/funding/service/audit-engine.ts'
import type { FundingDoors } from '../modules/funding/service/doors.ts'
import { getImport } from '../modules/funding/service/get-imports.ts'
import { getList } from '../modules/funding/service/get-lists.ts'
import { inspectUpload } from '../modules/funding/service/inspect-upload.ts'
import { receiveUpload } from '../modules/funding/service/receive-upload.ts'
import { runImport } from '../modules/funding/service/run-import.ts'
import { startImport } from '../modules/funding/service/start-import.ts'
import { withTenant } from '../platform/db/tenant.ts'
import { FileStore } from '../platform/files.ts'
import type { Actor } from '../platform/policy.ts'
import type { TestDatabase } from './test-database.ts'

/** One application as the tests write it; the rest of a case is filled in. */
export interface TestCase {
  readonly id: string
  readonly sex: string
  readonly outcome: 'Beviljad' | 'Avslag' | 'Återkallad' | 'Pågående'
  readonly decidedOn?: string
  readonly industry?: string
  readonly applied?: number
  readonly granted?: number
  readonly recipient?: string
}

export const TEST_MAPPING: MappingInput = {
  columns: {
    case: 'Dnr',
    recipient: 'Mottagare',
    outcome: 'Beslut',
    appliedAmount: 'Sökt',
    grantedAmount: 'Beviljat',
    decidedOn: 'Datum',
    industry: 'Bransch',
    sex: 'Kön',
  },
  values: {
    outcome: { Beviljad: 'granted', Avslag: 'refused', Återkallad: 'withdrawn', Pågående: 'pending' },
    sex: { K: 'women', M: 'men' },
  },
  leaderRule: 'CEO',
  industryVersion: 'none',
  dates: 'YYYY-MM-DD',
  numbers: 'swedish',
}

export function csvOf(cases: readonly TestCase[]): string {
  const rows = cases.map((one) => {
    const applied = one.applied ?? 100_000
    const granted = one.outcome === 'Beviljad' ? (one.granted ?? applied / 2) : ''
    const date = one.decidedOn ?? (one.outcome === 'Pågående' ? '' : '2023-05-01')
    return [
      one.id,
      one.recipient ?? `Firma ${one.id}`,
      one.outcome,
      applied,
      granted,
      date,
      one.industry ?? 'Handel',
      one.sex,
    ].join(';')
  })
  return ['Dnr;Mottagare;Beslut;Sökt;Beviljat;Datum;Bransch;Kön', ...rows].join('\n')
}

/** Many like cases: so many granted and refused of a sex, in an industry and year. */
export function many(
  prefix: string,
  sex: string,
  granted: number,
  refused: number,
  rest: Partial<TestCase> = {},
): TestCase[] {
  return Array.from({ length: granted + refused }, (_, index) => ({
    id: `${prefix}-${index}`,
    sex,
    outcome: index < granted ? ('Beviljad' as const) : ('Avslag' as const),
    ...rest,
  }))
}

/** The module's use cases with jobs run at once, on a test database. `patienceMs`: how long a page waits for its tables. */
export function openTestFunding(database: TestDatabase, patienceMs?: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-files-'))
  const root = path.resolve('.')
  const engine = new AuditEngine(root, database.appUrl, patienceMs)
  const files = new FileStore(folder)
  const doors: FundingDoors = {
    root,
    db: database.db,
    files,
    engine,
    inRegion: (actor, work) => withTenant(database.db, actor, work),
    send: (queue, data) => (queue === 'inspect' ? inspectUpload(doors, data) : runImport(doors, data)),
    identityKey: (regionId) => Buffer.from(regionId).toString('base64url'),
  }
  afterAll(() => {
    engine.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Uploads and imports a text as a file; gives the import and the list as they then are. */
  const bring = async (
    actor: Actor,
    content: string,
    options: { listId?: string; wholeList?: boolean; mapping?: MappingInput; fileName?: string } = {},
  ): Promise<{ run: ImportRun; list: FundingList }> => {
    const file = new File([content], options.fileName ?? 'lista.csv')
    const upload = await receiveUpload(doors, actor, {
      listId: options.listId ?? null,
      listName: `Lista ${randomUUID().slice(0, 6)}`,
      file,
    })
    if (!upload.ok) throw new Error(upload.reason)
    const started = await startImport(doors, actor, {
      uploadId: upload.id,
      mapping: mappingSchema.parse(options.mapping ?? TEST_MAPPING),
      saveAs: null,
      wholeList: options.wholeList ?? false,
    })
    if (!started.ok) throw new Error(JSON.stringify(started))
    const found = await getImport(doors, actor, started.importId)
    const list = await getList(doors, actor, started.listId)
    if (!found || !list) throw new Error('the import is not there')
    return { run: found.run, list }
  }
  return { doors, bring, folder }
}
