import { createHash } from 'node:crypto'
import { ErrorSummary, Field, type FieldError, Notice, Tag } from '@jamvikt/ui'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { authorise, mayDo } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { showTab } from '../plan-room.tsx'
import { isDate } from '../rules/check-fields.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import type { LedgerImport, LedgerMapping } from './model-money.ts'
import { moneyOf } from './money-page.ts'
import { type ComingIn, comingIn, daysOf, mayBeTwice, readOtherwise } from './rules/held-entries.ts'
import { mappingOfForm } from './rules/mapping-form.ts'
import {
  bringLedgerIn,
  type FileRefusal,
  type LedgerRead,
  lookAtLedger,
  openImport,
  readLedgerFile,
  receiveLedger,
  withdrawLedger,
  withMeanings,
} from './service/ledger-files.ts'
import { importsOf } from './store/ledger.ts'
import { MappingFields } from './ui/ledger-mapping.tsx'
import { DoubtsOfFile, LedgerPreview, RefusedRows } from './ui/ledger-preview.tsx'
import { MoneyNav } from './ui/money-nav.tsx'

/** The ledger: files brought in, read as somebody says, withdrawn. */
export function addLedgerPages(app: Web, doors: PlanDoors) {
  const refusalText = (c: WebContext, { reason, row, column }: FileRefusal) => {
    const locale = c.get('locale')
    const where = { row: row ?? '', detail: column ?? '' }
    const known = ['plan.m.ledger.refusal', 'intake.file', 'intake.worker'].map((start) =>
      locale.dynamic(`${start}.${reason}`, '', where),
    )
    return known.find((text) => text !== '') ?? locale.text('plan.m.ledger.refusal')
  }

  const listPage = async (c: WebContext, errors: readonly FieldError[]) => {
    const { actor, opened, here, locale } = await moneyOf(c, doors, 'see-plans')
    const files = await doors.inRegion(actor, (db) => importsOf(db, opened.plan.id))
    const done = c.req.query('done')
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="ledger" />
        {done === 'imported' || done === 'withdrawn' ? (
          <Notice kind="good">{locale.text(`plan.m.ledger.done.${done}`)}</Notice>
        ) : null}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h2>{locale.text('plan.m.part.ledger')}</h2>
        <p class="lede">{locale.text('plan.m.ledger.lede')}</p>
        {mayDo(c, 'write-plan') ? (
          <form method="post" class="card form" encType="multipart/form-data">
            <h3>{locale.text('plan.m.ledger.bring')}</h3>
            <Field
              id="file"
              type="file"
              label={locale.text('plan.m.ledger.file')}
              hint={locale.text('plan.m.ledger.file.hint')}
              accept=".csv,.xlsx,.txt,.tsv"
              errors={errors}
            />
            <button class="button primary" type="submit">
              {locale.text('plan.m.ledger.read')}
            </button>
          </form>
        ) : null}
        {files.length === 0 ? (
          <p>{locale.text('plan.m.ledger.none')}</p>
        ) : (
          <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('plan.m.ledger.files')}>
            <table>
              <caption>{locale.text('plan.m.ledger.files')}</caption>
              <thead>
                <tr>
                  <th scope="col">{locale.text('plan.m.ledger.file')}</th>
                  <th scope="col">{locale.text('plan.m.ledger.kind')}</th>
                  <th scope="col" class="n">
                    {locale.text('plan.m.ledger.rows')}
                  </th>
                  <th scope="col" class="n">
                    {locale.text('plan.m.ledger.refusedCount')}
                  </th>
                  <th scope="col">{locale.text('plan.m.ledger.coversTo')}</th>
                  <th scope="col">{locale.text('plan.m.ledger.by')}</th>
                  <th scope="col">{locale.text('plan.m.ledger.state')}</th>
                </tr>
              </thead>
              <tbody>
                {files.map((file) => (
                  <tr key={file.id}>
                    <th scope="row">
                      <a href={`${here}/money/ledger/${file.id}`}>{file.fileName}</a>
                    </th>
                    <td>{locale.text(`plan.m.ledger.short.${file.kind}`)}</td>
                    <td class="n">{locale.number(file.entries)}</td>
                    <td class="n">{locale.number(file.refusedCount)}</td>
                    <td>{file.coversTo === null ? '' : locale.date(file.coversTo)}</td>
                    <td>
                      {file.madeName}, {locale.time(file.madeAt)}
                    </td>
                    <td>
                      <Tag kind={file.state === 'imported' ? 'good' : 'neutral'}>
                        {locale.text(`plan.m.ledger.state.${file.state}`)}
                      </Tag>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/money/ledger', (c) => listPage(c, []))

  app.post('/r/:slug/plans/:plan/money/ledger', async (c) => {
    authorise(c, 'write-plan')
    const { actor, opened, here } = await moneyOf(c, doors, 'write-plan')
    const sent = (await c.req.formData()).get('file')
    const received = await receiveLedger(doors, actor, opened.plan.id, sent instanceof File ? sent : null)
    if (received.ok) return c.redirect(`${here}/money/ledger/${received.id}`, 303)
    return listPage(c, [{ field: 'file', text: refusalText(c, received) }])
  })

  const fileOf = async (c: WebContext, act: 'see-plans' | 'write-plan') => {
    const found = await moneyOf(c, doors, act)
    const { actor, opened } = found
    const file = await doors.inRegion(actor, (db) =>
      openImport(db, actor, opened.plan.id, c.req.param('import') ?? ''),
    )
    if (file === null || (file.state === 'received' && !mayDo(c, 'write-plan'))) throw new HttpProblem(404)
    return { ...found, file }
  }

  app.get('/r/:slug/plans/:plan/money/ledger/:import', async (c) => {
    const { file } = await fileOf(c, 'see-plans')
    return file.state === 'received' ? mappingPage(c, file, null) : filePage(c)
  })

  const filePage = async (c: WebContext) => {
    const { opened, here, locale, file } = await fileOf(c, 'see-plans')
    const facts = [
      [locale.text('plan.m.ledger.kind'), locale.text(`plan.m.ledger.short.${file.kind}`)],
      [locale.text('plan.m.ledger.rows'), locale.number(file.entries)],
      [locale.text('plan.m.ledger.knownRows'), locale.number(file.known)],
      [locale.text('plan.m.ledger.refusedCount'), locale.number(file.refusedCount)],
      [locale.text('plan.m.ledger.coversTo'), file.coversTo === null ? '–' : locale.date(file.coversTo)],
      [locale.text('plan.m.ledger.laterRows'), locale.number(file.later)],
      [locale.text('plan.m.ledger.by'), `${file.madeName}, ${locale.time(file.madeAt)}`],
      [locale.text('plan.m.ledger.state'), locale.text(`plan.m.ledger.state.${file.state}`)],
    ] as const
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="ledger" />
        <h2>{file.fileName}</h2>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <RefusedRows locale={locale} refused={file.refused} count={file.refusedCount} />
        {file.state === 'imported' && mayDo(c, 'write-plan') ? (
          <form method="post" action={`${here}/money/ledger/${file.id}/withdraw`} class="card form">
            <h3>{locale.text('plan.m.ledger.withdraw')}</h3>
            <p>{locale.text('plan.m.ledger.withdraw.text')}</p>
            <button class="button" type="submit">
              {locale.text('plan.m.ledger.withdraw')}
            </button>
          </form>
        ) : null}
      </>,
    )
  }

  const mappingPage = async (c: WebContext, file: LedgerImport, form: FormData | null) => {
    const { actor, opened, here, document, tree, locale } = await moneyOf(c, doors, 'write-plan')
    const looked = await lookAtLedger(doors, actor, document, file)
    if (!looked.ok) return listPage(c, [{ field: 'file', text: refusalText(c, looked) }])
    const { look, before } = looked
    const mapping =
      form === null
        ? looked.suggested
        : withMeanings(
            document,
            look,
            mappingOfForm((field) => wordOf(form, field, 1000), look, looked.suggested),
          )
    const read: LedgerRead | FileRefusal | null =
      form === null ? null : await readLedgerFile(doors, actor, document, file, mapping)
    const today = swedishDay(new Date())
    const soFar = read?.ok ? daysOf(read.entries.filter(({ on }) => on <= today)) : null
    const said = form === null ? '' : wordOf(form, 'coversTo', 10)
    // Orders are told as of the day that the file was made, whatever days they have themselves.
    const last = mapping.kind === 'outcome' ? soFar?.last : today
    const coversTo = isDate(said) ? said : (last ?? today)
    const coming = read?.ok ? comingIn(mapping.kind, read.entries, read.held, coversTo) : null
    const latestFile = before.find(({ kind, state }) => kind === mapping.kind && state === 'imported')
    const otherwise = readOtherwise(latestFile?.mapping ?? null, mapping)
    const errors: FieldError[] = []
    const refuse = (field: string, text: string) => errors.push({ field, text })
    if (read !== null && !read.ok)
      refuse(read.reason === 'date-column-missing' ? 'date' : 'amount', refusalText(c, read))
    if (read?.ok && read.entries.length === 0) refuse('date', locale.text('plan.m.ledger.refusal.no-rows'))
    else if (said !== '' && !isDate(said)) refuse('coversTo', locale.text('plan.m.amount.not-a-date'))
    else if (coming?.entries.length === 0)
      refuse('coversTo', locale.text('plan.m.ledger.refusal.day-before-all'))
    const mark = coming === null ? '' : markOf(mapping, otherwise, coming)
    if (
      form?.get('act') === 'keep' &&
      read?.ok &&
      errors.length === 0 &&
      wordOf(form, 'previewed', 64) === mark
    ) {
      if (coming !== null && (mayBeTwice(coming) || otherwise.length > 0) && form.get('confirm') === null)
        refuse('confirm', locale.text('plan.m.ledger.refusal.confirm'))
      else {
        const kept = await bringLedgerIn(doors, actor, file, read, { mapping, coversTo })
        if (kept.ok) return c.redirect(`${here}/money/ledger?done=imported`, 303)
        refuse('kind', refusalText(c, kept))
      }
    }
    return showTab(
      c,
      opened,
      'money',
      <>
        <MoneyNav locale={locale} here={here} part="ledger" />
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h2>{locale.text('plan.m.ledger.mapping', { file: file.fileName })}</h2>
        <p>{locale.text('plan.m.ledger.mapping.text', { rows: locale.number(look.rows) })}</p>
        {/* The answer stands below the fields: the page opens at it. */}
        <form method="post" action="#preview" class="card form wide">
          <MappingFields locale={locale} document={document} look={look} mapping={mapping} errors={errors} />
          <button class="button" type="submit" name="act" value="read">
            {locale.text('plan.m.ledger.show')}
          </button>
          {read?.ok && coming !== null && read.entries.length > 0 ? (
            <>
              <LedgerPreview
                locale={locale}
                tree={tree}
                coming={coming}
                refused={read.refused}
                coversTo={coversTo}
                id={errors.length === 0 ? 'preview' : null}
              />
              <div class="field">
                <label for="coversTo">{locale.text('plan.m.ledger.coversTo')}</label>
                <p class="hint" id="coversTo-hint">
                  {locale.text('plan.m.ledger.coversTo.hint')}
                </p>
                <input
                  type="date"
                  id="coversTo"
                  name="coversTo"
                  value={said === '' ? coversTo : said}
                  aria-invalid={errors.some(({ field }) => field === 'coversTo') ? 'true' : undefined}
                  aria-describedby="coversTo-hint"
                />
              </div>
              <DoubtsOfFile locale={locale} coming={coming} otherwise={otherwise} />
              <input type="hidden" name="previewed" value={mark} />
              <button class="button primary" type="submit" name="act" value="keep">
                {locale.text('plan.m.ledger.keep')}
              </button>
            </>
          ) : null}
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.post('/r/:slug/plans/:plan/money/ledger/:import', async (c) => {
    const { file } = await fileOf(c, 'write-plan')
    if (file.state !== 'received') throw new HttpProblem(404)
    return mappingPage(c, file, await c.req.formData())
  })

  app.post('/r/:slug/plans/:plan/money/ledger/:import/withdraw', async (c) => {
    const { actor, opened, here, file } = await fileOf(c, 'write-plan')
    await withdrawLedger(doors, actor, opened.plan.id, file.id)
    return c.redirect(`${here}/money/ledger?done=withdrawn`, 303)
  })
}

/** What has been seen before it is kept. */
function markOf(mapping: LedgerMapping, otherwise: readonly string[], coming: ComingIn): string {
  const { later, known, retied, fresh, absent } = coming
  const seen = [mapping, otherwise, later.length, known, retied, fresh, absent]
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex')
}
