import { type FieldError, Notice } from '@jamvikt/ui'
import type { Web, WebContext } from '../../platform/http/context.ts'
import { wordOf } from '../../platform/http/form-words.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { mayDo } from './authorise.ts'
import type { PlanDoors } from './doors.ts'
import { showPart, treeOf } from './item-room.tsx'
import type { PlanDocument } from './model.ts'
import { planOf, showTab } from './plan-room.tsx'
import { isDate } from './rules/check-fields.ts'
import { compare } from './rules/compare.ts'
import { swedishDay } from './rules/swedish-day.ts'
import { PlanTree } from './rules/tree.ts'
import { makeVersion } from './service/adopt-plan.ts'
import { listVersions, openVersion } from './service/versions.ts'
import { changeCount, DifferenceView } from './ui/difference-view.tsx'
import {
  CompareForm,
  decisionText,
  type TypedDecision,
  VersionForms,
  VersionList,
} from './ui/versions-view.tsx'
import { WholePlan } from './ui/whole-plan.tsx'

const NOTHING: TypedDecision = { diary: '', on: '', body: '' }
const MOST_DIARY = 100
const MOST_BODY = 200

/** Versions of a plan: sent out for comments, adopted, read, compared. */
export function addVersions(app: Web, doors: PlanDoors) {
  const page = async (c: WebContext, typed: TypedDecision, errors: readonly FieldError[]) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const { versions, latest } = await doors.inRegion(actor, async (db) => {
      const versions = await listVersions(db, opened.plan.id)
      const number = versions[0]?.number
      return {
        versions,
        latest: number === undefined ? null : await openVersion(db, opened.plan.id, number),
      }
    })
    const count = latest?.ok ? changeCount(compare(latest.document, opened.document)) : null
    const done = /^(adopted|sent)-(\d{1,9})$/.exec(c.req.query('done') ?? '')
    return showTab(
      c,
      opened,
      'versions',
      <>
        <p class="plan-summary">{locale.text('plan.versions.lede')}</p>
        {done === null ? null : (
          <Notice kind="good">
            {locale.text(done[1] === 'adopted' ? 'plan.versions.adopted' : 'plan.versions.sent', {
              number: done[2] ?? '',
            })}
          </Notice>
        )}
        {latest === null || count === null ? null : (
          <p>
            {count === 0
              ? locale.text('plan.draft.same', { number: latest.version.number })
              : locale.text('plan.draft.differs', {
                  number: latest.version.number,
                  count: locale.counted('plan.draft.count', count),
                })}
          </p>
        )}
        <VersionList locale={locale} here={here} versions={versions} />
        {versions.length === 0 ? null : (
          <CompareForm
            locale={locale}
            here={here}
            versions={versions}
            from={versions[0]?.number ?? null}
            to={null}
          />
        )}
        {mayDo(c, 'adopt-plan') ? (
          <VersionForms locale={locale} revision={opened.plan.revision} typed={typed} errors={errors} />
        ) : null}
      </>,
      errors.length > 0 ? 422 : 200,
    )
  }

  app.get('/r/:slug/plans/:plan/versions', (c) => page(c, NOTHING, []))

  app.post('/r/:slug/plans/:plan/versions', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'adopt-plan')
    const locale = c.get('locale')
    const form = await c.req.formData()
    const act = wordOf(form, 'act', 10)
    if (act !== 'adopt' && act !== 'refer') throw new HttpProblem(400)
    const typed = {
      diary: wordOf(form, 'diary', MOST_DIARY),
      on: wordOf(form, 'on', 10),
      body: wordOf(form, 'body', MOST_BODY),
    }
    const faults = act === 'refer' ? [] : decisionFaults(typed, form.has('confirm'))
    if (faults.length > 0)
      return page(
        c,
        typed,
        faults.map((field) => ({ field, text: locale.text(`plan.adopt.fault.${field}`) })),
      )
    const seen = /^\d{1,15}$/.test(wordOf(form, 'revision', 15)) ? Number(wordOf(form, 'revision', 15)) : 0
    const done = await doors.inRegion(actor, (db) =>
      makeVersion(db, actor, opened.plan.id, seen, act === 'adopt' ? typed : null),
    )
    if (!done.ok)
      return page(c, typed, [{ field: 'adopt', text: locale.text(`plan.adopt.fault.${done.reason}`) }])
    return c.redirect(`${here}/versions?done=${act === 'adopt' ? 'adopted' : 'sent'}-${done.number}`, 303)
  })

  app.get('/r/:slug/plans/:plan/versions/:version', async (c) => {
    const { actor, opened, here } = await planOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const number = numberIn(c.req.param('version'))
    const found =
      number === null ? null : await doors.inRegion(actor, (db) => openVersion(db, opened.plan.id, number))
    if (found === null) throw new HttpProblem(404)
    const { version } = found
    return showPart(
      c,
      opened,
      {
        title: found.ok ? found.document.facts.name : opened.plan.facts.name,
        above: [],
        kind: `${locale.text('plan.version', { number: version.number })}, ${locale.text(`plan.version.state.${version.state}`).toLowerCase()}`,
      },
      <>
        {found.ok && found.document.facts.lede !== '' ? (
          <p class="lede">{found.document.facts.lede}</p>
        ) : null}
        <Notice kind="info">
          <p>
            {locale.text('plan.version.look', {
              number: version.number,
              time: locale.time(version.madeAt),
              name: version.madeBy,
            })}
          </p>
          {version.decision === null ? null : <p>{decisionText(locale, version.decision)}</p>}
          <p class="note wrap">{locale.text('plan.version.hash', { hash: version.hash })}</p>
        </Notice>
        <p class="inline no-print item-acts">
          <a class="button" href={`${here}/compare?from=${version.number}`}>
            {locale.text('plan.version.changes')}
          </a>
          <a class="button" href={`${here}/versions`}>
            {locale.text('plan.tab.versions')}
          </a>
          {version.state === 'referral' ? (
            <a class="button" href={`${here}/versions/${version.number}/referral`}>
              {locale.text('referral.open')}
            </a>
          ) : null}
        </p>
        {found.ok ? (
          <WholePlan locale={locale} tree={new PlanTree(found.document)} here={null} codes={new Map()} />
        ) : (
          <Notice kind="bad">{locale.text('plan.version.damaged')}</Notice>
        )}
      </>,
    )
  })

  app.get('/r/:slug/plans/:plan/compare', async (c) => {
    const { actor, opened, here } = await treeOf(c, doors, 'see-plans')
    const locale = c.get('locale')
    const to = numberIn(c.req.query('to'))
    const { versions, from, before, after } = await doors.inRegion(actor, async (db) => {
      const side = async (number: number | null): Promise<PlanDocument | null> => {
        if (number === null) return opened.document
        const version = await openVersion(db, opened.plan.id, number)
        if (version === null) throw new HttpProblem(404)
        return version.ok ? version.document : null
      }
      const versions = await listVersions(db, opened.plan.id)
      const isAsked = c.req.query('from') !== undefined || c.req.query('to') !== undefined
      const from = isAsked ? numberIn(c.req.query('from')) : (versions[0]?.number ?? null)
      return { versions, from, before: await side(from), after: await side(to) }
    })
    const sideName = (number: number | null) =>
      number === null ? locale.text('plan.draft') : locale.text('plan.version', { number })
    return showPart(
      c,
      opened,
      { title: locale.text('plan.compare.title'), above: [] },
      <>
        <p class="lede">
          {sideName(from)} → {sideName(to)}
        </p>
        <CompareForm locale={locale} here={here} versions={versions} from={from} to={to} />
        {before === null || after === null ? (
          <Notice kind="bad">{locale.text('plan.version.damaged')}</Notice>
        ) : (
          <DifferenceView
            locale={locale}
            before={new PlanTree(before)}
            after={new PlanTree(after)}
            codes={new Map()}
            difference={compare(before, after)}
          />
        )}
      </>,
    )
  })
}

/** The number of a version that an address names; `null` where it names none. */
function numberIn(asked: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/.test(asked ?? '') ? Number(asked) : null
}

function decisionFaults(typed: TypedDecision, confirmed: boolean) {
  const faults: ('diary' | 'on' | 'body' | 'confirm')[] = []
  if (typed.diary === '') faults.push('diary')
  if (!isDate(typed.on) || typed.on > swedishDay(new Date())) faults.push('on')
  if (typed.body === '') faults.push('body')
  if (!confirmed) faults.push('confirm')
  return faults
}
