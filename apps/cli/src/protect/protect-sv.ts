/** Texter för röjandeskydd på kommandoraden. */
export const protectSwedish = {
  protectHelp: `jamvikt protect FIL --dims "KOLUMN<GRUPP,KOLUMN …" --out CELLER.csv [val]

Räknar posterna i en fil, med alla summor, och döljer celler tills inget litet antal kan räknas ut.

  --dims "A<B,C"        kolumnerna som korsas; A<B säger att kolumnen B grupperar kolumnen A
  --threshold N         antal från 1 till N−1 är känsliga; 5 om inget sägs
  --zeros publish|protect
                        tomma celler visas, eller skyddas som små antal; publish om inget sägs
  --width B             varje känsligt antal behåller ett så brett intervall; 1, ”aldrig exakt”, om inget sägs
  --attackers 0,1       vem som inte ska få veta: 0 vet att antal är 0 eller mer, 1 också att ingen dold cell
                        är tom; båda om inget sägs
  --symmetry on|off     dölj kvinnor och män tillsammans (en kolumn med namnet kön eller sex och två värden);
                        off om inget sägs
  --singletons on|off   skydda mot den som är ensam i en cell och vet det; off om inget sägs
  --keep KOLUMN,…       kolumner vars egna totaler måste visas; kön om inget sägs, och alltid totalen för alla
  --ways K              bara tabeller med högst K kolumner åt gången, skyddade tillsammans
  --method suppress|cellkey|round
                        dölj celler; lägg till konsekvent brus; avrunda till bas 3 eller 5. suppress om inget sägs
  --base 3|5            för round; 3 om inget sägs
  --noise D --variance V
                        för cellkey: brus på högst D (5) med variansen V (3), hemlighet i JAMVIKT_CELL_KEY_SECRET
  --id KOLUMN           för cellkey: en kolumn som pekar ut varje post; annars dess rad
  --seconds S           sök så länge efter färre dolda celler; annars ett bestämt antal varv
  --seed N              samma frö och fil ger samma svar; 1 om inget sägs
  --out FIL             cellerna som CSV
  --certificate FIL     beviset som JSON; för internt bruk, det innehåller dolda värden
  --public-certificate  skriv i stället det bevis som varken nämner celler eller vittnen
  --with-true-values    för analytiker: sanna antal på varje rad, och vilka celler som är känsliga
  --sheet NAMN          bladet i en arbetsbok; annars det första som är ifyllt
  --lang sv|en          språk`,
  verifyHelp: `jamvikt verify CELLER.csv BEVIS.json

Kontrollerar att skyddade celler håller vad beviset lovar: summorna, vilka celler som är känsliga, och ett vittne för
var och en. Beviset måste vara det interna.

  --lang sv|en          språk`,
  planHelp: `jamvikt plan-release FIL --dims "KOLUMN<GRUPP,KOLUMN …" [--json [SVAR.json]] [val]

Säger vilken förgrovning av en tabell som visar mest när den skyddas: kolumner som lämnas utanför eller ersätts av sina
grupper, värden eller år som slås ihop, färre kolumner i varje korsning. Skyddar ingenting.

  --dims "A<B,C"        kolumnerna som korsas; A<B säger att kolumnen B grupperar kolumnen A
  --threshold N         antal från 1 till N−1 är känsliga; 5 om inget sägs
  --zeros publish|protect
                        tomma celler visas, eller skyddas som små antal; publish om inget sägs
  --keep KOLUMN,…       kolumner som inte får ändras och vars egna totaler visas; kön om inget sägs
  --most-hidden ANDEL   så stor andel av cellerna får döljas, i procent; 10 om inget sägs
  --json [SVAR.json]    skriv förslagen som JSON, till filen som nämns sist eller annars hit
  --sheet NAMN          bladet i en arbetsbok; annars det första som är ifyllt
  --lang sv|en          språk`,
  'protect.badDims':
    'Dimensionerna går inte att läsa vid ”{part}”. Skriv kolumner med komma emellan, och A<B där kolumnen B grupperar kolumnen A; varje kolumn en gång.',
  'protect.reserved':
    'Kolumnen {name} kan inte vara en dimension: {names} är kolumner i filen med celler. Byt namn på den.',
  'protect.missing':
    '{file}: {rows} rader saknar värde i en kolumn som korsas. Ge det som saknas ett eget namn (”okänt”), så att summorna stämmer.',
  'protect.contradiction':
    'Kolumnen {grouping} kan inte gruppera {column}: {value} ligger i {one} (rad {row}) och i {other} (rad {otherRow}).',
  'protect.tooManyCells':
    'Kolumnerna ger {cells} celler, fler än {most}. Korsa färre kolumner eller gruppera dem.',
  'protect.codeTwice':
    'I kolumnen {column} står värdet {code} för två saker: ett värde, en grupp eller totalen. Byt namn på det ena.',
  'protect.noLeaves': 'Kolumnen {column} har inga värden.',
  'protect.badChoice': '{name} är {value}; det kan vara {known}.',
  'protect.badAttackers': '--attackers är {value}; det kan vara 0, 1 eller 0,1.',
  'protect.badSeconds': '--seconds är {value}; det måste vara ett tal över 0.',
  'protect.keepUnknown': '--keep nämner {name}, som inte är bland dimensionerna: {names}.',
  'protect.noPair': '--symmetry on behöver en dimension med två värden som heter något av: {names}.',
  'protect.done':
    '{cells} celler: {sensitive} känsliga, {secondary} dolda tillsammans med dem ({share} % dolda i allt; {suppressedMass} poster räknade i de celler som döljs med dem).',
  'protect.neverExact': 'Löfte: inget känsligt antal kan räknas ut.',
  'protect.width': 'Löfte: varje känsligt antal kan ha värden som ligger minst {width} isär.',
  'protect.bothAttackers':
    'Mot den som vet att antal är 0 eller mer, och den som också vet att ingen dold cell är tom.',
  'protect.oneAttacker': 'Mot den som vet att antal är 0 eller mer.',
  'protect.zerosSame':
    'Även tomma celler skyddas, så en dold cell kan vara tom: de två angriparna vet detsamma.',
  'protect.witnesses': 'Bevisat med {rows} vittnen, kontrollerade. Sökningen tog {seconds} s.',
  'protect.trueValues': 'Filen innehåller sanna värden: bara för analytiker, får inte lämnas vidare.',
  'protect.mustPublish':
    'Dessa celler måste visas men är själva känsliga: {cells}. Slå ihop ovanliga värden, nämn andra kolumner i --keep eller korsa färre kolumner.',
  'protect.unprotectable':
    'Inget sätt hittades att skydda känsliga celler, bland dem {cells}. Ingenting skrevs.',
  'protect.conflicting': 'Det finns ett om dessa inte måste visas: {cells} (--keep).',
  'protect.coarsen':
    'Gruppera en kolumn eller lämna en utanför (jamvikt plan-release visar vilken), sänk --width, eller använd --method cellkey.',
  'protect.badOption': 'Regeln {name} har ett värde som inte går att använda.',
  'protect.badFigure': 'Uppgifterna går inte ihop: {figure} vid {cell}.',
  'protect.notWith': '{name} går inte ihop med --method {method}.',
  'protect.noSecret':
    '--method cellkey behöver en hemlighet på minst 32 tecken i variabeln {name}. Behåll den lika länge som uppgifterna: en ny drar allt brus på nytt.',
  'protect.badNoise':
    '--noise och --variance går inte ihop med --threshold: {option} kan vara {least} till {most}.',
  'protect.badId': 'Posten på rad {row} i uppgifterna saknar identitet, eller har en annans (--id).',
  'protect.noise':
    'Varje cell av {cells} har brus på högst ±{most} (i genomsnitt ±{mean}); {unchanged} % är oförändrade. Samma grupp har alltid samma brus. Summor går inte ihop exakt.',
  'protect.rounded':
    '{cells} celler avrundade till multiplar av {base}; de går ihop. Största ändring {largest}, i genomsnitt {mean}; {beyond} celler ligger bortom närmaste multipel.',
  'protect.knownSeed':
    'Utan --seed är fröet 1, vilket alla vet: ange ett eget vid publicering, håll det hemligt och håll fast vid det.',
  'protect.roundedNotNext':
    'För några celler kan den som känner basen därför utesluta mer än inom en multipel: se största ändring.',
  'protect.notToVerify': 'Bara undertryckning har bevis med vittnen; detta anger metod och parametrar.',
  'verify.otherMethod':
    'Beviset gäller metoden {method}, som inte har vittnen: bara undertryckning kan kontrolleras.',
  'plan.table':
    '{cells} celler ur {records} poster, {sensitive} känsliga (antal under {threshold}). Högst {most} av cellerna får döljas.',
  'plan.tableZeros':
    '{cells} celler ur {records} poster, {sensitive} känsliga (antal under {threshold}, tomma inräknade). Högst {most} av cellerna får döljas.',
  'plan.none': 'Inget av det som prövades håller sig under gränsen; det som döljer minst står först.',
  'plan.column.rank': '#',
  'plan.column.hidden': 'döljs',
  'plan.column.detail': 'detalj',
  'plan.column.records': 'poster',
  'plan.column.cells': 'celler',
  'plan.column.sensitive': 'känsliga',
  'plan.column.changes': 'ändring',
  'plan.merged': 'Värdena behöver slås ihop i filen först; --json räknar upp dem.',
  'plan.figures':
    'Döljs: av cellerna. Detalj: hur mycket de visade cellerna säger om posterna (entropi över alla korsningar) mot hela tabellen utan dolda celler. Poster: de som ligger i visade innersta celler.',
  'plan.estimated':
    '≈ är uppskattat, på några procentenheter när, sämre där mer än två femtedelar döljs. Annat är mätt med en kort sökning eller räknat; jamvikt protect kan dölja något färre.',
  'plan.leftAside': '{count} ändringar prövades inte, för att tabellen är stor.',
  'plan.badShare': '--most-hidden är {value}; det ska vara procent mellan 0 och 100.',
  'plan.tooManyDimensions': '--dims nämner fler än {most} kolumner. Korsa färre.',
  'verify.badRow':
    '{file}, rad {row}: freq måste vara ett heltal och suppressed true eller false (freq får vara tomt där suppressed är true).',
  'verify.notJson': '{file} är inte JSON.',
  'verify.failed': 'INTE SKYDDAT som beviset säger: {file}.',
  'verify.holds':
    'Beviset håller: {cells} celler, {sensitive} känsliga och {secondary} dolda tillsammans med dem, {rows} vittnen kontrollerade.',
  'verify.rules': 'Regel: antal under {threshold} är känsliga; angripare {attackers}.',
  'verify.not-a-certificate':
    'Beviset går inte att använda: {where}. Det måste vara det interna, som jamvikt protect skrev det.',
  'verify.too-many-cells': 'Beviset gäller fler celler än som kan kontrolleras.',
  'verify.unknown-cell': 'Cellen {cell} finns inte i beviset.',
  'verify.cell-twice': 'Cellen {cell} står två gånger.',
  'verify.cells-differ':
    'Cellen {cell} visas eller döljs annorlunda än i beviset, eller med ett annat antal.',
  'verify.bad-figure':
    'Uppgifterna i {cell} går inte ihop: delar är inte det hela, eller bidrag inte beloppet.',
  'verify.notOfFile':
    'Beviset antar att celler utelämnats, är kända eller tomma till sin natur. Det gör aldrig det som jamvikt protect skriver: det kan inte borga för en fil.',
  'verify.trueValues':
    'OBS: filen innehåller antal i dolda celler. Den är bara för analytiker; lämna den inte vidare.',
  'verify.otherColumns': 'OBS: dessa kolumner kontrolleras inte och kan säga det som är dolt: {names}.',
  'verify.not-additive': 'Cellen {cell} är inte summan av sina delar.',
  'verify.sensitive-shown': 'Cellen {cell} är känslig enligt regeln, men visas.',
  'verify.must-publish-hidden': 'Cellen {cell} måste visas, men döljs.',
  'verify.empty-hidden': 'Cellen {cell} är tom och dold, fast ingen dold cell får vara tom.',
  'verify.sibling-shown': 'Cellen {cell} döljs eller visas utan den som hör till.',
  'verify.no-witness': 'Den känsliga cellen {cell} har inget vittne.',
  'verify.hash-differs': 'De publicerade cellerna är inte de som beviset gjordes för.',
  'verify.counts-differ': 'Beviset räknar cellerna annorlunda än de är.',
  'verify.witness-breaks-sum': 'Vittne {row} bryter en summa vid {cell}.',
  'verify.witness-moves-published': 'Vittne {row} ändrar en publicerad cell: {cell}.',
  'verify.witness-below-bound': 'Vittne {row} för {cell} under vad en angripare vet.',
  'verify.witness-too-narrow': 'Vittne {row} ändrar {cell} med mindre än löftet.',
  'verify.witness-uses-single': 'Vittne {row} vilar på en person som kan veta: {cell}.',
}
