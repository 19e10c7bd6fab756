import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openTable, parseMapping, readBase } from '@jamvikt/tables'
import { addDemoList, type FundingDoors } from '../modules/funding/public.ts'
import { bringInPlanFile, showDemoPlan } from '../modules/plan/public.ts'
import { addBase, addDemoPages, addDemoTable } from '../modules/statistics/public.ts'
import { addRegion, setMember } from '../platform/db/members.ts'
import type { Role } from '../platform/policy.ts'
import type { Sessions } from '../platform/session.ts'
import { demoAgency, fillAgency } from './agency/load-agency.ts'
import { baseFirmsCsv } from './base-firms.ts'
import { demoPages } from './demo-pages.ts'
import { demoTables } from './demo-tables.ts'
import { applicationsCsv } from './generate-applications.ts'
import { demoMapping } from './mapping.ts'
import { demoPlans, demoShown } from './plans/demo-plans.ts'

interface Account {
  /** A role in the region, or one of the two at the agency. */
  readonly role: Role | 'agency' | 'agency-staff'
  readonly email: string
  readonly password: string
}

const REGION_NAME = 'Region Exempel'

const PEOPLE: readonly (readonly [Role, string, string])[] = [
  ['analyst', 'analytiker@exempel.invalid', 'Analytiker Exempel'],
  ['administrator', 'administrator@exempel.invalid', 'Administratör Exempel'],
  ['strategist', 'strateg@exempel.invalid', 'Strateg Exempel'],
  ['officer', 'handlaggare@exempel.invalid', 'Handläggare Exempel'],
  ['reader', 'lasare@exempel.invalid', 'Läsare Exempel'],
]

const AGENCY_PEOPLE = [
  ['agency', 'administrator', 'myndighet@exempel.invalid', 'Administratör vid myndigheten'],
  ['agency-staff', 'officer', 'handlaggare.myndighet@exempel.invalid', 'Handläggare vid myndigheten'],
] as const

/**
 * Makes the demo region at first start, on the embedded database only: people with drawn passwords, a base table and a
 * list brought in like any other. The accounts are kept beside the demo so that each start can print them.
 */
export async function loadDemo(options: {
  doors: FundingDoors
  sessions: Sessions
  dataDir: string
}): Promise<Account[]> {
  const { doors, sessions } = options
  const file = path.join(options.dataDir, 'demo-accounts.json')
  const keep = (made: readonly Account[]) =>
    writeFileSync(file, JSON.stringify(made, null, 1), { mode: 0o600 })
  const accounts = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Account[])
    : await loadRegion(doors, sessions)
  keep(accounts)
  if (!accounts.some(({ role }) => role === 'agency')) {
    accounts.push(...(await loadAgency(doors, sessions)))
    keep(accounts)
  }
  return accounts
}

/** A person of the demo with a drawn password. */
async function personWithPassword(sessions: Sessions, email: string, name: string) {
  const person = await sessions.personOf(email, name)
  const password = randomBytes(12).toString('base64url')
  const token = await sessions.resetToken(email)
  if (!token || (await sessions.resetPassword(token, password, 'start')) !== 'ok')
    throw new Error('no demo account')
  return { personId: person.id, password }
}

/** The agency that the region reports to, with reports of invented regions. */
async function loadAgency(doors: FundingDoors, sessions: Sessions): Promise<Account[]> {
  const regionId = await demoAgency(doors.inRegion)
  const accounts: Account[] = []
  const members: { regionId: string; personId: string; personName: string; role: Role }[] = []
  for (const [account, role, email, personName] of AGENCY_PEOPLE) {
    const { personId, password } = await personWithPassword(sessions, email, personName)
    accounts.push({ role: account, email, password })
    members.push({ regionId, personId, personName, role })
  }
  const officer = members.find(({ role }) => role === 'officer')
  if (officer === undefined) throw new Error('no officer at the agency of the demo')
  await fillAgency(doors.inRegion, officer, REGION_NAME)
  await doors.inRegion({ regionId, personId: '' }, async (db) => {
    for (const member of members) await setMember(db, member)
  })
  return accounts
}

async function loadRegion(doors: FundingDoors, sessions: Sessions): Promise<Account[]> {
  process.stdout.write('Making the demo region …\n')
  const regionId = randomUUID()
  const slug = `exempel-${regionId.slice(0, 4)}`
  await doors.inRegion({ regionId, personId: '' }, (db) =>
    addRegion(db, { id: regionId, slug, name: REGION_NAME, demo: true }),
  )
  const accounts: Account[] = []
  const members: { regionId: string; personId: string; role: Role }[] = []
  let analyst = { personId: '', personName: '', regionId, role: 'analyst' as Role }
  for (const [role, email, name] of PEOPLE) {
    const { personId, password } = await personWithPassword(sessions, email, name)
    accounts.push({ role, email, password })
    members.push({ regionId, personId, role })
    if (role === 'analyst') analyst = { personId, personName: name, regionId, role }
  }
  const table = await openTable(Buffer.from(baseFirmsCsv()), { name: 'foretag.csv' })
  const base = table.ok ? await readBase(table) : table
  const parsed = parseMapping(demoMapping)
  if (!base.ok || !parsed.ok) throw new Error('the demo data cannot be read')
  const baseId = await doors.inRegion(analyst, (db) =>
    addBase(db, analyst, {
      name: 'Företag i länet efter företagsledarens kön',
      source: 'Påhittad, Region Exempel',
      countsWhat: 'firms',
      synthetic: true,
      dimensions: base.dimensions,
      cells: base.cells,
    }),
  )
  await addDemoList(doors, analyst, {
    name: 'Företagsstöd 2020–2025',
    fileName: 'foretagsstod-exempel.csv',
    csv: applicationsCsv(),
    mapping: parsed.mapping,
    baseId,
  })
  const administrator = {
    ...analyst,
    personId: personOf(members, 'administrator'),
    role: 'administrator' as Role,
  }
  for (const table of demoTables()) await addDemoTable(doors, { analyst, administrator }, table)
  await addDemoPages(doors, { analyst, administrator }, demoPages())
  const strategist = {
    ...analyst,
    personId: personOf(members, 'strategist'),
    personName: 'Strateg Exempel',
    role: 'strategist' as Role,
  }
  for (const { slug, ...file } of demoPlans())
    await doors.inRegion(strategist, (db) => bringInPlanFile(db, strategist, slug, file))
  await showDemoPlan(doors, strategist, 'jamtland-harjedalen-2016-2018', demoShown)
  // Members come last: a first start that was cut off leaves a region that nobody sees.
  await doors.inRegion(analyst, async (db) => {
    for (const member of members) await setMember(db, member)
  })
  return accounts
}

function personOf(
  members: readonly { readonly personId: string; readonly role: Role }[],
  role: Role,
): string {
  const found = members.find((member) => member.role === role)
  if (found === undefined) throw new Error(`no ${role} in the demo`)
  return found.personId
}
