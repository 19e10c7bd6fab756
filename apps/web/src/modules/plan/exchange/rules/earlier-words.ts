// Words of workbooks that were written before sheets and columns were called as on the pages: those that differ. They are
// read for ever, and never written.
type Names = Readonly<Record<string, readonly string[]>>

export const EARLIER_SHEETS: Names = {
  national: ['Nationella områden', 'National areas'],
  indicator: ['Indikatorer'],
  figure: ['Värden'],
  task: ['Att göra', 'To do'],
}

export const EARLIER_FACTS: Names = {
  name: ['Planens namn', 'Name of the plan'],
  kind: ['Slag av plan'],
  lede: ['Inledning', 'Opening words'],
  startsOn: ['Första dag'],
  endsOn: ['Sista dag'],
}

/** By field, or by kind and field where kinds differed. */
export const EARLIER_COLUMNS: Names = {
  name: ['Namn'],
  needs: ['Behov'],
  expected: ['Väntat resultat'],
  serves: ['Bidrar till i planen ovanför'],
  'national.code': ['Nationellt område', 'National area'],
  reason: ['Motiv'],
  year: ['År'],
  measurable: ['Mätbart'],
  measuredBy: ['Mäts med', 'Measured by'],
  note: ['Anmärkning'],
  what: ['Vad'],
  how: ['Hur'],
  start: ['Start', 'Starts'],
  end: ['Slut'],
  unit: ['Enhet'],
  responsible: ['Ansvarig roll', 'Responsible role'],
  goals: ['Mål', 'Goals'],
  after: ['Efter', 'After'],
  on: ['Dag', 'Day'],
  direction: ['Riktning', 'Direction'],
  catalogue: ['Indikator i katalogen', 'Indicator of the catalogue'],
  dueMonth: ['Månad då värdet ska finnas', 'Month when the figure is due'],
  'figure.what': ['Slag av värde'],
  missing: ['Varför värdet saknas', 'Why the value is missing'],
  duty: ['Uppgift'],
  organisation: ['Body'],
  shareFrom: ['Del av tjänst från, %', 'Share of post from, %'],
  shareTo: ['Del av tjänst till, %', 'Share of post to, %'],
  member: ['Medlem i regionen', 'Member of the region'],
  likelihood: ['Sannolikhet 1–5', 'Likelihood 1–5'],
  consequence: ['Konsekvens 1–5', 'Consequence 1–5'],
  'lesson.text': ['Lärdom', 'Lesson'],
  audience: ['Till vem', 'To whom'],
  rate: ['Påslag, %', 'Rate, %'],
  base: ['Påslag på', 'Rate on'],
  over: ['Delas upp på', 'Split over'],
  years: ['Gäller åren', 'For the years'],
  without: ['Gäller inte', 'Not for'],
}

/** Words that may be chosen, by what they stand for. */
export const EARLIER_WORDS: Names = {
  strategy: ['Strategi', 'Strategy'],
  no: ['Nej', 'No'],
  primary: ['Första'],
  secondary: ['Andra'],
  tertiary: ['Tredje'],
  rise: ['Öka', 'Rise'],
  fall: ['Minska', 'Fall'],
  keep: ['Behålla', 'Keep'],
  all: ['Everybody'],
  declined: ['Vill inte svara'],
  notApplicable: ['Ej tillämpligt'],
  withheld: ['Undanhållet'],
  steering: ['Styrgrupp', 'Steering group'],
  working: ['Arbetsgrupp', 'Working group'],
  reference: ['Referensgrupp', 'Reference group'],
  priority: ['Ansvar för prioritering', 'Lead of a priority'],
  exchange: ['Erfarenhetsutbyte', 'Exchange of experience'],
  'in-kind': ['Annat än pengar', 'In kind'],
  ore: ['To the öre'],
  krona: ['Hela kronor', 'Whole kronor'],
  kr: ['Single kronor'],
}
