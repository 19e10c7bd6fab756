import type { PlanDocument } from '../../model.ts'
import type { ItemOf } from '../../model-items.ts'
import { PlanTree } from '../../rules/tree.ts'
import { yearlyBudgets } from './iati-budgets.ts'
import { resultsOf } from './iati-results.ts'
import { nationalEntry } from './national-entry.ts'
import { element, narrated, xmlText } from './xml-text.ts'

export interface IatiContext {
  readonly region: { readonly slug: string; readonly name: string }
  /** The plan’s address. */
  readonly plan: string
  readonly now: Date
}

/** Codes of the lists of IATI 2.03 that plans use. */
const LOCAL_GOVERNMENT = '11'
const OWN_VOCABULARY = '99'
const DIRECTION = { parent: '1', child: '2' } as const
const ROLE = { funding: '1', accountable: '2', implementing: '4' } as const

/**
 * A plan as activities of IATI 2.03: the plan (hierarchy 1), its priorities (2) and its activities (3), each naming what
 * it is under and what is under it. Dates are those that are planned; what has none of its own has the plan’s. The
 * reporting body is named; its reference is a stand-in, `SE-JAMVIKT-` and the region’s address, until the region
 * publishes under one of its own.
 */
export function iatiXml(document: PlanDocument, context: IatiContext): string {
  const tree = new PlanTree(document)
  const at = context.now.toISOString().replace(/\.\d+Z$/, 'Z')
  const writing = new Writing(tree, context, at)
  const activities = [
    writing.plan(),
    ...tree.all('priority').map((priority) => writing.priority(priority)),
    ...tree.all('activity').map((activity) => writing.activity(activity)),
  ]
  const whole = element('iati-activities', { version: '2.03', 'generated-datetime': at }, [
    '\n',
    ...activities.map((activity) => `${activity}\n`),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`
}

/** The parts of an activity, in the order that the standard asks for. */
interface Parts {
  readonly id: string
  readonly hierarchy: 1 | 2 | 3
  readonly title: string
  /** By the standard’s type: 1 general, 2 objectives, 3 target groups, 4 other. */
  readonly descriptions: readonly (readonly [type: string, text: string])[]
  readonly participants: readonly string[]
  readonly start: string | null
  readonly end: string | null
  readonly tags: readonly string[]
  readonly budgets: readonly string[]
  readonly related: readonly string[]
  readonly results: readonly string[]
}

class Writing {
  readonly #tree: PlanTree
  readonly #context: IatiContext
  readonly #at: string
  readonly #budgets: ReturnType<typeof yearlyBudgets>

  constructor(tree: PlanTree, context: IatiContext, at: string) {
    this.#tree = tree
    this.#context = context
    this.#at = at
    this.#budgets = yearlyBudgets(tree.document)
  }

  plan(): string {
    const tree = this.#tree
    const { facts } = tree.document
    const owners = [
      ...new Set(
        tree.all('role').flatMap(({ fields }) => (fields.duty === 'owner' ? [fields.organisation] : [])),
      ),
    ]
    return this.#write({
      id: '',
      hierarchy: 1,
      title: facts.name,
      descriptions: [
        ['1', facts.lede || facts.name],
        [
          '4',
          [facts.synthetic ? 'Inlagd för prov.' : '', facts.origin].filter((part) => part !== '').join(' '),
        ],
      ],
      participants: [
        ...owners.filter((name) => name !== '').map((name) => org(name, ROLE.accountable)),
        ...tree.all('financier').map(({ fields }) => org(fields.name, ROLE.funding)),
      ],
      start: facts.startsOn,
      end: facts.endsOn,
      tags: [],
      budgets: this.#budgets.plan,
      related: tree.all('priority').map(({ id }) => this.#related(id, 'child')),
      results: [],
    })
  }

  priority(priority: ItemOf<'priority'>): string {
    const tree = this.#tree
    const { fields } = priority
    const groups = tree.all('group', priority.id).map((group) => group.fields.name)
    return this.#write({
      id: priority.id,
      hierarchy: 2,
      title: fields.name,
      descriptions: [
        ['1', fields.needs || fields.expected || fields.name],
        ['2', fields.purpose],
        ['3', groups.join('\n')],
        ['4', [fields.followUp, fields.communication].filter((part) => part !== '').join('\n')],
      ],
      participants: [],
      start: null,
      end: null,
      tags: tree
        .all('national', priority.id)
        .map(({ fields: { code } }) =>
          narrated('tag', nationalEntry(code)?.sv ?? code, { code, vocabulary: OWN_VOCABULARY }),
        ),
      budgets: this.#budgets.priority.get(priority.id) ?? [],
      related: [
        this.#related('', 'parent'),
        ...tree.all('activity', priority.id).map(({ id }) => this.#related(id, 'child')),
      ],
      results: resultsOf(tree, priority),
    })
  }

  activity(activity: ItemOf<'activity'>): string {
    const tree = this.#tree
    const { fields } = activity
    const groups = tree.all('group', activity.id).map((group) => group.fields.name)
    return this.#write({
      id: activity.id,
      hierarchy: 3,
      title: fields.name,
      descriptions: [
        ['1', [fields.what, fields.how].filter((part) => part !== '').join('\n') || fields.name],
        ['2', fields.expected],
        ['3', groups.join('\n')],
        ['4', this.#budgets.note.get(activity.id) ?? ''],
      ],
      participants: fields.unit === '' ? [] : [org(fields.unit, ROLE.implementing)],
      start: fields.start,
      end: fields.end,
      tags: [],
      budgets: this.#budgets.activity.get(activity.id) ?? [],
      related: [
        this.#related(activity.parent ?? '', 'parent'),
        ...tree.all('activity', activity.id).map(({ id }) => this.#related(id, 'child')),
      ],
      results: resultsOf(tree, activity),
    })
  }

  #reference(): string {
    return `SE-JAMVIKT-${this.#context.region.slug}`
  }

  #identifier(id: string): string {
    return [this.#reference(), this.#context.plan, ...(id === '' ? [] : [id])].join('-')
  }

  #related(id: string, direction: keyof typeof DIRECTION): string {
    return element('related-activity', { ref: this.#identifier(id), type: DIRECTION[direction] })
  }

  #write(parts: Parts): string {
    const { facts } = this.#tree.document
    const { region } = this.#context
    const start =
      parts.start ?? (parts.end !== null && parts.end < facts.startsOn ? parts.end : facts.startsOn)
    const end = parts.end ?? (start > facts.endsOn ? start : facts.endsOn)
    const reference = this.#reference()
    return element(
      'iati-activity',
      {
        'xml:lang': 'sv',
        'default-currency': 'SEK',
        hierarchy: parts.hierarchy,
        'last-updated-datetime': this.#at,
      },
      [
        element('iati-identifier', {}, [xmlText(this.#identifier(parts.id))]),
        narrated('reporting-org', region.name, { ref: reference, type: LOCAL_GOVERNMENT }),
        narrated('title', parts.title),
        ...parts.descriptions
          .filter(([, text]) => text !== '')
          .map(([type, text]) => narrated('description', text, { type })),
        narrated('participating-org', region.name, {
          ref: reference,
          type: LOCAL_GOVERNMENT,
          role: ROLE.implementing,
        }),
        ...parts.participants,
        element('activity-status', { code: this.#status(start, end) }),
        element('activity-date', { type: '1', 'iso-date': start }),
        element('activity-date', { type: '3', 'iso-date': end }),
        element('recipient-country', { code: 'SE' }),
        ...parts.tags,
        // Gender equality is the principal objective.
        element('policy-marker', { vocabulary: '1', code: '1', significance: '2' }),
        ...parts.budgets,
        ...parts.related,
        ...parts.results,
      ],
    )
  }

  /** By its dates: 1 to come, 2 going on, 3 over and being closed. */
  #status(start: string, end: string): string {
    const today = this.#at.slice(0, 10)
    return today < start ? '1' : today <= end ? '2' : '3'
  }
}

function org(name: string, role: string): string {
  return narrated('participating-org', name, { role })
}
