import { type DemoPlan, groups, many, node } from './plan-file.ts'

const YEARS = ['2016', '2017', '2018'] as const

/** Name, first and last day, kronor, by priority. */
const ACTIVITIES = [
  ['webb', 'p1', 'Webbkurs och samtal', '2016-11-01', '2017-08-31', 127_492],
  ['verkstad', 'p1', 'Verkstäder inom förvaltningen', '2017-03-01', '2018-10-31', 380_400],
  ['personal', 'p1', 'Utbildning för all personal', '2016-11-01', '2018-10-15', 1_394_300],
  ['ledning', 'p1', 'Utbildning för ledningsgruppen', '2017-02-01', '2018-09-30', 849_560],
  ['politik', 'p1', 'Utbildning för förtroendevalda', '2017-03-01', '2018-09-30', 200_630],
  ['utvardering', 'p2', 'Utvärdering av tillväxtprogrammet', '2016-11-01', '2017-02-28', 152_704],
  ['malrtp', 'p2', 'Mål och nyckeltal för tillväxtprogrammet', '2017-01-01', '2017-06-30', 288_060],
  ['samverkan', 'p2', 'Samverkan om tillväxtprogrammet', '2017-02-01', '2018-10-31', 293_821],
  ['stodverkstad', 'p2', 'Verkstäder för handläggare av stöd', '2017-09-01', '2018-10-31', 75_170],
  ['malbolag', 'p3', 'Mål och indikatorer för bolag och föreningar', '2016-11-01', '2018-10-31', 88_060],
  ['rutin', 'p3', 'Rutin för ägardirektiv', '2017-01-01', '2017-10-31', 211_914],
  ['dialog', 'p3', 'Samtal med bolag och föreningar', '2016-11-01', '2018-10-31', 248_340],
  ['redovisning', 'p3', 'Redovisning och nationella träffar', '2016-11-01', '2018-11-07', 892_688],
] as const

const WORDS: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  webb: {
    what: 'En webbkurs i delar ger alla samma grund. Efteråt talar varje arbetsplats om vad den betyder för det egna arbetet.',
    how: 'Kursen handlas upp hösten 2016 och är klar i februari 2017. Ledningsgruppen går den först och gör ett underlag för samtalen.',
    criticalSteps:
      'Alla i ledningsgruppen har gått kursen och samtalat före april 2017. Alla medarbetare före juli 2017.',
    goals: ['kunskap'],
  },
  verkstad: {
    what: 'Handläggare övar på egna ärenden, två och två eller tre och tre, innan gruppen möts.',
    how: 'Minst sex tillfällen om året 2017 och 2018. Varje chef är med minst en gång om året.',
    goals: ['arenden'],
  },
  personal: {
    what: 'Dagar för alla anställda om normer, makt och jämställdhet i det egna uppdraget.',
    goals: ['kunskap'],
  },
  ledning: {
    what: 'Sju tillfällen om ledarskap: fyra under 2017 och tre under 2018. De två sista är två dagar långa.',
    criticalSteps: 'En gemensam bild av läget tas fram på en halv dag, innan gruppen samtalar om webbkursen.',
    goals: ['leda'],
  },
  politik: {
    what: 'Två halva dagar om året för nämnden: först kunskap, sedan övning på verkliga beslut.',
    goals: ['kunskap'],
  },
  utvardering: {
    what: 'Det gamla programmets mål, aktiviteter och följder gås igenom med statistik uppdelad på kön.',
    goals: ['program'],
  },
  malrtp: {
    what: 'En arbetsgrupp föreslår mål som kan mätas, och hur programmet följs upp. En grupp med näringsliv och offentliga parter läser.',
    goals: ['synligt'],
  },
  samverkan: {
    what: 'Partnerskapet i länet möts kring utvärderingen och läget. Frågor om jämställdhet följer med remissen.',
    goals: ['program', 'process'],
  },
  stodverkstad: {
    what: 'Extra övning för dem som bereder företagsstöd och projektstöd: minst fyra tillfällen, och varje handläggare är med på två.',
    goals: ['tillampat'],
  },
  malbolag: {
    what: 'Mål, delmål och siffror om läget som bolag och föreningar kan arbeta efter.',
    goals: ['bolagsmal'],
  },
  rutin: {
    what: 'Hur ägardirektiv skrivs och följs upp, och hur aktörerna redovisar i sin årsberättelse.',
    goals: ['bolagsrutin'],
  },
  dialog: {
    what: 'Gemensamma möten och varje ägarråd: vad som väntas, hur det går, och stöd på vägen.',
    goals: ['modell'],
  },
  redovisning: {
    what: 'Lägesrapporter, slutrapport, utvärdering och utbyte med andra regioner.',
    goals: ['modell'],
  },
}

function activitiesOf(priority: string) {
  return ACTIVITIES.filter(([, of]) => of === priority).map(([id, , name, start, end]) =>
    node('activity', { name, start, end, unit: 'Regional utveckling', ...WORDS[id] }, [], id),
  )
}

const target = (year: number, value: number) => ({ what: 'target', year, sex: 'all', value })

const priorities = [
  node(
    'priority',
    {
      name: 'Arbete och beslut om tillväxt är jämställdhetsintegrerade',
      purpose:
        'Ledning och medarbetare vet mer, ser hur normer skapas i vardagen och bereder ärenden därefter.',
      needs:
        'Arbetet har stannat upp när ledningen varit osäker på frågan. Kriterierna för jämställdhet väger lätt i beslut om stöd och följs sällan upp.',
      expected: 'Fler vet mer, bland medarbetare, chefer och förtroendevalda. Fler ärenden följer rutinen.',
      followUp:
        'En mätning av utgångsläget i december 2016, därefter varje år i delårs- och årsbokslut med en egen bilaga.',
      communication:
        'Bokslut, lägesrapporter, ledningsgrupp, arbetsplatsträffar. Utbildningar spelas in för intern visning.',
    },
    [
      node('national', { code: 'assignment-2016-1', reason: 'Ledning och styrning av det egna arbetet.' }),
      node(
        'goal',
        {
          name: 'Ledning och medarbetare vet mer om jämställdhet, makt och normer i tillväxtarbetet',
          year: 2018,
          measurable: 'yes',
          measuredBy: 'Självskattning i december 2016 och varje år därefter.',
        },
        [],
        'kunskap',
      ),
      node('goal', {
        name: 'Medarbetare använder kunskapen i beslut, möten och samtal',
        year: 2018,
        measurable: 'no',
      }),
      node(
        'goal',
        { name: 'Ledningsgruppen leder mot en jämställd verksamhet', year: 2018, measurable: 'no' },
        [
          node(
            'indicator',
            { name: 'Utbildningstillfällen för ledningsgruppen', unit: 'tillfällen', direction: 'rise' },
            many('figure', [target(2017, 4), target(2018, 3)]),
          ),
        ],
        'leda',
      ),
      node(
        'goal',
        {
          name: 'Fler ärenden bereds med rutinen för jämställdhet, jämlikhet och barns rättigheter',
          year: 2018,
          measurable: 'yes',
          measuredBy: 'Ärenden med rutinen i underlaget, sammanställda varje år.',
        },
        [
          node(
            'indicator',
            { name: 'Ärenden som följer rutinen', unit: 'ärenden', direction: 'rise', dueMonth: 12 },
            many('figure', [{ what: 'baseline', year: 2016, sex: 'all', missing: 'notAsked' }]),
          ),
          node(
            'indicator',
            { name: 'Verkstäder om handläggning', unit: 'tillfällen', direction: 'rise' },
            many('figure', [target(2017, 6), target(2018, 6)]),
          ),
        ],
        'arenden',
      ),
      ...groups('Tjänstepersoner och förtroendevalda som bereder och beslutar', 'Alla medarbetare'),
      ...activitiesOf('p1'),
      node('message', {
        name: 'Grundkursen gäller alla',
        audience: 'Medarbetare',
        channel: 'Arbetsplatsträffar',
      }),
    ],
    'p1',
  ),
  node(
    'priority',
    {
      name: 'Tillväxtprogrammet bär jämställdhet från skrivbord till stöd',
      purpose: 'Programmet, och besluten efter det, tar hänsyn till kön och till andra skillnader i villkor.',
      needs:
        'Programmet är från 2009 och lätt ändrat sedan dess. Av 113,9 miljoner kronor går 41,2 till projekt och 70,2 till företagsstöd, och det är programmet som styr dem.',
      expected:
        'Villkor för kvinnor och män syns på varje område i programmet, och arbetssättet kan användas igen.',
      followUp:
        'Beslut sammanställs, och handläggarnas säkerhet i rutinen frågas efter. 2018 mäts ett utgångsläge för tiden därefter.',
      communication:
        'Utvärderingen och arbetssättet läggs ut för alla. Det nya programmet sprids genom partnerskapet.',
    },
    [
      node('national', { code: 'assignment-2016-1', reason: 'Programmet styr länets tillväxtarbete.' }),
      node('national', { code: 'assignment-2016-3', reason: 'Programmet styr hur stöd fördelas.' }),
      node(
        'goal',
        {
          name: 'Ett tillväxtprogram som är jämställdhetsintegrerat är antaget',
          year: 2018,
          measurable: 'yes',
          measuredBy: 'Programmet är antaget.',
        },
        [
          node(
            'goal',
            {
              name: 'Villkor för kvinnor och män syns på programmets alla områden',
              year: 2017,
              measurable: 'yes',
              measuredBy: 'Områden med mål och indikatorer.',
            },
            [],
            'synligt',
          ),
          node(
            'goal',
            { name: 'Arbetet med programmet är normmedvetet', year: 2017, measurable: 'no' },
            [],
            'process',
          ),
          node(
            'goal',
            { name: 'Det nya programmet har börjat tillämpas', year: 2017, measurable: 'no' },
            [],
            'tillampat',
          ),
        ],
        'program',
      ),
      ...groups('Handläggare av företagsstöd och projektstöd', 'Förtroendevalda i regional utveckling'),
      ...activitiesOf('p2'),
      node('message', {
        name: 'Så har det gamla programmet fallit ut',
        audience: 'Partnerskapet i länet',
        channel: 'Webb och möten',
      }),
    ],
    'p2',
  ),
  node(
    'priority',
    {
      name: 'Regionen styr och följer upp andra aktörers jämställdhetsarbete',
      purpose: 'Bolag och föreningar som regionen äger eller är medlem i arbetar aktivt med jämställdhet.',
      needs: 'De får årligen pengar av regionen. Krav och uppföljning ger både statistik och nya målgrupper.',
      expected: 'Alla aktörer arbetar med frågan, och andra ägare stöder kraven.',
      followUp:
        'Ägardirektiv, årsredovisningar, deltagande i träffar och aktörernas egen bild av vad de kan.',
      communication: 'Återkoppling på gemensamma möten och i varje ägarråd, webb och årsbokslut.',
    },
    [
      node('national', {
        code: 'assignment-2016-3',
        reason: 'Aktörerna möter kvinnor och män som vill driva företag.',
      }),
      node(
        'goal',
        {
          name: 'En modell för uppföljning av aktörernas arbete är i bruk',
          year: 2018,
          measurable: 'yes',
          measuredBy: 'Andel aktörer med ägardirektiv som tar upp jämställdhet.',
        },
        [
          node(
            'goal',
            { name: 'Mål för bolag och föreningar finns, i siffror och i ord', year: 2017, measurable: 'no' },
            [],
            'bolagsmal',
          ),
          node(
            'goal',
            { name: 'En rutin för uppföljning har börjat användas', year: 2017, measurable: 'no' },
            [],
            'bolagsrutin',
          ),
          node(
            'indicator',
            {
              name: 'Aktörer med ägardirektiv som tar upp jämställdhet',
              unit: '%',
              direction: 'rise',
              dueMonth: 12,
            },
            many('figure', [
              { what: 'baseline', year: 2016, sex: 'all', missing: 'notAsked' },
              target(2018, 100),
            ]),
          ),
        ],
        'modell',
      ),
      ...groups('Tjänstepersoner och förtroendevalda i regional utveckling', 'Delägda bolag och föreningar'),
      ...activitiesOf('p3'),
    ],
    'p3',
  ),
]

/** Cost types: id, name, how they count, kronor by year. */
const COSTS = [
  ['lon', 'Egen personal', 'cost', [49_000, 1_500_000, 903_312]],
  ['tjanst', 'Köp av tjänst', 'cost', [100_000, 1_145_000, 460_000]],
  ['lokal', 'Lokaler', 'cost', [0, 0, 0]],
  ['resor', 'Resor', 'cost', [8_000, 87_000, 87_000]],
  ['ovrigt', 'Övrigt', 'cost', [0, 324_000, 299_500]],
  ['indirekt', 'Indirekta kostnader', 'indirect', [4_802, 147_000, 88_525]],
  ['offentligt', 'Offentligt bidrag i annat än pengar', 'in-kind', [0, 0, 0]],
  ['privat', 'Privat bidrag i annat än pengar', 'in-kind', [0, 0, 0]],
] as const

export const jamtlandHarjedalen: DemoPlan = {
  slug: 'jamtland-harjedalen-2016-2018',
  facts: {
    name: 'Jämställd regional tillväxt i Jämtland Härjedalen 2016–2018',
    kind: 'action-plan',
    lede: 'Tre prioriteringar och tretton aktiviteter, från den egna ledningen till bolag som regionen äger.',
    startsOn: '2016-01-01',
    endsOn: '2018-12-31',
    synthetic: true,
    origin:
      'Siffror, datum och uppbyggnad efter Region Jämtland Härjedalens handlingsplan 2016–2018. Texterna är skrivna för visningen.',
  },
  nodes: [
    ...priorities,
    node('role', { name: 'Förvaltningschef', duty: 'owner', organisation: 'Regional utveckling' }),
    node('role', { name: 'Strateg för jämställdhet', duty: 'lead', organisation: 'Regional utveckling' }),
    node('role', { name: 'Ledningsgruppen', duty: 'steering', organisation: 'Regional utveckling' }),
    node('role', { name: 'Extern utvärderare', duty: 'evaluator', note: 'Handlas upp.' }),
    node('milestone', { name: 'Utgångsläget är mätt', on: '2016-12-31' }),
    ...COSTS.map(([id, name, counts]) =>
      node(
        'cost-type',
        { name, counts, ...(counts === 'indirect' ? { rate: 9.8, base: ['lon'], rounding: 'krona' } : {}) },
        [],
        id,
      ),
    ),
    node('financier', { name: 'Staten, genom Tillväxtverket', counts: 'money' }),
    node('budget', { name: 'Kostnad per aktivitet', over: ['activity'], unit: 'kr' }, [], 'per-aktivitet'),
    node(
      'budget',
      { name: 'Kostnadsslag per år', over: ['cost-type', 'year'], years: [...YEARS], unit: 'kr' },
      [],
      'per-slag',
    ),
  ],
  amounts: [
    ...ACTIVITIES.map(([id, , , , , kronor]) => ({ budget: 'per-aktivitet', key: [id], kronor })),
    ...COSTS.flatMap(([id, , , kronor]) =>
      YEARS.map((year, at) => ({ budget: 'per-slag', key: [id, year], kronor: kronor[at] ?? 0 })),
    ),
  ],
}
