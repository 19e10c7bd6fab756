import { EmptyState, ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { amountText, DateField, moneyText, readAmount, swedishDay } from '../plan/public.ts'
import { homeOf, showPage } from './agency-room.tsx'
import { authorise, mayDo } from './authorise.ts'
import type { AgencyDoors } from './doors.ts'
import type { Frame } from './model-submission.ts'
import { dividedIn } from './rules/grant-moves.ts'
import { isGiveable, readDay, readYear } from './rules/money-form.ts'
import { frameMoney, grantMoney, listRegion } from './service/divide-money.ts'
import { overviewNow } from './service/overview.ts'
import { allMoves } from './store/grant-moves.ts'
import { GrantsTable } from './ui/grants-table.tsx'
import { MovesList } from './ui/moves-list.tsx'

/** The agency divides its money between regions, year by year. */
export function addGrants(app: Web, doors: AgencyDoors) {
  const known = async (c: WebContext, act: 'see-reports' | 'divide-money') => {
    const actor = authorise(c, act)
    const today = swedishDay(new Date())
    return {
      actor,
      today,
      ...(await doors.inRegion(actor, async (db) => ({
        ...(await overviewNow(db, 'accepted', today)),
        moves: await allMoves(db),
      }))),
    }
  }

  const page = async (
    c: WebContext,
    act: 'see-reports' | 'divide-money',
    sent: { readonly errors: readonly FieldError[]; readonly frame?: string; readonly name?: string },
  ) => {
    const { regions, grants, frames, rows, years, moves, today } = await known(c, act)
    const locale = c.get('locale')
    const home = homeOf(c)
    const year = readYear(c.req.query('year') ?? '') ?? years.at(-1) ?? Number(today.slice(0, 4))
    const choices = [...new Set([...years, year, Number(today.slice(0, 4)), (years.at(-1) ?? year) + 1])]
    const frame = frames.find((each) => each.year === year)
    const mayDivide = mayDo(c, 'divide-money')
    const ofYear = moves.filter((move) => move.year === year)
    const name = (id: string) => regions.find((region) => region.id === id)?.name ?? ''
    const title = locale.text('agency.grants.title', { year })
    return showPage(
      c,
      'grants',
      title,
      <>
        <ErrorSummary title={locale.text('error.summary')} errors={sent.errors} />
        {c.req.query('saved') === '1' ? (
          <Notice kind="good">{locale.text('agency.grant.saved')}</Notice>
        ) : null}
        <h1>{title}</h1>
        <p class="lede">{locale.text('agency.grants.lede')}</p>
        <form method="get" class="filters no-print">
          <Select
            id="year"
            label={locale.text('agency.year')}
            value={String(year)}
            choices={choices
              .toSorted((a, b) => a - b)
              .map((each) => ({ value: String(each), label: String(each) }))}
          />
          <button class="button" type="submit">
            {locale.text('agency.show')}
          </button>
        </form>
        <FrameText c={c} year={year} frame={frame} divided={dividedIn(grants, year)} />
        {mayDivide ? (
          <form method="post" action={`${home}/grants?year=${year}`} class="filters no-print">
            <Field
              id="frame"
              label={locale.text('agency.frame')}
              value={sent.frame ?? (frame === undefined ? '' : amountText(locale, frame.amountOre))}
              errors={sent.errors}
            />
            <button class="button" type="submit" name="act" value="frame">
              {locale.text('agency.frame.save')}
            </button>
          </form>
        ) : null}
        {regions.length === 0 ? (
          <EmptyState title={locale.text('agency.regions.none')}>
            <p>{locale.text('agency.regions.none.text')}</p>
          </EmptyState>
        ) : (
          <GrantsTable
            locale={locale}
            home={home}
            year={year}
            mayDivide={mayDivide}
            regions={regions.map(({ id, name: called }) => ({
              id,
              name: called,
              grant: grants.find((grant) => grant.regionId === id && grant.year === year) ?? null,
              row: rows.find((row) => row.region.id === id && row.year === year) ?? null,
            }))}
          />
        )}
        <h2>{locale.text('agency.moves')}</h2>
        {ofYear.length === 0 ? (
          <p>{locale.text('agency.moves.none', { year })}</p>
        ) : (
          <MovesList locale={locale} home={home} moves={ofYear} name={name} />
        )}
        {mayDivide ? (
          <>
            <p class="no-print">
              <a class="button" href={`${home}/grants/moves/new?year=${year}`}>
                {locale.text('agency.move.new')}
              </a>
            </p>
            <form method="post" action={`${home}/grants?year=${year}`} class="card form no-print">
              <h2>{locale.text('agency.list.add')}</h2>
              <p class="hint">{locale.text('agency.list.add.text')}</p>
              <Field
                id="name"
                label={locale.text('agency.list.name')}
                value={sent.name}
                autocomplete="off"
                errors={sent.errors}
              />
              <button class="button" type="submit" name="act" value="list">
                {locale.text('agency.list.add')}
              </button>
            </form>
          </>
        ) : null}
      </>,
      sent.errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/grants', (c) => page(c, 'see-reports', { errors: [] }))

  app.post('/r/:slug/grants', async (c) => {
    const actor = authorise(c, 'divide-money')
    const locale = c.get('locale')
    const year = readYear(c.req.query('year') ?? '')
    if (year === null) throw new HttpProblem(404)
    const form = await c.req.formData()
    const back = `${homeOf(c)}/grants?year=${year}`
    if (form.get('act') === 'list') {
      const name = wordOf(form, 'name', 120)
      const isListed = name.length >= 2 && (await doors.inRegion(actor, (db) => listRegion(db, actor, name)))
      if (isListed) return c.redirect(back, 303)
      const text = locale.text(name.length < 2 ? 'agency.error.name' : 'agency.error.listed')
      return page(c, 'divide-money', { errors: [{ field: 'name', text }], name })
    }
    const given = wordOf(form, 'frame', 40)
    const amount = readAmount(given, 'kr')
    if (!amount.ok || !isGiveable(amount.amountOre))
      return page(c, 'divide-money', {
        errors: [{ field: 'frame', text: locale.text('agency.error.amount') }],
        frame: given,
      })
    const { amountOre } = amount
    await doors.inRegion(actor, (db) => frameMoney(db, actor, year, amountOre))
    return c.redirect(`${back}&saved=1`, 303)
  })

  interface Filled {
    readonly amount: string
    readonly diary: string
    readonly on: string
    readonly seen: number
  }

  const place = async (c: WebContext) => {
    const all = await known(c, 'divide-money')
    const year = readYear(c.req.param('year') ?? '')
    const region = all.regions.find(({ id }) => id === c.req.param('region'))
    if (year === null || region === undefined) throw new HttpProblem(404)
    const grant = all.grants.find((each) => each.regionId === region.id && each.year === year) ?? null
    return { actor: all.actor, year, region, grant }
  }

  const grantPage = (
    c: WebContext,
    { year, region, grant }: Awaited<ReturnType<typeof place>>,
    filled: Filled,
    errors: readonly FieldError[],
    clash: string | null,
  ) => {
    const locale = c.get('locale')
    const title = locale.text('agency.grant.title', { region: region.name, year })
    return showPage(
      c,
      'grants',
      title,
      <>
        <p class="crumb no-print">
          <a href={`${homeOf(c)}/grants?year=${year}`}>{locale.text('agency.grants.title', { year })}</a>
        </p>
        {clash === null ? null : <Notice kind="watch">{clash}</Notice>}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h1>{title}</h1>
        <form method="post" class="card form">
          <input type="hidden" name="seen" value={grant?.revision ?? 0} />
          <Field
            id="amount"
            label={locale.text('agency.grant.amount')}
            value={filled.amount}
            errors={errors}
          />
          <Field id="diary" label={locale.text('agency.grant.diary')} value={filled.diary} errors={errors} />
          <DateField id="on" label={locale.text('agency.grant.on')} value={filled.on} errors={errors} />
          <button class="button primary" type="submit">
            {locale.text('agency.grant.save')}
          </button>
        </form>
      </>,
      clash !== null ? 409 : errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/grants/of/:region/:year', async (c) => {
    const at = await place(c)
    const { grant } = at
    const amount = grant === null ? '' : amountText(c.get('locale'), grant.amountOre)
    return grantPage(c, at, { amount, diary: '', on: '', seen: grant?.revision ?? 0 }, [], null)
  })

  app.post('/r/:slug/grants/of/:region/:year', async (c) => {
    const at = await place(c)
    const { actor, year, region } = at
    const locale = c.get('locale')
    const form = await c.req.formData()
    const filled: Filled = {
      amount: wordOf(form, 'amount', 40),
      diary: wordOf(form, 'diary', 100),
      on: wordOf(form, 'on', 10),
      seen: Number(wordOf(form, 'seen', 9)) || 0,
    }
    const amount = readAmount(filled.amount, 'kr')
    const amountOre = amount.ok ? amount.amountOre : null
    const decidedOn = readDay(filled.on)
    const errors: FieldError[] = []
    if (!isGiveable(amountOre)) errors.push({ field: 'amount', text: locale.text('agency.error.amount') })
    if (filled.diary === '') errors.push({ field: 'diary', text: locale.text('agency.error.diary') })
    if (decidedOn === null) errors.push({ field: 'on', text: locale.text('agency.error.on') })
    if (!isGiveable(amountOre) || decidedOn === null || errors.length > 0)
      return grantPage(c, at, filled, errors, null)
    const granted = { regionId: region.id, year, amountOre, diary: filled.diary, decidedOn }
    const done = await doors.inRegion(actor, (db) => grantMoney(db, actor, granted, filled.seen))
    if (done.ok) return c.redirect(`${homeOf(c)}/grants?year=${year}&saved=1`, 303)
    if (done.reason === 'gone') throw new HttpProblem(404)
    if (done.reason !== 'clash') {
      const field = done.reason === 'day-to-come' ? 'on' : 'diary'
      return grantPage(c, at, filled, [{ field, text: locale.text(`agency.error.${done.reason}`) }], null)
    }
    const now = await place(c)
    const clash = locale.text('agency.grant.clash', {
      amount: now.grant === null ? locale.text('agency.nothing') : moneyText(locale, now.grant.amountOre),
    })
    return grantPage(c, now, filled, [], clash)
  })
}

/** What there is to divide in a year, and what has been divided of it. */
function FrameText(props: { c: WebContext; year: number; frame: Frame | undefined; divided: bigint }) {
  const { year, frame } = props
  const locale = props.c.get('locale')
  const divided = moneyText(locale, props.divided)
  if (frame === undefined) return <p>{locale.text('agency.frame.none', { year, divided })}</p>
  const left = frame.amountOre - props.divided
  return (
    <>
      <p>
        {locale.text('agency.frame.of', { year, frame: moneyText(locale, frame.amountOre), divided })}{' '}
        {left < 0n ? null : locale.text('agency.frame.left', { amount: moneyText(locale, left) })}
      </p>
      {left < 0n ? (
        <Notice kind="watch">{locale.text('agency.frame.over', { amount: moneyText(locale, -left) })}</Notice>
      ) : null}
    </>
  )
}
