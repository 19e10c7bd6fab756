import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { mergeFields } from '../../plan/public.ts'
import type { KeptWords } from '../model-submission.ts'
import { MOST_COMMENT } from '../rules/in-the-way.ts'
import { holdWords, insertWords, writeWords } from '../store/words.ts'

const note = changesOf('submission-words')

export type Words = Readonly<Record<string, string>>

/**
 * Keeps what a region writes for a report. What somebody else has written meanwhile under other questions stays theirs;
 * where both have written under one, nothing is kept of the latter but in the history, and both are given back.
 * @param seen the words as the writer had them before them
 */
export async function keepWords(
  db: TenantDb,
  actor: Actor,
  of: { readonly planId: string; readonly periodId: string },
  seen: { readonly revision: number; readonly words: Words },
  words: Words,
): Promise<
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'too-long'; readonly keys: readonly string[] }
  | {
      readonly ok: false
      readonly reason: 'clash'
      readonly latest: KeptWords
      readonly merged: Words
      readonly keys: readonly string[]
    }
> {
  const long = Object.keys(words).filter((key) => (words[key] ?? '').length > MOST_COMMENT)
  if (long.length > 0) return { ok: false, reason: 'too-long', keys: long }
  const by = { ...of, regionId: actor.regionId, personId: actor.personId, personName: actor.personName }
  if (await insertWords(db, by, words)) {
    await note(db, actor, of.periodId, 'written', { after: words })
    return { ok: true }
  }
  const latest = await holdWords(db, of.periodId)
  if (latest === null) throw new Error('the words were there a moment ago')
  const base = latest.revision === seen.revision ? latest.words : seen.words
  const { merged, clashing } = mergeFields(base, latest.words, words, (_, a, b) => (a ?? '') === (b ?? ''))
  if (clashing.length > 0) {
    await note(db, actor, of.periodId, 'clashed', { given: words, latest: latest.words })
    return { ok: false, reason: 'clash', latest, merged, keys: clashing }
  }
  if (Object.keys(merged).every((key) => merged[key] === latest.words[key])) return { ok: true }
  await writeWords(db, by, latest.revision + 1, merged)
  await note(db, actor, of.periodId, 'written', { before: latest.words, after: merged })
  return { ok: true }
}
