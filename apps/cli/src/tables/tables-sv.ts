/** Texter för statistiktabeller på kommandoraden. */
export const tablesSwedish = {
  convertHelp: `jamvikt convert FIL NY_FIL [val]

Läser en statistiktabell och skriver den i ett annat format. Säger vad det nya formatet inte har plats för.
Läser PX, JSON-stat, Excel, Parquet, CSV och Koladas JSON; formatet avgörs av innehållet.
Skriver efter den nya filens ändelse: .px, .json (JSON-stat 2), .csv (ett tal per rad), .xlsx, .parquet.

  --from FORMAT       px, json-stat, xlsx, parquet, csv eller kolada, om innehållet inte räcker
  --to FORMAT         px, json-stat2, json-stat (version 1), csv, csv-wide (som tabellen läses), sdmx-csv,
                      xlsx eller parquet, i stället för ändelsen
  --language KOD      texternas språk i format som bara har ett: sv, en …; annars tabellens första.
                      För filer som inte säger sitt språk: det som de är skrivna på
  --encoding KOD      PX: utf-8 eller windows-1252; det senare om inget sägs och alla tecken får plats
  --sheet NAMN        bladet i en arbetsbok; annars det första som är ifyllt
  --decimal . eller , tecknet före decimaler i CSV och Excel, där siffrorna inte visar det
  --lang sv|en        programmets språk

Den nya filen finns först när den är hel. Den lästa filen skrivs aldrig över.
Avslutar med 0 när allt gick väl, även om något inte fick plats, 2 när något behöver rättas, 1 vid fel i programmet.`,
  describeHelp: `jamvikt describe FIL [val]

Säger vad en statistiktabell innehåller: titel, källa, dimensioner, enheter, perioder, och hur många celler
som har tal eller saknar dem, och varför. Läser samma format som jamvikt convert, och Koladas katalog över nyckeltal.

  --json              svaret som JSON
  --from FORMAT       px, json-stat, xlsx, parquet, csv eller kolada, om innehållet inte räcker
  --language KOD      texternas språk; annars programmets, om tabellen har det
  --sheet NAMN        bladet i en arbetsbok; annars det första som är ifyllt
  --decimal . eller , tecknet före decimaler i CSV och Excel, där siffrorna inte visar det
  --lang sv|en        programmets språk`,
  'tables.badWord': '{name} {value} finns inte. Välj bland: {known}.',
  'tables.badLanguage': '--language ska vara en språkkod som sv eller en, inte {value}.',
  'tables.languageMissing': '{file} har inga texter på språket {language}. Språk som finns: {known}.',
  'tables.decimalHint': 'Ange vilket med --decimal . eller --decimal ,',
  'tables.line': 'rad {line}',
  'tables.morePages': 'OBS: filen är en sida av flera. Resten av svaret är inte med.',
  'convert.outMissing': 'Säg vilken fil som ska skrivas.',
  'convert.unknownEnding': '{file}: ändelsen säger inget format. Ge --to. Välj bland: {known}.',
  'convert.encodingOfPx': '--encoding gäller bara PX.',
  'convert.catalogue':
    '{file} är Koladas katalog över nyckeltal, inte en tabell. Se den med jamvikt describe.',
  'convert.notAFile': 'där finns något annat än en fil',
  'convert.done': '{file}: {format}, dimensioner: {dimensions}, celler: {cells}.',
  'convert.whole': 'Allt i tabellen är med.',
  'convert.lost': 'Inte med i filen:',
  'convert.loss.languages': 'texter på andra språk än det skrivna',
  'convert.loss.codes': 'värdenas koder; deras benämningar står i stället',
  'convert.loss.labels': 'värdenas benämningar; bara koderna står där',
  'convert.loss.dimension-names': 'dimensionernas id eller namn, som skrivs ändrade eller inte alls',
  'convert.loss.structure': 'hierarkier, eliminering, kartor, värdemängder, roller och tidsenheter',
  'convert.loss.table-texts': 'titel, källa, kontakt, datum och annat om hela tabellen',
  'convert.loss.licence': 'licensen',
  'convert.loss.measures': 'enheter, antal decimaler, prisnivå och annat om måtten',
  'convert.loss.notes': 'fotnoter',
  'convert.loss.note-signs': 'tecknet # i fotnoter och kontakter, som blir radbyte',
  'convert.loss.marks': 'märken vid celler (alla eller några)',
  'convert.loss.state-texts': 'källans egna texter för tecknen',
  'convert.loss.missing-kinds': 'varför tal saknas, där två skäl får samma tecken',
  'convert.loss.nil': 'att 0 betyder inget alls och inte avrundat till 0',
  'convert.loss.date-precision': 'sekunder och tidszoner',
  'convert.loss.px-keywords': 'nyckelord som bara PX har',
  'convert.loss.json-stat-members': 'delar som bara JSON-stat har',
  'describe.file': '{file}: {format}, {bytes} byte',
  'describe.catalogue': 'Koladas katalog: {kpis} nyckeltal, varav {bySex} delas på kön. De första:',
  'describe.id': 'Id',
  'describe.title': 'Titel',
  'describe.contents': 'Innehåll',
  'describe.source': 'Källa',
  'describe.licence': 'Licens',
  'describe.updated': 'Uppdaterad',
  'describe.nextUpdate': 'Nästa uppdatering',
  'describe.languages': 'Språk',
  'describe.sheets': 'Blad',
  'describe.periods': 'Perioder',
  'describe.dimensions': 'Dimensioner:',
  'describe.name': 'namn',
  'describe.role': 'roll',
  'describe.values': 'värden',
  'describe.first': 'de första',
  'describe.wholes': '– hierarki (helheter: {wholes})',
  'describe.elimination': '– kan utelämnas, då gäller {total}',
  'describe.eliminationBySum': '– kan utelämnas, då summeras alla',
  'describe.measures': 'Mått:',
  'describe.decimals': 'decimaler: {decimals}',
  'describe.cells': 'Celler: {cells}, varav',
  'describe.notes': 'Fotnoter: {notes}, varav obligatoriska {mandatory}',
  'describe.marks': 'Märken vid celler: {marks}',
  'describe.role.time': 'tid',
  'describe.role.geo': 'plats',
  'describe.role.metric': 'innehåll',
  'describe.role.classification': 'indelning',
  'describe.unit.year': 'år',
  'describe.unit.half-year': 'halvår',
  'describe.unit.quarter': 'kvartal',
  'describe.unit.month': 'månad',
  'describe.unit.week': 'vecka',
  'describe.unit.day': 'dag',
  'describe.kind.stock': 'stock',
  'describe.kind.flow': 'flöde',
  'describe.kind.average': 'genomsnitt',
  'describe.prices.current': 'löpande priser',
  'describe.prices.fixed': 'fasta priser',
  'describe.state.value': 'tal',
  'describe.state.nil': 'inget alls (-)',
  'describe.state.notApplicable': 'inte tillämpligt (.)',
  'describe.state.unavailable': 'uppgift saknas (..)',
  'describe.state.withheld': 'undanhållet (...)',
  'describe.state.noAnswer': 'inget svar (....)',
  'describe.state.declined': 'avböjt svar (.....)',
  'describe.state.notAsked': 'inte efterfrågat (......)',
} as const
