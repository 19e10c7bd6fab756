import type { ByteSource } from '../bytes.ts'
import type { TableInput } from '../open-table.ts'
import { type StatLimits, type StatRefusal, StatRefusedError } from '../stat/refusal.ts'
import type { CodeList } from '../stat/stat-table.ts'
import { decodeText, detectEncoding } from '../text-encoding.ts'
import { type IniSection, iniSections } from './ini-sections.ts'
import { openSource, orRefusal } from './open-source.ts'
import { NO_LANGUAGE } from './statement-index.ts'

export interface ReadCodeListOptions {
  /** What the labels are written in; the files do not say. `und` without it. */
  readonly language?: string
  readonly limits?: Partial<Pick<StatLimits, 'textBytes'>>
}

export type CodeListRead = { readonly ok: true; readonly list: CodeList } | StatRefusal

const MOST_BYTES = 50_000_000
/** Stands for values in files of their own, which are not read. */
const ELSEWHERE = '****'

/**
 * Reads a valueset (`.vs`) or an aggregation (`.agg`) of PC-Axis. A valueset names its values one by one; its domain is
 * what variables of tables point to. An aggregation names groups, and for each the values of a valueset that are summed.
 * Texts are UTF-8 where they are valid as such, or else Windows-1252.
 * @param input a path, bytes, a stream or an opened source; 50 MB at most
 * @returns the list, or where and why it is refused: `not-this-format`, `syntax`, `duplicate-key`, `duplicate-code`,
 * `empty-code`, `member-missing` (a section, a name, a text or a group that is not there, or values kept in another
 * file), `values-do-not-match`, `too-large`, and what is wrong with the bytes
 * @see PxWeb, GroupRegistry and IniFile (PCAxis.Core), which define how the files are read
 * @example
 * const read = await readCodeList('Kommuner2003.vs', { language: 'sv' })
 * if (read.ok) console.log(read.list.values.length)
 */
export function readCodeList(
  input: TableInput | ByteSource,
  { language = NO_LANGUAGE, limits }: ReadCodeListOptions = {},
): Promise<CodeListRead> {
  const mostBytes = Math.min(limits?.textBytes ?? MOST_BYTES, MOST_BYTES)
  return orRefusal(async () => {
    const source = await openSource(input, mostBytes)
    const parts: string[] = []
    for await (const part of decodeText(source, await detectEncoding(source))) parts.push(part)
    const sections = iniSections(parts.join(''))
    const isValueset = sections.some(({ name }) => isNamed(name, 'Valuecode'))
    return { ok: true, list: isValueset ? valueset(sections, language) : aggregation(sections, language) }
  })
}

function isNamed(name: string, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.toLowerCase()
}

function section(sections: readonly IniSection[], wanted: string): IniSection {
  const found = sections.find(({ name }) => isNamed(name, wanted))
  if (found === undefined) throw new StatRefusedError('member-missing', { line: 1, keyword: wanted })
  return found
}

function entry({ name, line, entries }: IniSection, wanted: string): string {
  const found = entries.find(({ key }) => isNamed(key, wanted))
  if (found === undefined || found.value === '')
    throw new StatRefusedError('member-missing', { line, keyword: name, detail: wanted })
  return found.value
}

/** The numbered values of a section, in the order of the file. */
function numbered({ entries }: IniSection) {
  return entries.filter(({ key }) => /^\d{1,9}$/.test(key))
}

interface Coded {
  readonly code: string
  readonly text: string
}

/** Codes of one section with the texts of the same numbers in another; without texts, the codes are the texts. */
function coded(codes: IniSection, texts: IniSection | undefined): Coded[] {
  const byNumber = new Map(texts === undefined ? [] : numbered(texts).map(({ key, value }) => [key, value]))
  const seen = new Set<string>()
  const list = numbered(codes)
  if (texts !== undefined && byNumber.size !== list.length)
    throw new StatRefusedError('values-do-not-match', {
      line: texts.line,
      keyword: texts.name,
      detail: `${byNumber.size} ≠ ${list.length}`,
    })
  return list.map(({ key, value: code, line }) => {
    const text = texts === undefined ? code : byNumber.get(key)
    const wrong =
      code === ''
        ? 'empty-code'
        : seen.has(code)
          ? 'duplicate-code'
          : text === undefined || code === ELSEWHERE
    if (wrong !== false)
      throw new StatRefusedError(wrong === true ? 'member-missing' : wrong, {
        line,
        keyword: codes.name,
        detail: code === '' ? key : code.slice(0, 80),
      })
    seen.add(code)
    return { code, text: text ?? '' }
  })
}

function valueset(sections: readonly IniSection[], language: string): CodeList {
  const name = entry(section(sections, 'Descr'), 'Name')
  const texts = sections.find((each) => isNamed(each.name, 'Valuetext'))
  const values = coded(section(sections, 'Valuecode'), texts)
  const domains = sections.find((each) => isNamed(each.name, 'Domain'))
  const domain = domains === undefined ? '' : (numbered(domains)[0]?.value ?? '')
  return {
    id: name,
    label: { [language]: name },
    kind: 'valueset',
    ...(domain === '' ? {} : { domain }),
    values: values.map(({ code, text }) => ({ code, label: { [language]: text }, members: [code] })),
  }
}

function aggregation(sections: readonly IniSection[], language: string): CodeList {
  const [head, ...rest] = sections
  if (head === undefined || !isNamed(head.name, 'Aggreg'))
    throw new StatRefusedError('not-this-format', { line: head?.line ?? 1 })
  const name = entry(head, 'Name')
  const isTexts = rest[0] !== undefined && isNamed(rest[0].name, 'Aggtext')
  const groups = coded(head, isTexts ? rest[0] : undefined)
  const members = new Map<string, readonly string[]>()
  for (const group of isTexts ? rest.slice(1) : rest) {
    if (members.has(group.name))
      throw new StatRefusedError('duplicate-key', { line: group.line, keyword: group.name })
    members.set(
      group.name,
      coded(group, undefined).map(({ code }) => code),
    )
  }
  return {
    id: name,
    label: { [language]: name },
    kind: 'aggregation',
    domain: entry(head, 'Valueset'),
    values: groups.map(({ code, text }) => {
      const parts = members.get(code)
      if (parts === undefined || parts.length === 0)
        throw new StatRefusedError('member-missing', { line: head.line, keyword: code })
      return { code, label: { [language]: text }, members: parts }
    }),
  }
}
