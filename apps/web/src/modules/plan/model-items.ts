/** How one field of an item is filled in, kept, compared, imported and written out. */
export type FieldDef =
  /** One line of words; `''` where nothing is said. */
  | { readonly type: 'line'; readonly required?: true }
  /** Several lines of words; `''` where nothing is said. */
  | { readonly type: 'text' }
  /** A calendar date as `YYYY-MM-DD`; `null` where none is said. */
  | { readonly type: 'date' }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  /** `null` where none is said; never a stand-in for zero. */
  | { readonly type: 'number'; readonly least?: number; readonly most?: number; readonly decimals: number }
  | { readonly type: 'yes' }
  /** Ids of other items of the same plan. */
  | { readonly type: 'items'; readonly of: readonly string[] }
  /** Codes of things outside the plan: items of the plan above, an indicator of the catalogue. */
  | { readonly type: 'codes' }

type ValueOf<Def> = Def extends { type: 'line' | 'text' }
  ? string
  : Def extends { type: 'date' }
    ? string | null
    : Def extends { type: 'choice'; of: readonly (infer Choice)[] }
      ? Choice | null
      : Def extends { type: 'number' }
        ? number | null
        : Def extends { type: 'yes' }
          ? boolean
          : readonly string[]

interface KindDef {
  /** What an item of this kind may stand under; `plan` is the plan itself. */
  readonly parents: readonly string[]
  readonly fields: Readonly<Record<string, FieldDef>>
}

const name = { type: 'line', required: true } as const
const line = { type: 'line' } as const
const text = { type: 'text' } as const
const date = { type: 'date' } as const
const yes = { type: 'yes' } as const
const scale = { type: 'number', least: 1, most: 5, decimals: 0 } as const
const responsible = { type: 'items', of: ['role'] } as const

/**
 * Everything that a plan is made of. One table says what a kind holds; forms, checks, comparison of versions, import and
 * export all follow from it. Money stands in the cells of `budget` items, not in fields.
 */
export const KINDS = {
  /** A regional priority; in a strategy or programme: an area. */
  priority: {
    parents: ['plan'],
    fields: {
      name,
      purpose: text,
      needs: text,
      expected: text,
      followUp: text,
      communication: text,
      serves: { type: 'codes' },
    },
  },
  /** What a priority serves in a national list, and why. */
  national: { parents: ['priority'], fields: { code: { type: 'line', required: true }, reason: text } },
  /** A goal; under a goal: a sub-goal. */
  goal: {
    parents: ['priority', 'goal'],
    fields: {
      name,
      year: { type: 'number', least: 1990, most: 2100, decimals: 0 },
      measurable: { type: 'choice', of: ['yes', 'no'] },
      measuredBy: text,
      serves: { type: 'codes' },
    },
  },
  group: {
    parents: ['priority', 'activity'],
    fields: { name, rank: { type: 'choice', of: ['primary', 'secondary', 'tertiary'] }, note: text },
  },
  /** What is done; under an activity: a part of it. A flagship is an activity that is marked as one. */
  activity: {
    parents: ['priority', 'activity'],
    fields: {
      name,
      what: text,
      how: text,
      /** Codes of methods of gender equality work. */
      methods: { type: 'codes' },
      start: date,
      end: date,
      unit: line,
      responsible,
      goals: { type: 'items', of: ['goal'] },
      criticalSteps: text,
      expected: text,
      followUp: text,
      communication: text,
      after: { type: 'items', of: ['activity', 'phase', 'milestone'] },
      flagship: yes,
      successFactors: text,
    },
  },
  phase: { parents: ['activity'], fields: { name, start: date, end: date } },
  milestone: { parents: ['activity', 'plan'], fields: { name, on: date, done: yes } },
  indicator: {
    parents: ['goal', 'activity'],
    fields: {
      name,
      unit: line,
      direction: { type: 'choice', of: ['rise', 'fall', 'keep'] },
      /** Ids of the catalogue’s indicator that it follows; none where it is the plan’s own series. */
      catalogue: { type: 'codes' },
      responsible,
      /** The month of the year in which the actual figure is due. */
      dueMonth: { type: 'number', least: 1, most: 12, decimals: 0 },
      note: text,
    },
  },
  /** One figure of an indicator’s own series. Exactly one of `value` and `missing` is said. */
  figure: {
    parents: ['indicator'],
    fields: {
      what: { type: 'choice', of: ['baseline', 'target', 'actual'] },
      year: { type: 'number', least: 1990, most: 2100, decimals: 0 },
      sex: { type: 'choice', of: ['all', 'women', 'men', 'other'] },
      /** A group besides sex, as “born abroad” or “16–24 years”; `''` for everybody. */
      group: line,
      value: { type: 'number', decimals: 6 },
      missing: { type: 'choice', of: ['notAsked', 'noAnswer', 'declined', 'notApplicable', 'withheld'] },
    },
  },
  /** A person’s or a unit’s part in the plan. */
  role: {
    parents: ['plan'],
    fields: {
      name,
      duty: {
        type: 'choice',
        of: ['owner', 'steering', 'lead', 'priority', 'economist', 'working', 'reference', 'evaluator'],
      },
      organisation: line,
      /** Share of a full post in per cent, the lower and the upper end; equal where it is one figure. */
      shareFrom: { type: 'number', least: 0, most: 100, decimals: 1 },
      shareTo: { type: 'number', least: 0, most: 100, decimals: 1 },
      /** The member of the region who it is, where it is one. */
      member: { type: 'codes' },
      note: text,
    },
  },
  meeting: {
    parents: ['plan'],
    fields: {
      name,
      on: date,
      duty: { type: 'choice', of: ['steering', 'working', 'reference', 'exchange'] },
      agenda: text,
      decisions: text,
    },
  },
  /** What somebody is to do after a meeting. */
  task: { parents: ['meeting'], fields: { name, responsible, due: date, done: yes } },
  risk: {
    parents: ['plan', 'priority', 'activity'],
    fields: { name, likelihood: scale, consequence: scale, measure: text, responsible },
  },
  lesson: { parents: ['plan', 'activity'], fields: { name, text } },
  /** A message to a target group by a channel. */
  message: {
    parents: ['plan', 'priority'],
    fields: { name, audience: line, channel: line, on: date, done: yes },
  },
  'cost-type': {
    parents: ['plan'],
    fields: {
      name,
      counts: { type: 'choice', of: ['cost', 'indirect', 'in-kind'] },
      /** Of indirect costs: per cent of the base, as 9.8. */
      rate: { type: 'number', least: 0, most: 100, decimals: 2 },
      base: { type: 'items', of: ['cost-type'] },
      rounding: { type: 'choice', of: ['ore', 'krona'] },
    },
  },
  financier: { parents: ['plan'], fields: { name, counts: { type: 'choice', of: ['money', 'in-kind'] } } },
  /** A table of amounts over the dimensions that are known, in the order of `over`. */
  budget: {
    parents: ['plan'],
    fields: {
      name,
      over: { type: 'codes' },
      /** The years that it spans; the plan’s where none are said. */
      years: { type: 'codes' },
      /** Cost types and financiers that it does not span: their amounts are none of its. */
      without: { type: 'items', of: ['cost-type', 'financier'] },
      /** The unit that amounts are shown and entered in. */
      unit: { type: 'choice', of: ['kr', 'tkr'] },
      /** It is the one that counts, in reports and to the agency, for whatever it says. Of several: the first. */
      counted: yes,
      note: text,
    },
  },
} as const satisfies Readonly<Record<string, KindDef>>

export type ItemKind = keyof typeof KINDS
export const ITEM_KINDS = Object.keys(KINDS) as readonly ItemKind[]

/** The dimensions that a budget’s amounts can be known over. */
export const BUDGET_DIMENSIONS = ['activity', 'priority', 'cost-type', 'financier', 'year'] as const
export type BudgetDimension = (typeof BUDGET_DIMENSIONS)[number]

export type FieldsOf<Kind extends ItemKind> = {
  readonly [Field in keyof (typeof KINDS)[Kind]['fields']]: ValueOf<(typeof KINDS)[Kind]['fields'][Field]>
}

/** One thing in a plan. `parent` is `null` where it stands under the plan itself; siblings stand by `position`. */
export type PlanItem = {
  readonly [K in ItemKind]: {
    readonly id: string
    readonly kind: K
    readonly parent: string | null
    readonly position: number
    readonly fields: FieldsOf<K>
  }
}[ItemKind]
/** An item of one kind. */
export type ItemOf<Kind extends ItemKind> = Extract<PlanItem, { readonly kind: Kind }>

export type FieldValue = string | number | boolean | null | readonly string[]

/** Fields of any item by name, for what treats all kinds alike. */
export function fieldsOf(item: PlanItem): Readonly<Record<string, FieldValue>> {
  return item.fields
}

/** How the fields of a kind are defined, by name, in their order. */
export function fieldDefs(kind: ItemKind): Readonly<Record<string, FieldDef>> {
  return KINDS[kind].fields
}
