import type { PxKeyword, StatTable } from '../stat/stat-table.ts'
import { KEYED_BY_VARIABLE, OF_THE_FILE } from './px-keywords.ts'
import { inRecommendedOrder } from './px-order.ts'
import { keptKeyword, statementId } from './px-statement.ts'
import type { PxVariables } from './read-variables.ts'
import type { StatementIndex } from './statement-index.ts'
import { derivedStatements } from './write-derived.ts'

/**
 * The statements that have no place in the table, in the recommended order; without those that a writer of the table
 * makes by itself.
 * @throws StatRefusedError `keyword-unknown-variable`, `keyword-unknown-value`
 */
export function keptStatements(
  table: StatTable,
  index: StatementIndex,
  variables: PxVariables,
): readonly PxKeyword[] {
  const written = new Set(derivedStatements(table).map(wholeStatement))
  const rest = index.rest().filter(({ keyword }) => !OF_THE_FILE.has(keyword))
  for (const statement of rest) {
    if (!KEYED_BY_VARIABLE.has(statement.keyword) || statement.keys.length === 0) continue
    const at = variables.variable(statement)
    const value = statement.keys[1]
    if (value !== undefined) variables.value(statement, at, value)
  }
  const kept = rest.map((statement) => keptKeyword(statement, index.main))
  return inRecommendedOrder(kept.filter((statement) => !written.has(wholeStatement(statement))))
}

function wholeStatement(statement: PxKeyword): string {
  const values = statement.values.map(({ text, quoted }) => `${quoted ? '"' : ''}${text}`)
  return [statementId(statement), '=', ...values].join('\0')
}
