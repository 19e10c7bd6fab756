import { measuresSwedish } from './measures/measures-sv.ts'
import { protectSwedish } from './protect/protect-sv.ts'
import { tablesSwedish } from './tables/tables-sv.ts'

/** The Swedish texts of the command line. */
export const swedish = {
  ...measuresSwedish,
  ...protectSwedish,
  ...tablesSwedish,
  help: `jamvikt – granska vem pengarna når, och mät ojämlikhet

  jamvikt audit FIL --mapping TOLKNING.json …      vem pengarna når, steg för steg
  jamvikt decompose FIL --outcome … --group …      dela upp skillnaden mellan två grupper
  jamvikt maihda FIL --n … --factors …             intersektionell flernivåanalys
  jamvikt segregation FIL --unit … --group …       hur ojämnt grupper är fördelade
  jamvikt precision FIL --population … --by …      hur många som ska tillfrågas i varje grupp
  jamvikt protect FIL --dims … --out …             tabeller med dolda celler, och deras bevis
  jamvikt verify CELLER BEVIS                      kontrollera beviset
  jamvikt plan-release FIL --dims …                vilken grövre tabell som visar mest
  jamvikt convert FIL NY_FIL                       en statistiktabell i ett annat format
  jamvikt describe FIL                             vad en statistiktabell innehåller
  jamvikt region add …                             öppna en region i en egen databas
  jamvikt backup --region SLUG FIL                 hela regionen i en fil
  jamvikt restore FIL                              lägg tillbaka en region ur sin fil

"jamvikt KOMMANDO --help" visar alla val.`,
  auditHelp: `jamvikt audit FIL --mapping TOLKNING.json [val]

Läser en lista över ansökningar (CSV, Excel eller JSON; en rad per ärende eller per grupp) och visar
andel beviljade, kronor och var på vägen kvinnors andel minskar.

  --mapping FIL      vad kolumnerna betyder (JSON); krävs
  --by A,B           variabler att korsa: sex, background, age, industry, municipality, county,
                     supportForm, unit, year; utan valet: sex
  --base FIL         bastabell: hur många företag eller invånare som finns i varje grupp
  --json FIL         skriver alla siffror som JSON
  --csv FIL          skriver grupperna som CSV
  --refused FIL      skriver rader som inte räknas, med skäl, som CSV
  --threshold N      minsta antal i en visad grupp: 3 eller mer; utan valet 5
  --working          sanna siffror utan skydd, bara för den som får se dem
  --reference NAMN   gruppen att jämföra med, till exempel men
  --leader-rule R    vems kön som avses: owner majority, CEO, board eller project leader
  --gap A/B          ytterligare två grupper vars gap delas upp: background=foreignBorn/background=native
  --lang sv|en       språk

Utan --working är siffrorna skyddade: små grupper döljs (··) tillsammans med dem som kunde röja dem.
Skyddet gäller ett svar för sig. Sprid inte flera svar med olika --by ur samma lista.

Avslutar med 0 när allt gick väl, 2 när något behöver rättas, 1 vid fel i programmet.`,
  didYouMean: 'Menade du {suggestions}?',
  commandMissing: 'Säg vad som ska göras, till exempel: jamvikt audit FIL --mapping TOLKNING.json',
  commandUnknown: 'Kommandot {name} finns inte.',
  optionUnknown: 'Valet {name} finns inte.',
  optionNeedsValue: 'Valet {name} behöver ett värde.',
  optionTakesNoValue: 'Valet {name} tar inget värde.',
  fileMissing: 'Säg vilken fil som ska läsas.',
  tooManyFiles: 'Bara en fil kan läsas: {name} är en för mycket.',
  mappingOptionMissing: 'Valet --mapping saknas: en JSON-fil som säger vad kolumnerna betyder.',
  badThreshold: '--threshold ska vara ett heltal som är 3 eller mer, inte {value}.',
  badLanguage: '--lang ska vara sv eller en, inte {value}.',
  badLeaderRule: '--leader-rule {value} finns inte. Välj bland: {known}.',
  leaderRuleUnknown: 'Listan har inte kön enligt regeln {value}. Den har: {known}.',
  byUnknown: '--by {value} finns inte i listan. Välj bland: {known}.',
  byNotStated: '--by {value}: tolkningen säger inte var uppgiften står i filen.',
  referenceUnknown: '--reference {value} är ingen grupp i det som granskas.',
  cannotRead: '{file} går inte att läsa: {reason}.',
  'fault.ENOENT': 'den finns inte',
  'fault.EACCES': 'rätten till den saknas',
  'fault.EISDIR': 'det är en mapp',
  'fault.ENOSPC': 'disken är full',
  overwrites: '{file} läses eller skrivs redan; välj ett annat namn så att inget går förlorat.',
  cannotWrite: '{file} går inte att skriva: {reason}.',
  mappingNotJson: '{file} är inte giltig JSON: {reason}.',
  atPath: '{file}, {path}: {text}',
  inFile: '{file}: {text}',
  sexInferred:
    'Könet är härlett, inte uppgivet. Sådana siffror kan aldrig skyddas och spridas; med --working visas de för dig.',
  noCases: 'Ingen rad i filen gick att räkna.',
  tooManyGroups: 'Korsningen ger {groups} grupper, fler än {limit}. Ta bort en variabel ur --by.',
  tooManyLabels: '{name} har fler än 65 536 olika värden.',
  figuresIncomplete:
    'Rad {row}: {field} saknas, men finns på andra rader. Fyll i den eller ta bort kolumnen ur tolkningen.',
  tableUnfit: 'Tabellen går inte att lägga samman ({reason}, rad {row}).',
  regionNeeds: '{option} behövs',
  backupHelp: `jamvikt backup --region SLUG FIL
jamvikt restore FIL

backup skriver allt som en region har i en fil: tabeller, planer, ärenden, historik, mikrodata och medlemmarnas
inloggningar. Filen läses bara av den som skrev den; förvara den som du förvarar databasen. restore lägger tillbaka
regionen i en databas där den inte finns, och godtar det bara om det som lades tillbaka är likt det som sparades.

Databasen är DATABASE_URL. Utan den används den inbyggda i JAMVIKT_DATA_DIR; stanna servern först. Nycklarna för brus
och för dolda personnummer hör till installationen och följer inte med: spara secrets.json i datamappen för sig.`,
  backupFileMissing: 'Säg vilken fil: jamvikt backup --region SLUG FIL, eller jamvikt restore FIL.',
  backedUp: '{region}: {rows} rader sparade i {file}. Kontrollsumma {sha256}.',
  restored: '{region}: {rows} rader lagda tillbaka, lika det som sparades. Kontrollsumma {sha256}.',
  regionOpened:
    'Regionen är öppnad. Administratören väljer lösenord här, en gång och inom ett dygn:\n{address}',
  crashed: 'Fel i programmet: {reason}',
  baseRefused: 'Bastabellen {file}{place}: {text}',
  place: ', rad {row}',
  placeColumn: ', kolumn {column}',
  'base.no-sex': 'ingen kolumn säger kön',
  'base.no-count': 'ingen kolumn säger antal',
  'base.several-counts': 'mer än en kolumn säger antal',
  'base.unknown-column': 'kolumnen är okänd och skiljer raderna åt; ta bort den',
  'base.columns-disagree': 'två kolumner för samma sak säger olika',
  'base.no-rows': 'den har inga rader',
  'base.bad-row': 'raden passar inte rubriken',
  'base.bad-count': 'antalet är inget heltal',
  'base.bad-sex': 'värdet är inget kön',
  'base.bad-place': 'platsen finns inte',
  'base.industry-code-ambiguous': 'branschkoden kan ha tappat en inledande nolla',
  'base.industry-levels-mixed': 'en bransch står både hel och i delar',
  'base.duplicate': 'gruppen står redan på en tidigare rad',
  reading: 'Läser {percent}',
  title: 'Granskning av {file}',
  working: 'Arbetsvy: sanna siffror utan skydd. Sprid dem inte.',
  protected: 'Skyddade siffror, minsta antal i en visad grupp: {threshold}.',
  inferredNote: 'Könet är härlett, inte uppgivet.',
  rule: 'Kön avser {rule}.',
  'rule.owner majority': 'ägarmajoriteten',
  'rule.CEO': 'den operativa företagsledaren (vd)',
  'rule.board': 'styrelsen',
  'rule.project leader': 'projektledaren',
  rows: '{rows} rader lästa, {refused} räknas inte.',
  refusedRow: '  rad {row}{column}: {reason}{value}',
  refusedMore: '  … och {count} skäl till; --refused FIL skriver alla.',
  missingStages: 'Saknas i uppgifterna: {stages}.',
  hidden: '·· döljs för att ingen ska kunna röjas: {hidden} av {groups} grupper.',
  moreGroups: '… och {count} grupper till; --json eller --csv skriver alla.',
  everybody: 'Alla',
  total: 'Totalt',
  'column.group': 'Grupp',
  'column.applied': 'Sökande',
  'column.decided': 'Prövade',
  'column.granted': 'Beviljade',
  'column.rate': 'Andel',
  'column.interval': '95 %-intervall',
  'column.ratio': 'Kvot',
  'column.holm': 'Holm p',
  'column.amount': 'Beviljat kr',
  'column.shareAmount': 'Av kronorna',
  'column.verdict': 'Omdöme',
  'column.step': 'Steg',
  'column.points': 'Procentenheter',
  'column.mix': 'Mellan branscher',
  'column.within': 'Inom bransch',
  gapSum: 'Från {entering} till pengarna',
  gapTitle: 'Hur kvinnors andel ändras i varje steg (minus: minskar)',
  otherGapTitle: 'Hur andelen för {first} ändras i varje steg, mot {other} (minus: minskar)',
  otherGapPerUnit: 'Kronor för var och en, räknat på {entering}: {first}, {other}.',
  otherGapUnknown: 'Gapet mellan {first} och {other} går inte att dela upp ({reason}).',
  badGap:
    '--gap ska vara två grupper av samma dimensioner med snedstreck emellan, till exempel background=foreignBorn/background=native, inte {value}.',
  gapNotCrossed: '--gap: {names} måste stå i --by.',
  'otherGap.no-amount-stage': 'beviljade belopp saknas',
  'otherGap.no-count-stage': 'antal saknas',
  'otherGap.group-missing': 'en av grupperna saknas',
  'otherGap.group-suppressed': 'en av gruppernas siffror är dolda',
  'otherGap.nobody-enters': 'ingen finns i det första steget',
  'otherGap.other-has-no-amount': 'den andra gruppen har inga beviljade kronor',
  'otherGap.empty-stage-before-full': 'ett steg är tomt före ett som inte är det',
  gapPerUnit: 'Kronor per kvinna, räknat på {entering}: {women}. Per man: {men}.',
  gapUnknown: 'Gapet går inte att dela upp ({reason}).',
  'gap.no-amount-stage': 'beviljade belopp saknas',
  'gap.no-count-stage': 'antal saknas',
  'gap.group-missing': 'kvinnor eller män saknas',
  'gap.group-suppressed': 'kvinnors eller mäns siffror är dolda',
  'gap.nobody-enters': 'ingen finns i det första steget',
  'gap.other-has-no-amount': 'män har inga beviljade kronor',
  'gap.empty-stage-before-full': 'ett steg är tomt före ett som inte är det',
  fewer: 'färre',
  more: 'fler',
  'stage.base': 'basen',
  'stage.applied': 'ansökningar',
  'stage.decided': 'prövade',
  'stage.granted': 'beviljade',
  'stage.amount': 'pengarna',
  'stage.amountApplied': 'sökta belopp',
  'stage.amountGranted': 'beviljade belopp',
  'verdict.differenceShown': 'skillnad visad',
  'verdict.noDifferenceShown': 'ingen skillnad visad',
  'verdict.insufficientEvidence': 'för litet underlag',
  'verdict.reference': 'jämförelse',
  sayNoDecisions: 'Listan har inga avslag, så andelen beviljade går inte att räkna.',
  sayNothingToCompare: 'Det finns inga två grupper att jämföra.',
  sayInsufficient:
    'Underlaget räcker inte för att säga om andelen beviljade skiljer sig ({compared} jämförelser).',
  sayNoDifference:
    'Ingen skillnad i andelen beviljade är visad ({compared} jämförelser, {unclear} med för litet underlag).',
  sayDifference:
    'Andelen beviljade är {rate} för {group} mot {referenceRate} för {reference}: {shortfall} {fewer} beviljade. {shown} av {compared} jämförelser visar skillnad.',
  sayGap:
    'Kvinnors andel går från {shareEntering} ({entering}) till {shareAmount} av kronorna; mest minskar den mellan {from} och {to} ({part} procentenheter).',
  saySplit: 'Av gapet ligger {mix} procentenheter mellan branscher och {within} inom bransch.',
  simpsonReversal:
    'Totalt är kvinnors andel beviljade {overall} än mäns, men inom {dimension} pekar det åt andra hållet ({adjusted} procentenheter).',
  simpsonMixed:
    'Totalt är kvinnors andel beviljade {overall} än mäns; inom {dimension} är den lägre i {lower} grupper och högre i {higher} ({adjusted} procentenheter i snitt).',
  lower: 'lägre',
  higher: 'högre',
  equal: 'varken högre eller lägre',
  written: 'Skrev {file}.',
  'label.women': 'kvinnor',
  'label.men': 'män',
  'label.other': 'annat kön',
  'label.native': 'inrikes födda',
  'label.foreignBorn': 'utrikes födda',
  'label.notAsked': 'inte efterfrågat',
  'label.noAnswer': 'inget svar',
  'label.declined': 'avböjt svar',
  'label.notApplicable': 'inte tillämpligt',
  'label.withheld': 'undanhållet',
  'label.several': 'flera',
  'label.undated': 'utan datum',
  'dimension.sex': 'kön',
  'dimension.background': 'bakgrund',
  'dimension.age': 'ålder',
  'dimension.industry': 'bransch',
  'dimension.municipality': 'kommun',
  'dimension.county': 'län',
  'dimension.supportForm': 'stödform',
  'dimension.unit': 'enhet',
  'dimension.year': 'år',
}
