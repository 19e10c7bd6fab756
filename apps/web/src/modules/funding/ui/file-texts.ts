import type { Locale } from '@jamvikt/i18n'
import type { FileTexts } from '../service/figures-file.ts'
import type { ReleasedAudit } from '../service/released-audit.ts'
import { dimensionName, labelOf } from './labels.ts'
import { proofRows } from './proof-facts.tsx'

/** The words of a file that leaves, with what it is and where it came from. */
export function fileTexts(locale: Locale, audit: ReleasedAudit, address: string): FileTexts {
  return {
    sheetFigures: locale.text('file.sheet.figures'),
    sheetDictionary: locale.text('file.sheet.dictionary'),
    column: (key) => locale.dynamic(`audit.col.${key}`, key),
    meaning: (key) => locale.dynamic(`file.means.${key}`, key),
    dimension: (name) => dimensionName(locale, name),
    label: (name, code) => labelOf(locale, name, code),
    verdict: (verdict) => locale.dynamic(`audit.verdict.${verdict}`, verdict),
    dictionaryHeaders: [
      locale.text('file.sheet'),
      locale.text('file.column'),
      locale.text('file.meaning'),
      locale.text('file.unit'),
    ],
    facts: [
      [locale.text('money.list'), audit.list.name],
      [
        locale.text('release.period'),
        audit.chosen.map((period) => labelOf(locale, 'period', period)).join(', '),
      ],
      [locale.text('file.address'), address],
      [locale.text('file.released'), locale.time(audit.release.releasedAt)],
      [locale.text('money.settings.threshold'), String(audit.threshold)],
      ...(audit.leaderRule
        ? [
            [
              locale.text('audit.filter.rule'),
              locale.dynamic(`intake.map.rule.${audit.leaderRule}`, audit.leaderRule),
            ] as const,
          ]
        : []),
      ...proofRows(locale, audit),
      ...(audit.list.synthetic ? [[locale.text('synthetic'), locale.text('yes')] as const] : []),
    ],
    hidden: locale.text('file.hidden'),
    all: locale.text('audit.everyone'),
  }
}
