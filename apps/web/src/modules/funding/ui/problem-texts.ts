import type { Locale } from '@jamvikt/i18n'
import type { MappingProblem } from '@jamvikt/tables'

/** What is wrong with a mapping, one sentence a problem, with what may be meant. */
export function problemTexts(locale: Locale, problems: readonly MappingProblem[]): string[] {
  return problems.map((problem) => {
    const { reason, path, detail = path, suggestions = [] } = problem
    const text = locale.dynamic(`intake.problem.${reason}`, reason, { detail, path })
    return suggestions.length === 0
      ? text
      : `${text} ${locale.text('intake.problem.suggestions', { suggestions: suggestions.join(', ') })}`
  })
}
