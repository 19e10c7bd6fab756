import { ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { isUuid } from '../../platform/uuid.ts'
import { DateField, moneyText, readAmount, TextField } from '../plan/public.ts'
import { homeOf, showPage } from './agency-room.tsx'
import { authorise, mayDo } from './authorise.ts'
import type { AgencyDoors } from './doors.ts'
import { readDay, readYear } from './rules/money-form.ts'
import { decideMove, proposeMove } from './service/divide-money.ts'
import { moveById } from './store/grant-moves.ts'
import { listedRegions } from './store/regions.ts'
import { MoveState, moveText } from './ui/moves-list.tsx'

const MOST_WORDS = 4000

const ACTS = ['approve', 'decline', 'withdraw'] as const
/** Which field a refusal is about. */
const FIELD_OF = {
  'same-region': 'to',
  'nothing-to-move': 'amount',
  'from-unknown': 'from',
  'too-much': 'amount',
  gone: 'from',
  'reason-missing': 'reason',
} as const

/** Proposals to move money between regions, and how they are decided. */
export function addGrantMoves(app: Web, doors: AgencyDoors) {
  const newPage = async (
    c: WebContext,
    year: number,
    filled: Readonly<Record<'from' | 'to' | 'amount' | 'reason', string>>,
    errors: readonly FieldError[],
  ) => {
    const actor = authorise(c, 'divide-money')
    const locale = c.get('locale')
    const regions = await doors.inRegion(actor, listedRegions)
    const choices = regions.map(({ id, name }) => ({ value: id, label: name }))
    const title = locale.text('agency.move.new')
    return showPage(
      c,
      'grants',
      title,
      <>
        <p class="crumb no-print">
          <a href={`${homeOf(c)}/grants?year=${year}`}>{locale.text('agency.grants.title', { year })}</a>
        </p>
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h1>{title}</h1>
        <p class="lede">{locale.text('agency.move.new.text')}</p>
        <form method="post" action={`${homeOf(c)}/grants/moves/new?year=${year}`} class="card form">
          <Select
            id="from"
            label={locale.text('agency.move.from')}
            value={filled.from}
            choices={choices}
            errors={errors}
          />
          <Select
            id="to"
            label={locale.text('agency.move.to')}
            value={filled.to}
            choices={choices}
            errors={errors}
          />
          <Field
            id="amount"
            label={locale.text('agency.move.amount')}
            value={filled.amount}
            errors={errors}
          />
          <TextField
            most={MOST_WORDS}
            rows={4}
            id="reason"
            label={locale.text('agency.move.reason')}
            value={filled.reason}
            errors={errors}
          />
          <button class="button primary" type="submit">
            {locale.text('agency.move.propose')}
          </button>
        </form>
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  const yearOf = (c: WebContext): number => {
    const year = readYear(c.req.query('year') ?? '')
    if (year === null) throw new HttpProblem(404)
    return year
  }

  app.get('/r/:slug/grants/moves/new', async (c) => {
    authorise(c, 'divide-money')
    const from = (c.req.query('from') ?? '').slice(0, 36)
    return newPage(c, yearOf(c), { from, to: '', amount: '', reason: '' }, [])
  })

  app.post('/r/:slug/grants/moves/new', async (c) => {
    const actor = authorise(c, 'divide-money')
    const year = yearOf(c)
    const locale = c.get('locale')
    const form = await c.req.formData()
    const filled = {
      from: wordOf(form, 'from', 36),
      to: wordOf(form, 'to', 36),
      amount: wordOf(form, 'amount', 40),
      reason: wordOf(form, 'reason', MOST_WORDS),
    }
    const amount = readAmount(filled.amount, 'kr')
    if (!amount.ok || amount.amountOre === null)
      return newPage(c, year, filled, [{ field: 'amount', text: locale.text('agency.error.amount') }])
    const move = { year, from: filled.from, to: filled.to, amountOre: amount.amountOre }
    const done = await doors.inRegion(actor, (db) => proposeMove(db, actor, move, filled.reason))
    if (done.ok) return c.redirect(`${homeOf(c)}/grants/moves/${done.id}`, 303)
    const text = locale.text(`agency.move.refused.${done.reason}`)
    return newPage(c, year, filled, [{ field: FIELD_OF[done.reason], text }])
  })

  const movePage = async (
    c: WebContext,
    refused: {
      readonly text: string
      readonly diary: string
      readonly on: string
      readonly answer: string
      /** The field to mend; `null` where none is wrong. */
      readonly field: 'diary' | 'on' | null
    } | null,
  ) => {
    const actor = authorise(c, 'see-reports')
    const id = c.req.param('move') ?? ''
    const { move, regions } = await doors.inRegion(actor, async (db) => ({
      move: isUuid(id) ? await moveById(db, id) : null,
      regions: await listedRegions(db),
    }))
    if (move === null) throw new HttpProblem(404)
    const locale = c.get('locale')
    const name = (of: string) => regions.find((region) => region.id === of)?.name ?? ''
    const title = moveText(locale, name, move)
    const isOwn = move.madeBy === actor.personId
    const errors = refused?.field ? [{ field: refused.field, text: refused.text }] : []
    const change = (region: string, before: bigint, after: bigint) => (
      <li>
        {locale.text('agency.move.effect', {
          region: name(region),
          before: moneyText(locale, before),
          after: moneyText(locale, after),
        })}
      </li>
    )
    return showPage(
      c,
      'grants',
      title,
      <>
        <p class="crumb no-print">
          <a href={`${homeOf(c)}/grants?year=${move.year}`}>
            {locale.text('agency.grants.title', { year: move.year })}
          </a>
        </p>
        {refused === null || refused.field !== null ? null : <Notice kind="bad">{refused.text}</Notice>}
        <ErrorSummary title={locale.text('error.summary')} errors={errors} />
        <h1>{title}</h1>
        <p class="inline">
          <MoveState locale={locale} state={move.state} />
          <span>
            {locale.text('agency.move.proposed', { name: move.madeName, time: locale.time(move.madeAt) })}
          </span>
        </p>
        <div class="card">
          <h2>{locale.text('agency.move.reason')}</h2>
          <p class="kept-lines">{move.reason}</p>
          <h3>{locale.text('agency.move.now')}</h3>
          <ul>
            {change(move.from, move.fromBefore, move.fromBefore - move.amountOre)}
            {change(move.to, move.toBefore, move.toBefore + move.amountOre)}
          </ul>
        </div>
        {move.decidedAt === null ? null : (
          <div class="card">
            <h2>{locale.text('agency.move.decide')}</h2>
            <p>
              {locale.text('agency.move.decided', {
                name: move.decidedName,
                time: locale.time(move.decidedAt),
              })}
            </p>
            {move.decidedOn === null ? null : (
              <p>
                {locale.text('agency.grant.decision.text', {
                  diary: move.diary,
                  date: locale.date(move.decidedOn),
                })}
              </p>
            )}
            {move.answer === '' ? null : <p class="kept-lines">{move.answer}</p>}
          </div>
        )}
        {move.state === 'proposed' && mayDo(c, 'divide-money') ? (
          <form method="post" class="card form no-print">
            <h2>{locale.text('agency.move.decide')}</h2>
            {isOwn ? (
              <>
                <p>{locale.text('agency.move.own')}</p>
                <button class="button" type="submit" name="act" value="withdraw">
                  {locale.text('agency.move.withdraw')}
                </button>
              </>
            ) : (
              <>
                <Field
                  id="diary"
                  label={locale.text('agency.grant.diary')}
                  value={refused?.diary ?? ''}
                  errors={errors}
                />
                <DateField
                  id="on"
                  label={locale.text('agency.grant.on')}
                  value={refused?.on ?? ''}
                  errors={errors}
                />
                <TextField
                  most={MOST_WORDS}
                  rows={4}
                  id="answer"
                  label={locale.text('agency.move.answer')}
                  value={refused?.answer ?? ''}
                  errors={[]}
                />
                <p class="inline">
                  <button class="button primary" type="submit" name="act" value="approve">
                    {locale.text('agency.move.approve')}
                  </button>
                  <button class="button" type="submit" name="act" value="decline">
                    {locale.text('agency.move.decline')}
                  </button>
                </p>
              </>
            )}
          </form>
        ) : null}
      </>,
      refused === null ? 200 : refused.field !== null ? 422 : 409,
    )
  }

  app.get('/r/:slug/grants/moves/:move', (c) => movePage(c, null))

  app.post('/r/:slug/grants/moves/:move', async (c) => {
    const actor = authorise(c, 'divide-money')
    const form = await c.req.formData()
    const act = ACTS.find((each) => each === form.get('act'))
    const id = c.req.param('move')
    const words = {
      diary: wordOf(form, 'diary', 100),
      on: wordOf(form, 'on', 10),
      answer: wordOf(form, 'answer', MOST_WORDS),
    }
    if (act === undefined) {
      await movePage(c, null) // a proposal that is not there is not there, whatever is asked of it
      throw new HttpProblem(400)
    }
    const decision = { act, ...words, decidedOn: readDay(words.on) }
    const done = await doors.inRegion(actor, (db) => decideMove(db, actor, id, decision))
    if (done.ok) return c.redirect(`${homeOf(c)}/grants/moves/${id}`, 303)
    if (done.reason === 'gone') throw new HttpProblem(404)
    const text = c.get('locale').text(`agency.move.refused.${done.reason}`)
    const field = done.reason === 'no-decision' ? 'diary' : done.reason === 'day-to-come' ? 'on' : null
    return movePage(c, { ...words, text, field })
  })
}
