import { serve } from '@hono/node-server'
import { loadDemo } from './demo/load-demo.ts'
import { aboutPeriod, aboutPlan } from './modules/agency/public.ts'
import { addAgency } from './modules/agency/routes.tsx'
import {
  AuditEngine,
  type FundingDoors,
  inspectUpload,
  openFindings,
  runImport,
} from './modules/funding/public.ts'
import { addFunding } from './modules/funding/routes.tsx'
import { addOpen } from './modules/open/routes.tsx'
import { openPlans, type PlanDoors, sendDueReminders } from './modules/plan/public.ts'
import { addPlans } from './modules/plan/routes.tsx'
import { DocumentMaker, documentAnswer, reportSchema } from './modules/reporting/public.ts'
import { addReporting } from './modules/reporting/routes.tsx'
import { openHttpSource, runFetch, sendDueFetches } from './modules/statistics/fetch/public.ts'
import { addFetch } from './modules/statistics/fetch/routes.tsx'
import { CubeProcess, type MicroDoors, MicroFiles, sweepMicro } from './modules/statistics/micro/public.ts'
import { addMicro } from './modules/statistics/micro/routes.tsx'
import { type MapBoundaries, readMapBoundaries } from './modules/statistics/public.ts'
import { addStatistics } from './modules/statistics/routes.tsx'
import { readConfig, StartRefusal } from './platform/config.ts'
import { takeDataFolder } from './platform/data-folder.ts'
import { openDatabase } from './platform/db/open-database.ts'
import { openDb, withTenant } from './platform/db/tenant.ts'
import { FileStore } from './platform/files.ts'
import { makeApp } from './platform/http/app.tsx'
import { addDocs } from './platform/http/docs-routes.tsx'
import { addHealth } from './platform/http/health.ts'
import { listen } from './platform/http/listen.ts'
import { Jobs } from './platform/jobs.ts'
import { errorFields, log } from './platform/log.ts'
import { mailSender, sendLetter, sendWaiting } from './platform/mail.ts'
import { addAccount } from './platform/people/account-routes.tsx'
import { addPeople } from './platform/people/people-routes.tsx'
import { addSignIn } from './platform/people/sign-in-routes.tsx'
import { identityKey, loadSecrets } from './platform/secrets.ts'
import { openSessions } from './platform/session.ts'

const FILES_KEPT_DAYS = 1
const HOUR_MS = 3_600_000
const MAIL_MS = 300_000

async function start() {
  const config = readConfig(process.env)
  const letGo = takeDataFolder(config.dataDir)
  const secrets = loadSecrets(config.dataDir)
  const database = await openDatabase(config, secrets)
  const db = openDb(database.appUrl)
  const sessions = openSessions({ appUrl: database.appUrl, secret: secrets.session, baseUrl: config.baseUrl })
  const files = new FileStore(config.dataDir)
  const drawn = await readMapBoundaries(config.boundaries)
  if (!drawn.ok)
    throw new StartRefusal(`JAMVIKT_BOUNDARIES: “${drawn.source}” cannot be used (${drawn.reason}).`)
  const engine = new AuditEngine(config.root, database.appUrl)
  const jobs = new Jobs(database.appUrl)
  const mail = mailSender(config.mail)
  const platform = { config, db, sessions, demo: database.embedded }
  // Tables are fetched from the open internet alone; a trial may let this machine itself be asked.
  const http = openHttpSource({ localhost: process.env.JAMVIKT_FETCH_LOCALHOST === '1' })
  const doors: FundingDoors & { readonly http: typeof http; readonly boundaries: MapBoundaries } = {
    http,
    root: config.root,
    boundaries: drawn.boundaries,
    db,
    files,
    engine,
    inRegion: (actor, work) => withTenant(db, actor, work),
    send: (queue, data) => jobs.send(queue, data),
    identityKey: (regionId) => identityKey(secrets, regionId),
  }

  const micro = new MicroFiles(config.dataDir)
  const cubes = new CubeProcess(config.root, micro.folder)
  const microDoors: MicroDoors = { ...doors, micro, cubes }

  const app = makeApp(platform)
  addHealth(app, platform)
  addSignIn(app, platform)
  addAccount(app, platform)
  addPeople(app, platform)
  addDocs(app, platform)
  addFetch(app, doors)
  addMicro(app, microDoors)
  addStatistics(app, doors)
  const documents = new DocumentMaker(config.root)
  const planDoors: PlanDoors & typeof doors = {
    ...doors,
    baseUrl: config.baseUrl,
    canMail: mail !== null,
    aboutPeriod: aboutPeriod(doors),
    aboutPlan: aboutPlan(doors),
    asWord: (c, report) => documentAnswer(c, documents, reportSchema.parse(report), 'docx'),
  }
  addPlans(app, planDoors)
  addAgency(app, { ...planDoors, documents })
  addReporting(app, { ...planDoors, documents, findings: openFindings(doors) })
  addFunding(app, platform, doors)
  addOpen(app, platform, drawn.boundaries, openPlans)

  await files.sweep(FILES_KEPT_DAYS)
  const sweeping = setInterval(() => void files.sweep(FILES_KEPT_DAYS), HOUR_MS)
  await jobs.start({
    inspect: (job) => inspectUpload(doors, job),
    import: (job) => runImport(doors, job),
    fetch: (job) => runFetch(doors, job),
    mail: (job) => sendLetter(db, mail, job),
  })
  await sweepMicro(microDoors, new Date(), 0)
  const broom = setInterval(() => void sweepMicro(microDoors, new Date()), HOUR_MS)
  const sendMail = () =>
    sendWaiting(db, (letter) => jobs.send('mail', letter), new Date()).catch((error: unknown) =>
      log('error', 'waiting mail', errorFields(error)),
    )
  if (mail !== null) await sendMail()
  const mailing = mail === null ? undefined : setInterval(() => void sendMail(), MAIL_MS)
  const fetching = setInterval(() => void sendDueFetches(doors, new Date()), HOUR_MS)
  const reminding = setInterval(() => void sendDueReminders(planDoors, new Date()), HOUR_MS)
  const accounts = database.embedded ? await loadDemo({ doors, sessions, dataDir: config.dataDir }) : []
  const server = await listen(serve, app, config)
  announce(config.baseUrl, accounts)

  const stop = async () => {
    log('info', 'stopping')
    clearInterval(sweeping)
    clearInterval(fetching)
    clearInterval(mailing)
    clearInterval(reminding)
    clearInterval(broom)
    await server.close()
    await jobs.stop()
    engine.stop()
    await cubes.stop()
    await sessions.close()
    await db.destroy()
    await database.stop()
    letGo()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function announce(address: string, accounts: readonly { role: string; email: string; password: string }[]) {
  const lines = [`Jämvikt: ${address}`]
  if (accounts.length > 0) {
    lines.push('Region Exempel (demo, synthetic data). Sign in with:')
    for (const one of accounts) lines.push(`  ${one.role.padEnd(14)} ${one.email.padEnd(28)} ${one.password}`)
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}

start().catch((error: unknown) => {
  if (error instanceof StartRefusal) process.stderr.write(`\nJämvikt: ${error.message}\n`)
  else log('error', 'start', { ...errorFields(error), message: error instanceof Error ? error.message : '' })
  process.exit(1)
})
