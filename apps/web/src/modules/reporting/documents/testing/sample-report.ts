import type { Language } from '@jamvikt/i18n'
import type { BlockInput, Report, ReportActivity } from '../../model-report.ts'
import { ReportBuilder } from '../builder.ts'

type Both = Readonly<Record<Language, string>>

const STATUSES: readonly ReportActivity['status'][] = [
  'done',
  'on-track',
  'late',
  'stopped',
  'not-begun',
  'unknown',
]
const PRIORITIES: readonly Both[] = [
  { sv: 'Ledning och styrning', en: 'Leadership and steering' },
  { sv: 'Stöd till företag på lika villkor', en: 'Business support on equal terms' },
  { sv: 'Kompetensförsörjning', en: 'Skills supply' },
]
const NAMES: readonly Both[] = [
  { sv: 'Webbutbildning med dialoger', en: 'Web course with dialogues' },
  { sv: 'Genomlysning av beviljade stöd', en: 'Review of granted support' },
  { sv: 'Verkstäder om kriterier', en: 'Workshops on criteria' },
  { sv: 'Rutin för ägaranvisningar', en: 'Routine for owner directives' },
  { sv: 'Könsuppdelad uppföljning av projektmedel', en: 'Follow-up of project funds by sex' },
]

/** A drawing as those of the house: grouped bars with words, women first. */
export function sampleDrawing(language: Language): string {
  const said = { sv: ['Kvinnor', 'Män', '14,8 %', '85,2 %'], en: ['Women', 'Men', '14.8%', '85.2%'] }[
    language
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="130" viewBox="0 0 640 130" role="img"><style>text{font-family:"Inter Variable",Inter,sans-serif;font-size:14px;fill:#17211f}</style><rect width="640" height="130" fill="#ffffff"/><text x="0" y="42">${said[0]}</text><rect x="90" y="24" width="74" height="26" fill="#0d5c63"/><text x="172" y="42">${said[2]}</text><text x="0" y="92">${said[1]}</text><rect x="90" y="74" width="426" height="26" fill="#c8861a"/><text x="524" y="92">${said[3]}</text></svg>`
}

/** Invented activities, with every status, with and without money and words. */
function sampleActivities(language: Language, count: number): ReportActivity[] {
  const of = (all: readonly Both[], at: number) => all[at % all.length]?.[language] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const status = STATUSES[at % STATUSES.length] ?? 'unknown'
    const isOff = status === 'late' || status === 'stopped'
    return {
      name: `${of(NAMES, at)} ${at + 1}`,
      under: of(PRIORITIES, Math.floor((at * PRIORITIES.length) / count)),
      responsible: language === 'sv' ? 'Enheten för tillväxt' : 'Growth unit',
      status,
      startsOn: '2026-02-01',
      endsOn: at % 7 === 6 ? null : '2027-10-31',
      budgetOre: at % 5 === 4 ? null : 12_749_200n + BigInt(at) * 1_000_000n,
      outcomeOre: at % 4 === 3 ? null : 6_100_050n + BigInt(at) * 10_000n,
      told: isOff || at % 3 === 0 ? of(TOLD, at) : '',
      deviation: isOff ? { cause: of(CAUSES, at), measure: of(MEASURES, at) } : null,
    }
  })
}

const TOLD: readonly Both[] = [
  {
    sv: '48 personer har deltagit, **30 kvinnor och 18 män**. Innehållet är anpassat efter frågorna från våren.',
    en: '48 people took part, **30 women and 18 men**. The contents follow the questions of the spring.',
  },
  {
    sv: 'Underlaget är klart och två möten är hållna.',
    en: 'The groundwork is done and two meetings have been held.',
  },
]
const CAUSES: readonly Both[] = [
  { sv: 'Upphandlingen drog ut på tiden.', en: 'Procurement took longer than planned.' },
]
const MEASURES: readonly Both[] = [
  {
    sv: 'Starten flyttas till mars; 200 000 kr föreslås till verkstäderna.',
    en: 'The start is moved to March; SEK 200,000 is proposed for the workshops.',
  },
]

/** An invented half-year report with a block of every kind. */
export function sampleReport(language: Language, activities = 13): Report {
  const say = (sv: string, en: string) => (language === 'sv' ? sv : en)
  const cost = (name: string, role: 'body' | 'total', ...kr: readonly (number | null)[]) => ({
    role,
    cells: [
      { type: 'text' as const, text: name },
      ...kr.map((one) =>
        one === null
          ? { type: 'missing' as const, kind: 'unknown' as const }
          : { type: 'money' as const, amountOre: BigInt(Math.round(one * 100)) },
      ),
    ],
  })
  const source = {
    producer: say('Region Exempel, ärendelista', 'Region Exempel, list of cases'),
    version: '3',
    date: '2026-06-30',
  }
  return new ReportBuilder({
    title: say(
      'Halvårsrapport för jämställd regional tillväxt',
      'Half-year report on gender-equal regional growth',
    ),
    subtitle: say(
      'Handlingsplan 2026–2028, första halvåret 2026',
      'Action plan 2026–2028, first half of 2026',
    ),
    region: 'Region Exempel',
    language,
    date: '2026-08-15',
    rests: [
      { name: say('Handlingsplan 2026–2028', 'Action plan 2026–2028'), version: '2', date: '2026-01-20' },
      { name: say('Företagsstöd 2023–2026', 'Business support 2023–2026'), version: '3', date: '2026-06-30' },
    ],
    synthetic: true,
    numbered: true,
    contents: activities > 100,
  })
    .heading(1, say('Läget i korthet', 'In brief'))
    .words(
      say(
        'Planen har **13 aktiviteter** i tre prioriteringar. Fyra är klara eller i fas, två är försenade och två är hindrade.\n\nTre saker behöver beslut:\n\n- starten av ledningsgruppernas utbildning,\n- fördelningen av *1,1 miljoner kronor* som inte används,\n- en rutin för [ägaranvisningar](https://exempel.se/rutin).\n',
        'The plan has **13 activities** under three priorities. Four are done or on track, two are late and two are stopped.\n\nThree things need a decision:\n\n- the start of the course for managers,\n- the use of *SEK 1.1 million* that is not spent,\n- a routine for [owner directives](https://example.se/routine).\n',
      ),
    )
    .callout({
      tone: 'watch',
      heading: say(
        '1,1 mnkr riskerar att inte användas före periodens slut',
        'SEK 1.1 million may not be used in time',
      ),
      text: say(
        'Störst är beloppet i utbildningen av ledningsgrupper: 12 % är använt när 37 % av tiden är kvar.',
        'Most of it is for the course for managers: 12% is used with 37% of the time left.',
      ),
    })
    .heading(1, say('Aktiviteter', 'Activities'))
    .activities({
      caption: say('Aktiviteter efter prioritering', 'Activities by priority'),
      activities: sampleActivities(language, activities),
      source: { producer: say('Handlingsplanen', 'The action plan'), version: '2', date: '2026-06-30' },
    })
    .comment({
      about: say(
        'Varför är aktiviteten hindrad, och vad görs?',
        'Why is the activity stopped, and what is done?',
      ),
      required: true,
      answer: '',
    })
    .comment({
      about: say('Hur har nämnden följt upp planen?', 'How has the committee followed up the plan?'),
      required: true,
      answer: say(
        'Nämnden fick en lägesrapport i maj och bad om en ny i oktober.',
        'The committee had a status report in May and asked for another in October.',
      ),
      answeredBy: say('Strategen', 'The strategist'),
      answeredOn: '2026-08-10',
    })
    .heading(1, say('Pengarna', 'The money'))
    .heading(2, say('Budget och utfall', 'Budget and outcome'))
    .table({
      caption: say('Budget efter kostnadsslag och år', 'Budget by cost type and year'),
      head: [
        [{ text: '' }, { text: say('År', 'Year'), columns: 3 }, { text: '' }],
        [
          { text: say('Kostnadsslag', 'Cost type') },
          { text: '2026' },
          { text: '2027' },
          { text: '2028' },
          { text: say('Summa', 'Total') },
        ],
      ],
      rows: [
        cost(say('Personal', 'Personnel'), 'body', 412_500, 1_268_400.5, 994_120, 2_675_020.5),
        cost(
          say('Indirekta kostnader, 9,8 % av personal', 'Indirect costs, 9.8% of personnel'),
          'body',
          40_425,
          124_303.5,
          97_424,
          262_152.5,
        ),
        cost(say('Externa tjänster', 'External services'), 'body', 0, 350_000, null, null),
        cost(say('Summa', 'Total'), 'total', 452_925, 1_742_704, null, null),
      ],
      notes: [
        say(
          'Fördelningen av externa tjänster 2028 är inte beslutad.',
          'External services for 2028 are not decided.',
        ),
      ],
      source,
    })
    .heading(2, say('Vem pengarna når', 'Whom the money reaches'))
    .figure({
      svg: sampleDrawing(language),
      width: 640,
      height: 130,
      caption: say(
        'Beviljat investeringsstöd efter vem som leder företaget, andel av beloppet',
        'Granted investment support by who leads the firm, share of the amount',
      ),
      alt: say(
        'Stapeldiagram: företag som leds av kvinnor har fått 14,8 procent av beloppet och företag som leds av män 85,2 procent.',
        'Bar chart: firms led by women have received 14.8 per cent of the amount and firms led by men 85.2 per cent.',
      ),
      source,
    })
    .finding({
      sentence: say(
        'Företag som leds av kvinnor har fått **14,8 %** av beloppet och utgör 30,2 % av företagen.',
        'Firms led by women have received **14.8%** of the amount and are 30.2% of the firms.',
      ),
      cautions: [
        say(
          'Siffrorna säger var skillnaden finns, inte varför.',
          'The figures say where the difference is, not why.',
        ),
      ],
      table: {
        caption: say('Beviljat stöd efter ledning', 'Granted support by leadership'),
        head: [
          [
            say('Företag som leds av', 'Firms led by'),
            say('Antal', 'Number'),
            say('Andel av antalet', 'Share of number'),
            say('Belopp', 'Amount'),
            say('Andel av beloppet', 'Share of amount'),
          ].map((text) => ({ text })),
        ],
        rows: (
          [
            [say('Kvinnor', 'Women'), 142, 0.302, 1_234_567_890n, 0.148],
            [say('Män', 'Men'), 328, 0.698, 7_107_106_510n, 0.852],
          ] as const
        ).map(([name, count, share, amountOre, ofAmount]) => ({
          cells: [
            { type: 'text' as const, text: name },
            { type: 'number' as const, value: count },
            { type: 'percent' as const, share },
            { type: 'money' as const, amountOre },
            { type: 'percent' as const, share: ofAmount },
          ],
        })),
        notes: [
          say(
            'Företag med delad ledning redovisas för sig och är inte med här.',
            'Firms with shared leadership are shown elsewhere.',
          ),
        ],
        source,
      },
    })
    .pageBreak()
    .heading(1, say('Alla mått', 'All measures'))
    .table(wideTable(say))
    .words(say('Rapporten är slut här.', 'The report ends here.'))
    .report()
}

function wideTable(say: (sv: string, en: string) => string): Extract<BlockInput, { kind: 'table' }>['table'] {
  const years = [
    '2012',
    '2013',
    '2014',
    '2015',
    '2016',
    '2017',
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
  ]
  return {
    caption: say('Förvärvsarbetande efter kön och år, tusental', 'Employed by sex and year, thousands'),
    head: [[say('Grupp', 'Group'), ...years, say('Förändring', 'Change')].map((text) => ({ text }))],
    rows: [
      say('Kvinnor', 'Women'),
      say('Män', 'Men'),
      say('Kvinnor, utrikes födda', 'Women, born abroad'),
      say('Män, utrikes födda', 'Men, born abroad'),
    ].map((name, row) => ({
      cells: [
        { type: 'text' as const, text: name },
        ...years.map((_, at) =>
          row === 2 && at < 2
            ? { type: 'missing' as const, kind: 'withheld' as const }
            : { type: 'number' as const, value: 1234.56 + row * 100 + at * 7.5, decimals: 1 },
        ),
        { type: 'percent' as const, share: row % 2 === 0 ? 0.0671 : -0.0123 },
      ],
    })),
  }
}
