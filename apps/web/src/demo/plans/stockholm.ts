import { type DemoPlan, groups, many, node } from './plan-file.ts'
import { stockholmFlagships } from './stockholm-flagships.ts'

const YEARS = ['2016', '2017', '2018'] as const

/** Thousands of kronor by priority and year. */
const BUDGET = [
  ['p1', [0, 1200, 800]],
  ['p2', [50, 2463, 1050]],
  ['p3', [50, 2269, 2069]],
  ['common', [50, 1024, 1075]],
] as const

const learning = node(
  'priority',
  {
    name: 'Vi lär: inriktningen för tillväxt är jämställd och jämlik',
    purpose:
      'Den egna verksamheten går före. När inriktningen för länets tillväxt skrivs om bärs jämställdhet in från början.',
    needs:
      'Det råder osäkerhet om vad begreppen betyder och hur de används tillsammans. En ny inriktning, en plan för genomförande och ett arbete med processer är på gång samtidigt.',
    expected:
      'Inriktningen är jämställdhetsintegrerad, det finns ett arbetssätt för andra strategier, och de flesta arbetar efter det.',
    followUp: 'Löpande i processen, genom att den skrivs ned.',
    communication:
      'Arbetssätt, verktyg och utbildning läggs på intern och extern webb och lämnas vidare nationellt.',
  },
  [
    node('national', {
      code: 'assignment-2016-1',
      reason: 'Ledning, och integrering av strategier och program.',
    }),
    node(
      'goal',
      {
        name: 'En antagen inriktning där både arbete och dokument är jämställdhetsintegrerade',
        year: 2018,
        measurable: 'yes',
        measuredBy: 'Inriktningen är antagen och används.',
      },
      [
        node(
          'goal',
          { name: 'Ett arbetssätt för strategier och policyer används', year: 2018, measurable: 'no' },
          [],
          'arbetssatt',
        ),
        node(
          'goal',
          {
            name: 'Anställda vet mer om hur jämställdhet bär tillväxt',
            year: 2018,
            measurable: 'yes',
            measuredBy: 'Intervjuer med anställda och parter.',
          },
          [],
          'kunskap',
        ),
      ],
      'inriktning',
    ),
    ...groups(
      'Anställda som arbetar med strategier för tillväxt',
      'Andra anställda som arbetar med strategier och tillämpning',
      'Externa samarbetspartner',
    ),
    node(
      'activity',
      {
        name: 'Arbetssätt för att integrera strategier',
        start: '2016-10-01',
        end: '2017-06-30',
        what: 'Moment och kritiska steg i arbetet tas fram och skrivs ned så att de kan användas igen.',
        how: 'Ett processtöd och en som dokumenterar följer arbetet med inriktningen.',
        goals: ['arbetssatt'],
      },
      [node('phase', { name: 'Upphandling', start: '2016-10-01', end: '2016-12-31' })],
      's11',
    ),
    node(
      'activity',
      {
        name: 'Gemensamma begrepp',
        start: '2016-10-01',
        end: '2017-06-30',
        what: 'Nyckelpersoner och sakkunniga enas om begrepp och riktning. Det andra arbetet bygger på detta.',
        how: 'Arbetsmöten i grupp.',
        goals: ['inriktning'],
      },
      [],
      's12',
    ),
    node(
      'activity',
      {
        name: 'Inriktningen integreras',
        start: '2016-10-01',
        end: '2017-06-30',
        what: 'Den nya inriktningens områden gås igenom när de skrivs: innovation, miljöer, kompetens, internationalisering.',
        after: ['s12'],
        goals: ['inriktning'],
      },
      [],
      's13',
    ),
    node(
      'activity',
      {
        name: 'Behov av utbildning och verktyg',
        start: '2016-10-01',
        end: '2017-06-30',
        what: 'Avdelningarna säger vad de behöver för att integrera jämställdhet i sitt arbete.',
        goals: ['kunskap'],
      },
      [],
      's14',
    ),
    node(
      'activity',
      {
        name: 'Utbildningar och verktyg tas fram',
        start: '2017-04-01',
        end: '2018-02-28',
        what: 'Utbildning, rutiner och metoder, först för det egna huset.',
        how: 'Erfarenheter från landsbygdsprogrammet används.',
        after: ['s14'],
        goals: ['kunskap'],
      },
      [],
      's15',
    ),
    node(
      'activity',
      {
        name: 'Utbildning för anställda',
        start: '2018-04-01',
        what: 'Chefer, processledare och de som skriver strategier utbildas. Delar läggs in i introduktionen för nya.',
        after: ['s15'],
        goals: ['kunskap'],
      },
      [node('milestone', { name: 'Utbildningar och verktyg är klara', on: '2018-03-31' })],
      's16',
    ),
    node('activity', {
      name: 'Spridning till parter',
      start: '2018-07-01',
      end: '2018-12-31',
      what: 'Webb och ett seminarium för parter i länet.',
      after: ['s16'],
    }),
    node('message', {
      name: 'Så gör vi nu när vi skriver strategier',
      audience: 'Anställda',
      channel: 'Intern webb',
    }),
  ],
  'p1',
)

const showing = node(
  'priority',
  {
    name: 'Vi synliggör: statistik och analys som ser fler skillnader än kön',
    purpose: 'Bättre underlag gör insatser mer träffsäkra: vem som nås, vem som får, var det skiljer sig.',
    needs:
      'Statistiken behöver fler indelningar och bli lättare att nå. Uppföljningen av företagsstöd behöver ett fast arbetssätt.',
    expected:
      'Analyser, projekt och utlysningar tar hänsyn till flera skillnader, och fler beslut går till företag som drivs av kvinnor eller av personer med utländsk bakgrund.',
    followUp: 'Löpande, när modellen tas fram och används, och när underlag om arbetsmarknaden kommer.',
    communication: 'Modellen och underlaget visas på seminarier för parter i länet.',
  },
  [
    node('national', {
      code: 'assignment-2016-2',
      reason: 'Skillnader i arbete, företagande och stöd synliggörs.',
    }),
    node(
      'goal',
      { name: 'En modell för analys av målgrupper används', year: 2018, measurable: 'no' },
      [],
      'modell',
    ),
    node(
      'goal',
      { name: 'Statistiken har fler indelningar än kön och är lätt att nå', year: 2018, measurable: 'no' },
      [],
      'statistik',
    ),
    node(
      'goal',
      {
        name: 'Projektstöd och företagsstöd söks på lika villkor',
        year: 2018,
        measurable: 'yes',
        measuredBy:
          'Andel beviljade bland företag som drivs av kvinnor, och av personer med utländsk bakgrund.',
      },
      [
        node(
          'indicator',
          {
            name: 'Företagsstöd till företag som drivs av kvinnor',
            unit: '%',
            direction: 'rise',
            dueMonth: 2,
          },
          many('figure', [{ what: 'baseline', year: 2016, sex: 'women', missing: 'notAsked' }]),
        ),
      ],
      'villkor',
    ),
    ...groups('Den egna organisationen, främst tillväxtavdelningen', 'Parter i länets tillväxtarbete'),
    node(
      'activity',
      {
        name: 'Modell för intersektionell analys',
        what: 'En modell som kan användas oavsett område: vilka berörs, vilka skillnader spelar roll, vilka ska med.',
        how: 'En arbetsgrupp och en konsult skriver underlag för upphandling. Modellen prövas inne i huset och sprids sedan.',
        after: ['s11'],
        goals: ['modell'],
      },
      [],
      's21',
    ),
    node(
      'activity',
      {
        name: 'Statistik med fler indelningar',
        what: 'Statistiken i huset inventeras, tre områden väljs, och producenterna tillfrågas om vad som går.',
        goals: ['statistik'],
      },
      [
        ...['Inventering', 'Tre områden väljs och granskas', 'Samtal med statistikproducenter'].map((name) =>
          node('phase', { name }),
        ),
      ],
    ),
    node('activity', {
      name: 'Analys av arbetsmarknaden',
      what: 'Hur olika grupper står på arbetsmarknaden, med inkomst och plats i länet, och därefter en studie av grupper som det går svagt eller starkt för.',
      after: ['s21'],
      goals: ['statistik'],
    }),
    node('activity', {
      name: 'Metodstöd för lika villkor',
      what: 'Ett stöd för den som fördelar pengar, så att sökande möts lika.',
      how: 'Rutiner och utfall inventeras, och modellen prövas på utlysningar.',
      after: ['s21'],
      goals: ['villkor'],
    }),
  ],
  'p2',
)

export const stockholm: DemoPlan = {
  slug: 'stockholm-2016-2018',
  facts: {
    name: 'Jämställd regional tillväxt i Stockholms län 2016–2018',
    kind: 'action-plan',
    lede: 'Tre prioriteringar som hör ihop: vi lär, vi synliggör, vi gör. Den tredje bär fyra flaggskepp.',
    startsOn: '2016-01-01',
    endsOn: '2018-12-31',
    synthetic: true,
    origin:
      'Siffror, datum och uppbyggnad efter Länsstyrelsen i Stockholms handlingsplan 2016–2018. Texterna är skrivna för visningen. Vår är läst som första halvåret, höst som andra.',
  },
  nodes: [
    learning,
    showing,
    stockholmFlagships,
    node('role', { name: 'Tillväxtdirektör', duty: 'owner', organisation: 'Tillväxtavdelningen' }),
    node('role', {
      name: 'Avdelningens ledningsgrupp',
      duty: 'steering',
      organisation: 'Tillväxtavdelningen',
    }),
    node('role', { name: 'Utvecklingsledare 1', duty: 'lead', shareFrom: 50, shareTo: 50 }),
    node('role', { name: 'Utvecklingsledare 2', duty: 'lead', shareFrom: 45, shareTo: 45 }),
    node('role', { name: 'Ekonom', duty: 'economist', shareFrom: 10, shareTo: 15 }),
    ...['Vi lär', 'Vi synliggör', 'Vi gör'].map((name) =>
      node('role', { name: `Ansvarig för ${name}`, duty: 'priority' }),
    ),
    node('role', {
      name: 'Intern arbetsgrupp',
      duty: 'working',
      note: 'Integration, kompetens, näringsliv, innovation, landsbygd, jämställdhet och analys.',
    }),
    node('role', { name: 'Forskare från flera ämnen', duty: 'reference' }),
    node('meeting', {
      name: 'Nationella erfarenhetsträffar',
      duty: 'exchange',
      agenda: 'Två gånger om året, tre till fyra deltar.',
    }),
    node('meeting', { name: 'Kollegialt utbyte', duty: 'exchange', agenda: 'Tre tillfällen.' }),
    node('milestone', { name: 'Upplägg för utvärdering är klart', on: '2016-12-31' }),
    node('milestone', { name: 'Egen webbsida är ute', on: '2017-01-31' }),
    node('message', { name: 'Det ska gå att följa arbetet', audience: 'Alla', channel: 'Webbsida' }),
    node('financier', { name: 'Staten, genom Tillväxtverket', counts: 'money' }),
    node(
      'budget',
      {
        name: 'Prioritering per år',
        over: ['priority', 'year'],
        years: [...YEARS],
        unit: 'tkr',
        note: 'Gemensamt är med overhead.',
      },
      [],
      'budget',
    ),
  ],
  amounts: BUDGET.flatMap(([priority, thousands]) =>
    YEARS.map((year, at) => ({
      budget: 'budget',
      key: [priority, year],
      kronor: (thousands[at] ?? 0) * 1000,
    })),
  ),
}
