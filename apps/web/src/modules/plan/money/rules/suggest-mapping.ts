import type { PlanDocument } from '../../model.ts'
import { PlanTree } from '../../rules/tree.ts'
import type { LedgerMapping, LedgerReference } from '../model-money.ts'

type Column = 'date' | 'amount' | 'activity' | 'costType' | 'financier' | 'voucher' | 'text'

const WORDS: Readonly<Record<Column, RegExp>> = {
  date: /^(bokförings|verifikat(ions)?|ver\.? ?|transaktions|faktura)?(datum|dag)$|^(posting |booking |voucher )?date$|^bokförd$/i,
  amount: /^(belopp|summa|utfall|amount|sum|saldo|debet)(\b|$)/i,
  activity: /^(aktivitet|activity|projekt|project|delprojekt|akt)(\b|skod|$)/i,
  costType: /^(kostnadsslag|kontonamn|konto|cost.?type|account)(\b|$)/i,
  financier: /^(finansiär|finansiering|financier|funder)(\b|$)/i,
  voucher: /^(ver|vernr|verifikat|verifikation|verifikationsnummer|voucher)(\b|nr|$)/i,
  text: /^(text|beskrivning|description|benämning|leverantör)(\b|$)/i,
}

/** What the columns of a file seem to be: as said of the plan’s latest file where its columns are there, by name otherwise. */
export function suggestMapping(headers: readonly string[], before: LedgerMapping | null): LedgerMapping {
  const taken = new Set<string>()
  const column = (use: Column): string => {
    const said = before?.[use] ?? ''
    const found =
      said !== '' && headers.includes(said)
        ? said
        : headers.find((header) => !taken.has(header) && WORDS[use].test(header.trim()))
    if (found !== undefined) taken.add(found)
    return found ?? ''
  }
  return {
    kind: 'outcome',
    date: column('date'),
    amount: column('amount'),
    activity: column('activity'),
    costType: column('costType'),
    financier: column('financier'),
    voucher: column('voucher'),
    text: column('text'),
    turned: before?.turned ?? false,
    unit: before?.unit ?? 'kr',
    keepText: before?.keepText ?? false,
    meanings: before?.meanings ?? { activity: {}, costType: {}, financier: {} },
  }
}

const KINDS = { activity: 'activity', costType: 'cost-type', financier: 'financier' } as const

/** What may be named in a column: id, name and the code that begins the name, or its place in the plan as “2.3”. */
export function namesOf(document: PlanDocument, reference: LedgerReference) {
  const tree = new PlanTree(document)
  return tree.all<(typeof KINDS)[LedgerReference]>(KINDS[reference]).map((item) => {
    const codes: string[] = []
    const own = /^([\d.]+\d|[A-Z]\d+)[.: ]/.exec(item.fields.name)?.[1]
    if (own !== undefined) codes.push(own)
    if (item.kind === 'activity') {
      const priority = tree.priorityOf(item)
      const within =
        priority === null ? -1 : tree.all('activity', priority.id).findIndex(({ id }) => id === item.id)
      const at = tree.all('priority').findIndex(({ id }) => id === priority?.id)
      if (within >= 0) codes.push(`${at + 1}.${within + 1}`)
    }
    return { id: item.id, name: item.fields.name, codes }
  })
}

/** The thing that a written word names, if it is one alone: by its whole name, its code, or a name that begins so. */
export function guessMeaning(written: string, names: ReturnType<typeof namesOf>): string {
  const wanted = bare(written)
  if (wanted === '') return ''
  const withoutCode = wanted.replace(/^[\d.]+[\s:.–-]+/, '')
  const one = (found: ReturnType<typeof namesOf>) => (found.length === 1 ? (found[0]?.id ?? '') : '')
  return (
    one(names.filter(({ name }) => bare(name) === wanted)) ||
    one(
      names.filter(({ codes }) =>
        codes.some((code) => code === written.trim() || written.trim().startsWith(`${code} `)),
      ),
    ) ||
    one(names.filter(({ name }) => bare(name) === withoutCode)) ||
    (wanted.length < 5 ? '' : one(names.filter(({ name }) => bare(name).startsWith(wanted))))
  )
}

function bare(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv')
}
