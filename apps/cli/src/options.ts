import { parseArgs } from 'node:util'
import { isLeaderRule, LEADER_RULES, type LeaderRule, nearest } from '@jamvikt/domain'
import { type By, crossingKey, groupKey } from '@jamvikt/equity'
import { isLanguage, type Language } from '@jamvikt/i18n'
import { type Texts, textsOf } from './messages.ts'
import { overwritten } from './own-input.ts'

/** What is to be done, as asked for on the command line. */
export interface AuditOrder {
  readonly file: string
  readonly mapping: string
  readonly by: readonly string[]
  readonly base: string | null
  readonly json: string | null
  readonly csv: string | null
  readonly refused: string | null
  readonly threshold: number
  readonly working: boolean
  readonly reference: string | null
  readonly leaderRule: LeaderRule | null
  /** Two groups whose gap is divided beside that of women and men. */
  readonly gapGroups: readonly [By, By] | null
}

/** Something to put right: one line for each. */
export interface Problems {
  readonly ok: false
  readonly problems: readonly string[]
}

export type Command =
  | { readonly kind: 'help'; readonly texts: Texts; readonly topic: 'help' | 'auditHelp' }
  | { readonly kind: 'audit'; readonly texts: Texts; readonly order: AuditOrder }
  | { readonly kind: 'problems'; readonly texts: Texts; readonly problems: readonly string[] }

const VALUES = [
  'mapping',
  'by',
  'base',
  'json',
  'csv',
  'refused',
  'threshold',
  'reference',
  'leader-rule',
  'gap',
]
const FLAGS = ['working']

/** Every command, for "did you mean". */
const COMMANDS = [
  'audit',
  'decompose',
  'maihda',
  'segregation',
  'precision',
  'protect',
  'verify',
  'plan-release',
  'convert',
  'describe',
  'region',
] as const

/** The language of the environment: Swedish when it begins with sv, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '')
  return named?.toLowerCase().startsWith('sv') === true ? 'sv' : 'en'
}

/** The arguments as written, and what is wrong with them. */
export interface ParsedOptions {
  readonly texts: Texts
  readonly help: boolean
  readonly positionals: readonly string[]
  readonly problems: string[]
  /** The option's value; the last one where it is given again. */
  readonly given: (name: string) => string | null
  /** All its values, in order. */
  readonly all: (name: string) => readonly string[]
  readonly has: (flag: string) => boolean
}

/** Reads options of known names; `--lang` and `--help` belong to every command. */
export function parseOptions(
  args: readonly string[],
  known: { readonly values: readonly string[]; readonly flags: readonly string[] },
  env: Readonly<Record<string, string | undefined>>,
): ParsedOptions {
  const valued = [...known.values, 'lang']
  const flags = [...known.flags, 'help']
  const options = Object.fromEntries([
    ...valued.map((name) => [name, { type: 'string' as const, multiple: true as const }]),
    ...flags.map((name) => [name, { type: 'boolean' as const, ...(name === 'help' ? { short: 'h' } : {}) }]),
  ])
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const all = (name: string): string[] => {
    const value = values[name]
    return Array.isArray(value)
      ? value.filter((one): one is string => typeof one === 'string' && one !== '')
      : []
  }
  const given = (name: string): string | null => all(name).at(-1) ?? null
  const asked = given('lang')
  const texts = textsOf(asked !== null && isLanguage(asked) ? asked : languageOf(env))
  const { text } = texts
  const problems: string[] = []
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (valued.includes(name)) {
      if (value === undefined || value === '') problems.push(text('optionNeedsValue', { name: rawName }))
    } else if (!flags.includes(name)) {
      const like = nearest(name, [...valued, ...flags], 1).map((one) => `--${one}`)
      problems.push(withSuggestions(texts, text('optionUnknown', { name: rawName }), like))
    } else if (value !== undefined) problems.push(text('optionTakesNoValue', { name: rawName }))
  }
  if (asked !== null && !isLanguage(asked)) problems.push(text('badLanguage', { value: asked }))
  return {
    texts,
    help: values.help === true,
    positionals,
    problems,
    given,
    all,
    has: (flag) => values[flag] === true,
  }
}

/** Reads the arguments after the program's name; every problem is found at once. */
export function readCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  const { texts, help, positionals, problems, given, has } = parseOptions(
    args,
    { values: VALUES, flags: FLAGS },
    env,
  )
  const { text } = texts
  const [command, file, ...others] = positionals
  if (help) return { kind: 'help', texts, topic: command === 'audit' ? 'auditHelp' : 'help' }
  if (command !== 'audit') {
    const problem =
      command === undefined
        ? text('commandMissing')
        : withSuggestions(texts, text('commandUnknown', { name: command }), nearest(command, COMMANDS, 1))
    return { kind: 'problems', texts, problems: [problem] }
  }
  const mapping = given('mapping')
  const threshold = given('threshold') ?? '5'
  const rule = given('leader-rule')
  if (file === undefined) problems.push(text('fileMissing'))
  if (others[0] !== undefined) problems.push(text('tooManyFiles', { name: others[0] }))
  if (mapping === null && !args.some((arg) => /^--mapping(=|$)/.test(arg)))
    problems.push(text('mappingOptionMissing'))
  if (!/^\d{1,9}$/.test(threshold) || Number(threshold) < 3) {
    problems.push(text('badThreshold', { value: threshold }))
  }
  if (rule !== null && !isLeaderRule(rule)) {
    problems.push(text('badLeaderRule', { value: rule, known: LEADER_RULES.join(', ') }))
  }
  const gap = given('gap')
  const gapGroups = gap === null ? null : twoGroups(gap)
  if (gap !== null && gapGroups === null) problems.push(text('badGap', { value: gap }))
  const inputs = [file ?? null, mapping, given('base')]
  for (const clash of overwritten(inputs, [given('json'), given('csv'), given('refused')])) {
    problems.push(text('overwrites', { file: clash }))
  }
  if (problems.length > 0 || file === undefined || mapping === null)
    return { kind: 'problems', texts, problems }
  const names = (given('by') ?? 'sex').split(',').map((name) => name.trim())
  const order: AuditOrder = {
    file,
    mapping,
    by: [...new Set(names.filter((name) => name !== ''))],
    base: given('base'),
    json: given('json'),
    csv: given('csv'),
    refused: given('refused'),
    threshold: Number(threshold),
    working: has('working'),
    reference: given('reference'),
    leaderRule: isLeaderRule(rule) ? rule : null,
    gapGroups,
  }
  return { kind: 'audit', texts, order }
}

/** `sex=women+background=foreignBorn/sex=men+background=native`: labels of the same dimensions on both sides. */
function twoGroups(text: string): readonly [By, By] | null {
  const groups = text.split('/').map((side): By | null => {
    const labels = side.split('+').map((label) => label.split('=').map((part) => part.trim()))
    const fine = labels.every(([name, label, ...more]) => name && label && more.length === 0)
    return fine ? Object.fromEntries(labels) : null
  })
  const [first, other] = groups
  if (groups.length !== 2 || !first || !other || groupKey(first) === groupKey(other)) return null
  return crossingKey(first) === crossingKey(other) ? [first, other] : null
}

/** A problem and what may have been meant. */
export function withSuggestions(texts: Texts, problem: string, suggestions: readonly string[] = []): string {
  if (suggestions.length === 0) return problem
  return `${problem} ${texts.text('didYouMean', { suggestions: suggestions.join(', ') })}`
}
