// Large lists: the demo region's generator run with one seed after another, under case numbers of their own.
import { writeCsv, writeXlsx } from '@jamvikt/tables'
import {
  applicationsCsv,
  type DemoApplication,
  generateApplications,
} from '../apps/web/src/demo/generate-applications.ts'

/** The header of the demo's export, after its byte-order mark. */
const HEADERS = (applicationsCsv().slice(1).split('\r\n', 1)[0] ?? '').split(';')

type Row = readonly (string | number | null)[]

const rowOf = (one: DemoApplication, copy: number): Row => [
  `${copy}-${one.caseId}`,
  one.firm.name,
  one.firm.number,
  one.form,
  one.appliedKronor,
  one.grantedKronor,
  one.decision,
  one.appliedOn,
  one.decidedOn,
  one.firm.municipality,
  one.firm.sni,
  one.leaderSex,
  one.firm.boardSex,
  one.born,
  one.firm.ageGroup,
  one.form === 'Innovationsstöd' || one.form === 'Konsultcheck' ? 'Innovation och kunskap' : 'Företagsstöd',
]

/** So many synthetic applications as rows of the demo's export; always the same. */
function* largeList(count: number): Generator<Row> {
  let left = count
  for (let copy = 0; left > 0; copy += 1)
    for (const one of generateApplications(20_250_101 + copy * 10).slice(0, left)) {
      left -= 1
      yield rowOf(one, copy)
    }
}

export function largeCsv(count: number): Buffer<ArrayBuffer> {
  return Buffer.from(writeCsv([HEADERS, ...largeList(count)]))
}

export async function largeXlsx(count: number): Promise<Buffer<ArrayBuffer>> {
  const sheet = { name: 'Export', headers: HEADERS, rows: largeList(count) }
  const dictionary = {
    name: 'Ordlista',
    headers: ['Blad', 'Kolumn', 'Betydelse', 'Enhet'],
    entries: [],
  } as const
  return Buffer.from(await writeXlsx([sheet], dictionary))
}
