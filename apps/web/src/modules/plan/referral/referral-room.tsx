import type { FieldError } from '@jamvikt/ui'
import type { ComponentChildren } from 'preact'
import type { WebContext } from '../../../platform/http/context.ts'
import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanAct } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { planOf, showPage } from '../plan-room.tsx'
import { PlanTree } from '../rules/tree.ts'
import { openVersion } from '../service/versions.ts'
import { type AnswerFault, MOST_COMMENT, type TypedAnswer } from './rules/check-answer.ts'
import type { SeenAnswer } from './rules/join-answers.ts'
import { type Subject, subjectsOf } from './rules/subjects.ts'
import { openReferral } from './service/refer.ts'
import { subjectName } from './ui/subject-name.ts'

/** The version on referral that an address names, with what is asked of it; a page that is not there if there is none. */
export async function versionOut(c: WebContext, doors: PlanDoors, act: PlanAct) {
  const { actor, opened, here } = await planOf(c, doors, act)
  const text = c.req.param('version') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new HttpProblem(404)
  const number = Number(text)
  const { kept, referral } = await doors.inRegion(actor, async (db) => ({
    kept: await openVersion(db, opened.plan.id, number),
    referral: await openReferral(db, opened.plan.id, number),
  }))
  if (kept === null || !kept.ok || kept.version.state !== 'referral') throw new HttpProblem(404)
  const tree = new PlanTree(kept.document)
  return { actor, opened, here, at: `${here}/versions/${number}/referral`, version: number, tree, referral }
}

/** As `versionOut`, where something is asked; otherwise the page is not there. */
export async function referralOut(c: WebContext, doors: PlanDoors, act: PlanAct) {
  const found = await versionOut(c, doors, act)
  const { referral, tree } = found
  if (referral === null) throw new HttpProblem(404)
  return { ...found, referral, subjects: subjectsOf(referral, tree) }
}

/** A page about a referral, with its way back. */
export function showReferral(
  c: WebContext,
  { opened, here, version, at }: Awaited<ReturnType<typeof versionOut>>,
  title: string,
  content: ComponentChildren,
  status: 200 | 409 | 422 = 200,
) {
  const locale = c.get('locale')
  return showPage(
    c,
    `${title} – ${opened.plan.facts.name}`,
    <>
      <nav class="crumb no-print" aria-label={locale.text('back')}>
        <a href={here}>{opened.plan.facts.name}</a> ›{' '}
        <a href={`${here}/versions/${version}`}>{locale.text('plan.version', { number: version })}</a> ›{' '}
        <a href={at}>{locale.text('referral.open')}</a>
      </nav>
      <h1>{title}</h1>
      {opened.plan.facts.synthetic ? <p class="note">{locale.text('plan.synthetic')}</p> : null}
      {content}
    </>,
    status,
  )
}

/** An answer as a form sends it. */
export function typedAnswer(form: FormData, subjects: readonly Subject[], isEntry: boolean): TypedAnswer {
  return {
    stance: wordOf(form, 'stance', 20),
    comments: Object.fromEntries(
      subjects.map(({ about }) => [about, wordOf(form, `c-${about}`, 2 * MOST_COMMENT)]),
    ),
    receivedOn: isEntry ? wordOf(form, 'receivedOn', 10) : null,
  }
}

/** The revision that a form was filled in from. */
export function seenIn(form: FormData): number {
  const text = wordOf(form, 'revision', 9)
  if (!/^\d{1,9}$/.test(text)) throw new HttpProblem(400)
  return Number(text)
}

/** What hinders an answer, beside its fields. */
export function answerErrors(
  c: WebContext,
  subjects: readonly Subject[],
  faults: readonly AnswerFault[],
): FieldError[] {
  const locale = c.get('locale')
  return faults.map(({ field, reason }) => {
    const subject = subjects.find(({ about }) => about === field)
    if (subject !== undefined)
      return {
        field: `c-${field}`,
        text: locale.text('referral.fault.comment.too-long', { name: subjectName(locale, subject) }),
      }
    return { field, text: locale.dynamic(`referral.fault.${field}.${reason}`, reason) }
  })
}

/** What a colleague has written meanwhile: nothing is saved until it has been seen. */
export function joinedErrors(
  c: WebContext,
  subjects: readonly Subject[],
  { clashing, latest }: { readonly clashing: readonly string[]; readonly latest: SeenAnswer },
): FieldError[] {
  const locale = c.get('locale')
  if (clashing.length === 0) return [{ field: 'stance', text: locale.text('referral.fault.joined') }]
  return clashing.map((field) => {
    const subject = subjects.find(({ about }) => about === field)
    if (subject !== undefined)
      return {
        field: `c-${field}`,
        text: locale.text('referral.fault.both', { name: subjectName(locale, subject) }),
      }
    const stance = latest.stance === null ? '–' : locale.text(`referral.stance.${latest.stance}`)
    return { field, text: locale.text('referral.fault.bothStance', { stance }) }
  })
}

/** Letters go on their way once what they are about stands. */
export async function sendLetters(
  doors: PlanDoors,
  { regionId, personId }: { readonly regionId: string; readonly personId: string },
  letters: readonly string[],
) {
  for (const id of letters) await doors.send('mail', { regionId, personId, id })
}
