import { randomBytes } from 'node:crypto'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { dropLetters, layLetter } from '../../../../platform/mail.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { sha256 } from '../../../../platform/sha256.ts'
import { note } from '../../service/change-plan.ts'
import type { Referral } from '../model-referral.ts'
import type { Invited } from '../rules/invited.ts'
import { referralLink } from '../rules/referral-link.ts'
import { answersOf, holdAnswer, insertAnswer, revokeToken, setToken } from '../store/answers.ts'
import { holdReferral } from '../store/referrals.ts'
import { endOfDay } from './refer.ts'

/** What a letter says, in the language of whoever sends it. */
interface InvitationWords {
  readonly subject: string
  readonly body: (to: { readonly organisation: string; readonly address: string }) => string
}

export interface Inviting {
  /** The address that people use. */
  readonly baseUrl: string
  readonly today: string
  readonly words: InvitationWords
}

/** A link that has been made: it is known by its hash alone from here on, and can be shown this once. */
export interface MadeLink {
  readonly organisation: string
  readonly address: string
  readonly link: string
}

type Over = { readonly ok: false; readonly reason: 'over' | 'gone' }

type Asked = { readonly ok: true; readonly letters: readonly string[]; readonly links: readonly MadeLink[] }

/** Asks organisations for an answer: a letter each, with a link of its own. Who has been asked already is passed over. */
export async function invite(
  db: TenantDb,
  actor: Actor,
  { planId, version }: Referral,
  invited: readonly Invited[],
  at: Inviting,
): Promise<(Asked & { readonly known: number }) | Over> {
  const referral = await holdReferral(db, planId, version)
  if (referral === null) return { ok: false, reason: 'gone' }
  if (referral.dueOn < at.today) return { ok: false, reason: 'over' }
  const letters: string[] = []
  const links: MadeLink[] = []
  for (const one of invited) {
    const token = randomBytes(32).toString('base64url')
    const id = await insertAnswer(db, {
      regionId: actor.regionId,
      planId,
      version,
      ...one,
      tokenHash: sha256(token),
      madeBy: actor.personId,
    })
    if (id === null) continue
    await note(db, actor, planId, 'referral-invited', { version, answer: id, organisation: one.organisation })
    const made = { ...one, link: referralLink(at.baseUrl, actor.regionId, token) }
    letters.push(await lay(db, actor, { id, ...made }, at, referral))
    links.push(made)
  }
  return { ok: true, letters, links, known: invited.length - letters.length }
}

/**
 * Makes a new link, which takes the place of the one before: that opens nothing any more, and letters with it that wait
 * are not sent. What has been sent stands and is not asked for again.
 * @param way by letter, or by hand: then the link is given to whoever made it
 */
export async function inviteAgain(
  db: TenantDb,
  actor: Actor,
  { planId, version }: Referral,
  id: string,
  at: Inviting,
  way: 'letter' | 'hand',
): Promise<Asked | Over> {
  const referral = await holdReferral(db, planId, version)
  const answer = await holdAnswer(db, { planId, version, id })
  if (referral === null || answer === null || answer.address === '' || answer.sentAt !== null)
    return { ok: false, reason: 'gone' }
  if (referral.dueOn < at.today) return { ok: false, reason: 'over' }
  const token = randomBytes(32).toString('base64url')
  await setToken(db, id, sha256(token))
  await dropLetters(db, id)
  await note(db, actor, planId, 'referral-invited', { version, answer: id, again: true, way })
  const { organisation, address } = answer
  const made = { organisation, address, link: referralLink(at.baseUrl, actor.regionId, token) }
  const letters = way === 'hand' ? [] : [await lay(db, actor, { id, ...made }, at, referral)]
  return { ok: true, letters, links: [made] }
}

/** Takes a link back: it opens nothing any more. */
export async function revokeInvitation(
  db: TenantDb,
  actor: Actor,
  { planId, version }: Referral,
  id: string,
): Promise<boolean> {
  const answer = await holdAnswer(db, { planId, version, id })
  if (answer === null || answer.sentAt !== null || answer.revokedAt !== null || answer.address === '')
    return false
  await revokeToken(db, id)
  await dropLetters(db, id)
  await note(db, actor, planId, 'referral-revoked', { version, answer: id })
  return true
}

const MOST_ANSWERS = 1000

/** Makes room for an answer that came on paper from somebody who was not asked by letter. @returns its id */
export async function addPaperAnswer(
  db: TenantDb,
  actor: Actor,
  { planId, version }: Referral,
  organisation: string,
): Promise<string | null> {
  const referral = await holdReferral(db, planId, version)
  if (referral === null || (await answersOf(db, planId, version)).length >= MOST_ANSWERS) return null
  const { regionId, personId } = actor
  const id = await insertAnswer(db, {
    regionId,
    planId,
    version,
    organisation,
    address: '',
    tokenHash: null,
    madeBy: personId,
  })
  if (id !== null)
    await note(db, actor, planId, 'referral-paper-added', { version, answer: id, organisation })
  return id
}

function lay(
  db: TenantDb,
  { regionId }: Actor,
  to: MadeLink & { readonly id: string },
  { words }: Inviting,
  { dueOn }: Referral,
): Promise<string> {
  return layLetter(db, {
    regionId,
    personId: to.id,
    address: to.address,
    subject: words.subject,
    keepUntil: endOfDay(dueOn),
    body: words.body({
      organisation: to.organisation,
      address: to.link,
    }),
  })
}
