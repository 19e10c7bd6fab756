import type { CaseField } from './mapping.ts'

/** A header as compared: lower case, with spaces for all other marks. */
export function headerWords(header: string): string {
  return header
    .replace(/([a-zåäöæø])([A-ZÅÄÖ])/g, '$1 $2')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

interface HeaderRule {
  field: CaseField
  /** The whole header is the field's name. */
  exact: RegExp
  /** The header has the field's name among other words. */
  partial?: RegExp
}

/** Names of fields in Swedish, Norwegian and English, the more specific first. */
const HEADER_RULES: readonly HeaderRule[] = [
  {
    field: 'organisationNumber',
    exact: /^(org ?(nr|nummer|no)|organisations ?(nr|nummer)|organisasjons ?nummer|organi[sz]ation number)$/,
    partial: /(?<!\p{L})(orgnr|organisationsnummer|organisasjonsnummer)(?!\p{L})/u,
  },
  {
    field: 'case',
    exact:
      /^((ärende|case|sak|saks|application|ansökan|ansöknings|projekt|prosjekt|project|s[oø]knads?|diarie) ?(id|nr|nummer|number|no)|dnr|diarienr|id)$/,
    partial: /(?<!\p{L})(dnr|diarienummer|ärendenummer|ärendenr)(?!\p{L})/u,
  },
  {
    field: 'appliedOn',
    exact:
      /^(ansöknings ?datum|ansökan inkom|inkom(men|met)?( datum)?|application date|date applied|s[oø]knads ?dato)$/,
    partial: /(?<!\p{L})(ansökningsdatum|inkommen|inkom|applied on)(?!\p{L})/u,
  },
  {
    field: 'decidedOn',
    exact: /^(besluts? ?datum|decision date|date decided|decided on|vedtaks ?dato|award date|datum|date)$/,
    partial: /(?<!\p{L})(beslutsdatum|beslutsår|decision date|vedtaksdato)(?!\p{L})/u,
  },
  {
    field: 'appliedAmount',
    exact:
      /^((an)?s[oöø]kt( (bel[oöø]pp?|stöd|summa))?( (sek|kr|tkr))?|(amount (applied|requested)|applied amount|requested amount)( for)?)$/,
    partial:
      /(?<!\p{L})((an)?s[oöø]kt bel[oöø]pp?|amount (applied|requested)|(applied|requested) amount)(?!\p{L})/u,
  },
  {
    field: 'grantedAmount',
    exact:
      /^((beviljat|beslutat|tildelt|bevilget|innvilget)( (bel[oöø]pp?|stöd|summa))?( (sek|kr|tkr))?|granted( amount)?|amount (granted|awarded)|awarded amount|award amount)$/,
    partial:
      /(?<!\p{L})(beviljat|beslutat|tildelt|bevilget) (bel[oöø]pp?|stöd)(?!\p{L})|(?<!\p{L})amount (granted|awarded)(?!\p{L})/u,
  },
  {
    field: 'supportForm',
    exact:
      /^(stöd ?(form|typ|slag)|typ av stöd|stöd|support (form|type)|grant type|virkemiddel|s[oø]knads ?type?)$/,
    partial: /(?<!\p{L})(stödform|stödtyp|virkemiddel)(?!\p{L})/u,
  },
  {
    field: 'outcome',
    exact:
      /^(besluts?( ?(utfall|typ))?|utfall|fase|(ärende ?|case )?status|decision|outcome|result(at)?|(is )?(approved|granted|awarded)|vedtak|bifall)$/,
    partial: /(?<!\p{L})(utfall|status|decision|outcome|is approved)(?!\p{L})/u,
  },
  {
    field: 'sex',
    exact: /^(kön|kon|kj[oø]nn|gender|sex)$/,
    partial: /(?<!\p{L})(kön|kon|kj[oø]nn|gender|sex)(?!\p{L})|kön$/u,
  },
  {
    field: 'background',
    exact: /^(bakgrund|född|födelse ?land|utrikes född|background|foreign born|birth country|innvandrer)$/,
    partial: /(?<!\p{L})(bakgrund|utrikes|födelseland|foreign born|background)(?!\p{L})/u,
  },
  { field: 'age', exact: /^(ålders?( ?(grupp|klass))?|age( group)?|alder|aldersgruppe)$/ },
  {
    field: 'municipality',
    exact: /^(kommun(er|kod|namn)?|kommune|municipality)$/,
    partial: /(?<!\p{L})kommune?(?!\p{L})/u,
  },
  {
    field: 'county',
    exact: /^(län(s ?kod|s ?namn)?|fylke|county)$/,
    partial: /(?<!\p{L})(län|fylke|county)(?!\p{L})/u,
  },
  {
    field: 'industry',
    exact:
      /^(sni( ?kod)?( (2007|2025))?|sni(2007|2025)|bransch|näring(sgren)?|n[aæ]ring|industry|sector|discipline|area|fagområde)$/,
    partial: /(?<!\p{L})(sni|sni2007|sni2025|bransch|näringsgren|industry)(?!\p{L})/u,
  },
  {
    field: 'recipient',
    exact:
      /^(stöd ?mottagare|mottagare|sökande( namn)?|företag(snamn)?|organisation(snamn)?|applicant( name)?|recipient( name)?|company|s[oø]ker|bedrift|org ?navn)$/,
    partial: /(?<!\p{L})(stödmottagare|sökande|recipient|applicant)(?!\p{L})/u,
  },
  { field: 'unit', exact: /^((handläggande )?enhet|avdelning|unit|department|avdeling)$/ },
]

/** The field a header names, how surely (0–1), or undefined. Amounts in another currency are passed over. */
export function fieldOfHeader(header: string): { field: CaseField; confidence: number } | undefined {
  const words = headerWords(header)
  if (/(?<!\p{L})(eur|usd|nok)(?!\p{L})/u.test(words)) return undefined
  const exact = HEADER_RULES.find((rule) => rule.exact.test(words))
  if (exact !== undefined) return { field: exact.field, confidence: 0.9 }
  const partial = HEADER_RULES.find((rule) => rule.partial?.test(words) === true)
  return partial === undefined ? undefined : { field: partial.field, confidence: 0.6 }
}

/** Values of coded columns, by what they mean; compared folded and whole. */
const MEANINGS: Record<string, readonly (readonly [target: string, words: string])[]> = {
  outcome: [
    [
      'granted',
      'beviljad|beviljat|beviljas|beviljad ansökan|bifall|bifallen|bevilgning|bevilget|innvilget|approved|granted|awarded|godkänd',
    ],
    [
      'refused',
      'avslag|avslagen|avslaget|avslås|avslått|ej beviljad|rejected|refused|declined|denied|not approved',
    ],
    ['withdrawn', 'återkallad|återkallat|återtagen|avskriven|avskrivning|trukket|withdrawn|cancelled'],
    [
      'pending',
      'pågående|under handläggning|under beredning|öppen|inkommen|til behandling|under behandling|pending|open',
    ],
  ],
  sex: [
    ['women', 'k|kv|kvinna|kvinnor|kvinde|kvinne|kvinner|f|female|females|woman|women'],
    ['men', 'm|man|män|mann|menn|male|males|men'],
    ['other', 'annat|annan|annet|other|icke-binär|icke binär|non-binary|nonbinary'],
  ],
  background: [
    [
      'native',
      'inrikes|inrikes född|inrikes födda|svensk bakgrund|native|native-born|native born|sverige|sverigefödd',
    ],
    ['foreignBorn', 'utrikes|utrikes född|utrikes födda|utlandsfödd|foreign-born|foreign born|foreignborn'],
  ],
}

const MISSING_WORDS: readonly (readonly [target: string, words: string])[] = [
  [
    'noAnswer',
    'vet ej|okänt|okänd|osäker|unknown|unsure|ej angivet|ej angett|uppgift saknas|saknas|inget svar|ikke oppgitt|na',
  ],
  ['declined', 'vill ej uppge|vill inte uppge|vill ej svara|prefer not to say|declined to answer'],
  ['notApplicable', 'ej tillämpligt|ej aktuellt|n/a|not applicable|juridisk person'],
  ['withheld', 'sekretess|sekretessbelagd|data on request|skyddad|withheld'],
  ['notAsked', 'ej tillfrågad|frågan ej ställd|not asked'],
]

const YES = ['1', 'ja', 'yes', 'true', 'j', 'y']
const NO = ['0', 'nej', 'nei', 'no', 'false', 'n']
/** Headers that put a question to which yes and no answer. */
const QUESTIONS: Record<string, { header: RegExp; yes: string; no: string }> = {
  outcome: { header: /approv|bevilj|grant|bifall|award|innvilg/, yes: 'granted', no: 'refused' },
  background: { header: /utrikes|utlands|foreign/, yes: 'foreignBorn', no: 'native' },
}

/** What a coded value means in a field, or undefined. Bare 1 and 2 for sex are never guessed. */
export function meaningOf(field: string, foldedValue: string, header: string): string | undefined {
  const question = QUESTIONS[field]
  if (question?.header.test(headerWords(header)) === true) {
    if (YES.includes(foldedValue)) return question.yes
    if (NO.includes(foldedValue)) return question.no
  }
  const missing = field === 'outcome' ? [] : MISSING_WORDS
  return [...(MEANINGS[field] ?? []), ...missing].find(([, words]) =>
    words.split('|').includes(foldedValue),
  )?.[0]
}
