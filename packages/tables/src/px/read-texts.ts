import { CELL_STATES } from '../stat/cell-state.ts'
import { defined } from '../stat/defined.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { isoOfPxDate } from './px-date.ts'
import { dataSymbolOf } from './px-keywords.ts'
import { onlyText } from './px-statement.ts'
import { firstMeaning, lines, yesOrNo } from './read-measures.ts'
import type { StatementIndex } from './statement-index.ts'

type TableTexts = Pick<
  StatTable,
  | 'id'
  | 'title'
  | 'contents'
  | 'description'
  | 'source'
  | 'database'
  | 'contact'
  | 'subject'
  | 'link'
  | 'survey'
  | 'created'
  | 'updated'
  | 'nextUpdate'
  | 'updateFrequency'
  | 'officialStatistics'
  | 'copyright'
  | 'stateTexts'
>

/**
 * Reads what a file says about the table as a whole.
 * @throws StatRefusedError `keyword-missing` (`MATRIX`, `CONTENTS`, `SUBJECT-CODE`, `SUBJECT-AREA`; `TITLE` where there
 * is no `DESCRIPTION` either), `syntax`
 */
export function readTexts(index: StatementIndex): TableTexts {
  for (const keyword of ['MATRIX', 'CONTENTS', 'SUBJECT-CODE', 'SUBJECT-AREA'])
    if (index.all(keyword, true).length === 0) throw index.missing(keyword)
  const hasTitle = index.all('TITLE', true).length > 0
  if (!hasTitle && index.all('DESCRIPTION', true).length === 0) throw index.missing('TITLE')
  const textOf = (keyword: string) => {
    const statement = index.single(keyword)
    return statement === undefined ? '' : onlyText(statement)
  }
  const description = index.texts('DESCRIPTION')
  const subject = { code: textOf('SUBJECT-CODE'), label: index.texts('SUBJECT-AREA') ?? {} }
  const hasSubject = subject.code !== '' || Object.keys(subject.label).length > 0
  const stateTexts = readStateTexts(index)
  const found = {
    contents: index.texts('CONTENTS'),
    description,
    source: index.texts('SOURCE'),
    database: index.texts('DATABASE'),
    contact: index.texts('CONTACT', lines),
    subject: hasSubject ? subject : undefined,
    link: index.texts('LINK'),
    survey: index.texts('SURVEY'),
    created: date(index, 'CREATION-DATE'),
    updated: date(index, 'LAST-UPDATED'),
    nextUpdate: date(index, 'NEXT-UPDATE'),
    updateFrequency: textOf('UPDATE-FREQUENCY') || undefined,
    officialStatistics: yes(index, 'OFFICIAL-STATISTICS'),
    copyright: yes(index, 'COPYRIGHT'),
    stateTexts: Object.keys(stateTexts).length === 0 ? undefined : stateTexts,
  }
  return {
    id: textOf('MATRIX'),
    title: (hasTitle ? index.texts('TITLE') : description) ?? {},
    ...defined(found),
  }
}

function date(index: StatementIndex, keyword: string): string | undefined {
  return firstMeaning(index, index.keyless(keyword), isoOfPxDate)
}

function yes(index: StatementIndex, keyword: string): boolean | undefined {
  return firstMeaning(index, index.keyless(keyword), yesOrNo)
}

/** `DATASYMBOL1`–`6` and `DATASYMBOLNIL`: what is shown where there is no figure. */
function readStateTexts(index: StatementIndex): NonNullable<StatTable['stateTexts']> {
  const entries = CELL_STATES.flatMap((state) => {
    if (state === 'value') return []
    const keyword = dataSymbolOf(state)
    const texts = index.texts(keyword)
    return texts === undefined ? [] : [[state, texts] as const]
  })
  return Object.fromEntries(entries)
}
