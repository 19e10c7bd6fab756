import type { ItemOf, PlanItem } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { element, narrated } from './xml-text.ts'

const MEASURE = { unit: '1', percentage: '2', qualitative: '5' } as const
const RESULT = { output: '1', outcome: '2' } as const

/**
 * What is to be reached under an item: its goals as outcomes, indicators of an activity itself as its output. A goal
 * without an indicator stands as one in words.
 */
export function resultsOf(tree: PlanTree, item: PlanItem): string[] {
  const goals = tree.all('goal', item.id).flatMap((goal) => [goal, ...goalsUnder(tree, goal)])
  const own = tree.all('indicator', item.id)
  return [
    ...(own.length === 0
      ? []
      : [result(tree, RESULT.output, 'name' in item.fields ? item.fields.name : '', '', own)]),
    ...goals.map((goal) => {
      const indicators = tree.all('indicator', goal.id)
      return result(tree, RESULT.outcome, titleOf(goal), goal.fields.measuredBy, indicators)
    }),
  ]
}

function goalsUnder(tree: PlanTree, goal: ItemOf<'goal'>): ItemOf<'goal'>[] {
  return tree.all('goal', goal.id).flatMap((each) => [each, ...goalsUnder(tree, each)])
}

function titleOf({ fields }: ItemOf<'goal'>): string {
  return fields.year === null ? fields.name : `${fields.name} (${fields.year})`
}

function result(
  tree: PlanTree,
  type: string,
  title: string,
  description: string,
  indicators: readonly ItemOf<'indicator'>[],
): string {
  const inWords = element('indicator', { measure: MEASURE.qualitative }, [narrated('title', title)])
  return element('result', { type }, [
    narrated('title', title),
    description === '' ? '' : narrated('description', description),
    ...(indicators.length === 0 ? [inWords] : indicators.map((each) => indicator(tree, each))),
  ])
}

function indicator(tree: PlanTree, { id, fields }: ItemOf<'indicator'>): string {
  const figures = tree
    .all('figure', id)
    .filter((figure) => figure.fields.year !== null && figure.fields.what !== null)
  const baselines = figures.filter((figure) => figure.fields.what === 'baseline')
  const years = [
    ...new Set(
      figures.flatMap((figure) => (figure.fields.what === 'baseline' ? [] : [figure.fields.year ?? 0])),
    ),
  ].toSorted((a, b) => a - b)
  const isShare = /%|procent|per cent/i.test(fields.unit)
  const ascending = fields.direction === 'rise' ? '1' : fields.direction === 'fall' ? '0' : null
  return element('indicator', { measure: isShare ? MEASURE.percentage : MEASURE.unit, ascending }, [
    narrated('title', fields.name),
    describe(fields),
    ...baselines.map((figure) => value('baseline', figure, { year: figure.fields.year })),
    ...years.map((year) => {
      const of = (what: string) =>
        figures.filter((figure) => figure.fields.year === year && figure.fields.what === what)
      return element('period', {}, [
        element('period-start', { 'iso-date': `${year}-01-01` }),
        element('period-end', { 'iso-date': `${year}-12-31` }),
        ...of('target').map((figure) => value('target', figure, {})),
        ...of('actual').map((figure) => value('actual', figure, {})),
      ])
    }),
  ])
}

function describe({ unit, note }: ItemOf<'indicator'>['fields']): string {
  const text = [unit === '' ? '' : `Enhet: ${unit}.`, note].filter((part) => part !== '').join(' ')
  return text === '' ? '' : narrated('description', text)
}

const WHY: Readonly<Record<NonNullable<ItemOf<'figure'>['fields']['missing']>, string>> = {
  notAsked: 'Inte frågat',
  noAnswer: 'Inget svar',
  declined: 'Vill inte svara',
  notApplicable: 'Ej tillämpligt',
  withheld: 'Undanhållet',
}

/** A figure: of whom by dimensions; where it is missing, why in words instead of a value. */
function value(
  name: string,
  { fields }: ItemOf<'figure'>,
  attributes: Readonly<Record<string, number | null>>,
): string {
  const { sex, group } = fields
  return element(name, { ...attributes, value: fields.value }, [
    sex === null || sex === 'all' ? '' : element('dimension', { name: 'sex', value: sex }),
    group === '' ? '' : element('dimension', { name: 'group', value: group }),
    fields.missing === null ? '' : narrated('comment', WHY[fields.missing]),
  ])
}
