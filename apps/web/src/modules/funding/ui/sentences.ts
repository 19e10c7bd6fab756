import type { AuditSentence } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import type { AuditView, CountsWhat } from '../worker/engine-messages.ts'
import { groupName, stageName } from './labels.ts'

/** A share in words, of ten and to the nearest half: a headline is not a table. Whole ones follow the noun's gender. */
function ofTen(locale: Locale, share: number, gender: 'common' | 'neuter'): string {
  const halves = Math.round(share * 20)
  const whole = Math.floor(halves / 2)
  const words = locale.text('number.words').split(' ')
  const name =
    whole === 1 && gender === 'neuter' ? locale.text('number.one.neuter') : (words[whole] ?? String(whole))
  if (halves % 2 === 0) return name
  return whole === 0
    ? locale.text('number.half')
    : locale.text('number.andHalf', { whole: whole === 1 ? (words[1] ?? '') : name })
}

/** The finding as a headline, in plain words. */
export function headlineOf(locale: Locale, view: AuditView, countsWhat: CountsWhat): string {
  const { gap } = view
  if (gap.ok) {
    const gender =
      gap.entering === 'base'
        ? countsWhat === 'inhabitants'
          ? 'common'
          : 'neuter'
        : gap.entering === 'granted'
          ? 'neuter'
          : 'common'
    const params = {
      first: ofTen(locale, gap.shareEntering, gender),
      last: ofTen(locale, gap.shareAmount, 'common'),
    }
    if (gap.entering === 'base') return locale.text(`audit.h.base.${countsWhat ?? 'firms'}`, params)
    return locale.text(gap.entering === 'applied' ? 'audit.h.applied' : 'audit.h.granted', params)
  }
  const rate = (sex: string) => {
    const group = view.groups.find((one) => Object.keys(one.by).length === 1 && one.by.sex === sex)
    return group && !group.suppressed ? (group.rate?.value ?? null) : null
  }
  const women = rate('women')
  const men = rate('men')
  if (isPairHidden(view.groups)) return locale.text('audit.h.hidden')
  if (women === null || men === null) return locale.text('audit.h.none')
  return locale.text('audit.h.rates', {
    first: ofTen(locale, women, 'common'),
    last: ofTen(locale, men, 'common'),
  })
}

/** Whether the figures of women or men as a whole are hidden: then they are neither few nor uncertain. */
export function isPairHidden(
  groups: readonly { readonly by: Readonly<Record<string, string>>; readonly suppressed?: boolean }[],
): boolean {
  return groups.some(
    ({ by, suppressed }) => suppressed && Object.keys(by).length === 1 && /^(wo)?men$/.test(by.sex ?? ''),
  )
}

/** What the arithmetic says, one sentence a line; the figures are put into words here and nowhere else. */
export function sentenceText(locale: Locale, sentence: AuditSentence, countsWhat: CountsWhat): string {
  switch (sentence.key) {
    case 'headline.noDecisions':
    case 'headline.nothingToCompare':
    case 'certainty.noDecisions':
      return locale.text(`audit.say.${sentence.key}`)
    case 'headline.insufficientEvidence':
      return locale.text('audit.say.headline.insufficientEvidence', sentence.params)
    case 'headline.noDifferenceShown':
      return locale.text('audit.say.headline.noDifferenceShown', sentence.params)
    case 'headline.differenceShown': {
      const { by, reference, rate, referenceRate, shortfallGrants } = sentence.params
      return locale.text('audit.say.headline.differenceShown', {
        group: groupName(locale, by).toLocaleLowerCase(locale.tag),
        reference: groupName(locale, reference).toLocaleLowerCase(locale.tag),
        rate: locale.percent(rate),
        referenceRate: locale.percent(referenceRate),
        shortfall: locale.number(Math.round(shortfallGrants)),
      })
    }
    case 'gap.unknown':
      return locale.text('audit.say.gap.unknown', {
        reason: locale.dynamic(`audit.reason.${sentence.params.reason}`, sentence.params.reason),
      })
    case 'gap.where': {
      const { shareEntering, shareAmount, entering, from, to, part } = sentence.params
      return locale.text('audit.say.gap.where', {
        shareEntering: locale.percent(shareEntering),
        shareAmount: locale.percent(shareAmount),
        entering: stageName(locale, entering, countsWhat),
        part: locale.points(Math.abs(part)).replace('+', ''),
        from: stageName(locale, from, countsWhat),
        to: stageName(locale, to, countsWhat),
      })
    }
    case 'gap.split': {
      const { mix, within, unsplit } = sentence.params
      const said = locale.text('audit.say.gap.split', {
        mix: locale.points(mix).replace('+', ''),
        within: locale.points(within).replace('+', ''),
      })
      if (Math.abs(unsplit) < 0.0005) return said
      return `${said} ${locale.text('audit.say.gap.unsplit', { unsplit: locale.points(unsplit).replace('+', '') })}`
    }
    case 'gap.notSplit':
      return locale.text(`audit.say.gap.notSplit.${sentence.params.reason}`)
    case 'certainty.insufficientEvidence': {
      const { minimumDetectable } = sentence.params
      return minimumDetectable === null
        ? locale.text('audit.say.certainty.insufficientEvidence')
        : locale.text('audit.say.certainty.insufficientEvidence.mdd', {
            minimum: locale.points(minimumDetectable).replace('+', ''),
          })
    }
    case 'certainty.noDifferenceShown':
      return locale.text('audit.say.certainty.noDifferenceShown', {
        low: locale.decimal(sentence.params.low),
        high: locale.decimal(sentence.params.high),
      })
    case 'certainty.differenceShown':
      return locale.text('audit.say.certainty.differenceShown', {
        p: locale.probability(sentence.params.holmP),
      })
  }
}
