import { findPlace, industryName2007 } from '@jamvikt/domain'
import type { AuditSentence, By } from '@jamvikt/equity'
import { localeOf } from '@jamvikt/i18n'
import type { Texts } from './messages.ts'
import type { Audit } from './run-audit.ts'

/** A label as people read it. */
function labelOf(name: string, label: string, texts: Texts): string {
  const known = texts.known(`label.${label}`, '')
  if (known !== '') return known
  if (name === 'industry') {
    const found = industryName2007(label)
    return found === undefined ? label : `${label} ${found[texts.language]}`
  }
  if (name !== 'municipality' && name !== 'county') return label
  const place = findPlace(name, label)
  return place.ok ? place.name : label
}

/** A group's labels in the order of the dimensions asked for. */
export function groupName(by: By, order: readonly string[], texts: Texts): string {
  const labels = order.flatMap((name) => {
    const label = by[name]
    return label === undefined ? [] : [labelOf(name, label, texts)]
  })
  return labels.length === 0 ? texts.text('everybody') : labels.join(', ')
}

/** The headline sentences of an audit, in words. What cannot be said is left out. */
export function sentencesOf(audit: Audit, texts: Texts): string[] {
  return [
    ...audit.sentences.flatMap((sentence) => say(sentence, audit.by, texts)),
    ...simpsonSentence(audit, texts),
  ]
}

function say(sentence: AuditSentence, order: readonly string[], texts: Texts): string[] {
  const locale = localeOf(texts.language)
  const { text } = texts
  const stage = (name: string): string => texts.known(`stage.${name}`, name)
  switch (sentence.key) {
    case 'headline.noDecisions':
      return [text('sayNoDecisions')]
    case 'headline.nothingToCompare':
      return [text('sayNothingToCompare')]
    case 'headline.insufficientEvidence':
      return [text('sayInsufficient', sentence.params)]
    case 'headline.noDifferenceShown':
      return [text('sayNoDifference', sentence.params)]
    case 'headline.differenceShown': {
      const { by, reference, rate, referenceRate, shortfallGrants, shown, compared } = sentence.params
      return [
        text('sayDifference', {
          rate: locale.percent(rate),
          group: groupName(by, order, texts),
          referenceRate: locale.percent(referenceRate),
          reference: groupName(reference, order, texts),
          shortfall: locale.number(Math.abs(shortfallGrants)),
          fewer: text(shortfallGrants < 0 ? 'more' : 'fewer'),
          shown,
          compared,
        }),
      ]
    }
    case 'gap.where': {
      const { entering, shareEntering, shareAmount, from, to, part } = sentence.params
      return [
        text('sayGap', {
          shareEntering: locale.percent(shareEntering),
          entering: stage(entering),
          shareAmount: locale.percent(shareAmount),
          from: stage(from),
          to: stage(to),
          part: locale.points(part),
        }),
      ]
    }
    case 'gap.split': {
      const { mix, within } = sentence.params
      return [text('saySplit', { mix: locale.points(mix), within: locale.points(within) })]
    }
    case 'gap.unknown':
    case 'gap.notSplit':
    case 'certainty.noDecisions':
    case 'certainty.insufficientEvidence':
    case 'certainty.noDifferenceShown':
    case 'certainty.differenceShown':
      return []
  }
}

function simpsonSentence({ simpson }: Audit, texts: Texts): string[] {
  if (simpson === null || !simpson.found.ok) return []
  const { overall, adjustedDifference, within, reversal, mixed } = simpson.found
  if (!reversal && !mixed) return []
  const words = { womenLower: 'lower', womenHigher: 'higher', equal: 'equal' } as const
  return [
    texts.text(reversal ? 'simpsonReversal' : 'simpsonMixed', {
      overall: texts.text(words[overall]),
      dimension: texts.known(`dimension.${simpson.dimension}`, simpson.dimension),
      adjusted: localeOf(texts.language).points(adjustedDifference),
      lower: within.womenLower,
      higher: within.womenHigher,
    }),
  ]
}
