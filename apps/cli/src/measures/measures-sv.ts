/** Texter för måtten på kommandoraden. */
export const measuresSwedish = {
  decomposeHelp: `jamvikt decompose FIL --outcome KOLUMN --group KOLUMN --a VÄRDE --x KOLUMN,KOLUMN … [val]

Delar skillnaden i medelvärde mellan två grupper (Oaxaca–Blinder): det som följer med egenskaperna och det som
inte gör det, tredelat och tvådelat med sex referenser, i sin helhet och för varje egenskap.

  --outcome KOLUMN   utfallet, ett tal
  --group KOLUMN     vem som hör till vilken grupp
  --a VÄRDE          grupp A; skillnaden är A minus B
  --b VÄRDE          grupp B; annars alla andra
  --x KOLUMN,…       egenskaperna: tal, eller ja och nej
  --dummies NAMN=KOLUMN+KOLUMN
                     0/1-kolumner som hör ihop och normeras, utan den utelämnade kategorin; kan upprepas
  --weights KOLUMN   vikter
  --log              räkna med logaritmen av utfallet
  --binary           utfallet är 0 eller 1: logistisk regression (Yun)
  --bootstrap R      medelfel ur R omdragningar, 50 eller fler; annars deltametoden
  --seed S           frö till omdragningarna; annars 1
  --sheet NAMN       bladet i en arbetsbok; annars det första ifyllda
  --json FIL         skriver alla tal som JSON
  --lang sv|en       språk

Rader där ett värde saknas i en kolumn som används räknas bort och redovisas.`,
  maihdaHelp: `jamvikt maihda FIL --n KOLUMN --factors KOLUMN,KOLUMN … (--mean KOLUMN --ss KOLUMN | --successes KOLUMN)

Intersektionell flernivåanalys (MAIHDA) ur en tabell med en rad per grupp (stratum).

  --n KOLUMN            antal personer i gruppen
  --mean KOLUMN         utfallets medelvärde i gruppen
  --ss KOLUMN           kvadratsumman kring gruppens eget medelvärde
  --successes KOLUMN    eller: antal med utfallet, för ett utfall som är ja eller nej
  --factors KOLUMN,…    egenskaperna som tillsammans gör gruppen
  --quadrature K        punkter i kvadraturen, 1–50; 1 är Laplace (bara med --successes)
  --bootstrap R         intervall för VPC och PCV ur R simuleringar, 50 eller fler
  --seed S              frö till simuleringarna; annars 1
  --sheet NAMN       bladet i en arbetsbok; annars det första ifyllda
  --json FIL            skriver alla tal som JSON
  --lang sv|en          språk`,
  segregationHelp: `jamvikt segregation FIL --unit KOLUMN (--group KOLUMN --n KOLUMN | --counts KOLUMN,KOLUMN …) [val]

Hur ojämnt grupper är fördelade över enheter: M och H (ömsesidig information), D, Karmel–MacLachlans IP, isolering.

  --unit KOLUMN        enheten: bransch, arbetsplats, skola
  --group KOLUMN       gruppen, med en rad för varje enhet och grupp
  --n KOLUMN           antalet
  --counts KOLUMN,…    eller: en kolumn med antal för varje grupp, med en rad för varje enhet
  --cluster KOLUMN     det som enheterna hör till, för segregation mellan och inom
  --a VÄRDE            gruppen som D gäller; annars båda av två, eller var och en mot övriga
  --b VÄRDE            den som den jämförs med; annars alla andra
  --bootstrap R        medelfel, intervall och korrigering för små tal ur R dragningar, 20 eller fler, och vad
                       slumpen ensam ger
  --seed S             frö till dragningarna; annars 1
  --sheet NAMN       bladet i en arbetsbok; annars det första ifyllda
  --json FIL           skriver alla tal som JSON
  --lang sv|en         språk`,
  precisionHelp: `jamvikt precision FIL --population KOLUMN --by KOLUMN,… --margin 0,05 [val]
jamvikt precision --compare 0,30/0,20 [val]

Hur många som ska tillfrågas i varje grupp för att varje grupps andel ska bli så säker som önskat, eller hur många
svar som behövs i två grupper för att en skillnad ska synas.

  --population KOLUMN    hur många som finns i gruppen; rader för samma grupp läggs ihop
  --by KOLUMN,…          det som tillsammans gör gruppen
  --margin M             önskad felmarginal: 0,05 eller 5 %
  --share P              väntad andel; annars 0,5, som kräver flest
  --confidence C         annars 0,95
  --response-rate R      andel som väntas svara; annars alla
  --design-effect D      vad vikter och kluster kostar; annars 1
  --compare A/B          andelarna i två lika stora grupper
  --power S              chans att skillnaden syns; annars 0,8
  --alpha A              risk för falskt larm; annars 0,05
  --sheet NAMN       bladet i en arbetsbok; annars det första ifyllda
  --json FIL             skriver alla tal som JSON
  --lang sv|en           språk`,
  'measure.unprotected':
    'Sanna siffror utan skydd, bara för den som får se filen. Ingenting här är prövat för publicering.',
  'measure.usedTwice': 'Kolumnen {name} är angiven för två saker.',
  'measure.row': 'rad {row}',
  'decompose.sameGroup': '--a och --b är samma grupp, {value}.',
  'decompose.caseDiffers':
    '{column} har både {value} och {other}, som bara skiljer sig i skiftläge. Skriv dem lika, eller ange den andra gruppen med --b.',
  'maihda.noQuadrature': '--quadrature hör till --successes.',
  'measure.noSheet': '{file} har inget blad {sheet}. Där finns: {sheets}.',
  'measure.noFile': '{file} finns inte, eller är ingen fil som går att öppna.',
  'measure.columnsAre': 'Kolumnerna är: {names}.',
  'measure.columnsOfSheet':
    'Bladet som lästes är {sheet}, med kolumnerna: {names}. Rubrikerna ska stå i bladets första ifyllda rad.',
  'measure.otherSheets': 'Andra blad: {sheets}. Välj ett med --sheet.',
  'decompose.intercept': '(konstant)',
  'decompose.base': '(utelämnad kategori)',
  'decompose.groups':
    '{a}: {rowsA} rader, medelvärde {meanA}. {b}: {rowsB} rader, medelvärde {meanB}. Skillnad {gap}.',
  'decompose.ratio': 'Utfallet är logaritmerat: skillnaden motsvarar {ratio}.',
  'decompose.few': 'Minst en grupp har färre än 100 rader: läs delarna med stor försiktighet.',
  'maihda.few':
    'Färre än 20 grupper: variansen mellan dem är knappt känd, så läs VPC och PCV med stor försiktighet.',
  'maihda.sameGroup':
    '{place}: en tidigare rad har samma {factors}. Lägg till egenskapen som skiljer dem i --factors, eller summera tabellen.',
  'segregation.dOf': 'D {group} mot {against}',
  'measure.optionMissing': '{name} saknas.',
  'measure.badWhole': '{name} ska vara ett heltal från {least} och uppåt, inte {value}.',
  'measure.columnUnknown': '{file}: det finns ingen kolumn {name}.',
  'measure.badRow':
    '{file}, rad {row}: raden har fler eller färre fält än rubrikraden. Står det decimalkomman i en fil med kommatecken mellan fälten? Spara den med semikolon.',
  'measure.unreadable': '{file}, rad {row}, {column}: värdet går inte att läsa som tal eller text.',
  'measure.noRows': '{file}: ingen rad har värden i alla kolumner som används.',
  'measure.notANumber':
    '{file}, rad {row}, {column}: ”{value}” är inget tal. Saknas värdet, lämna rutan tom; är det en kategori, gör 0/1-kolumner av den och ange dem med --dummies.',
  'measure.numberUnclear':
    '{file}, rad {row}, {column}: ”{value}” kan vara ett tusental eller ett decimaltal. Skriv det utan tusentalstecken, och med decimaler på samma sätt i hela filen.',
  'measure.numbersMixed':
    '{file}, rad {row}, {column}: ”{value}” skriver decimaler på ett annat sätt än raderna före.',
  'measure.refused': '{culprit}: {text}',
  'measure.place': 'rad {row}, {column}',
  'measure.rows': '{rows} rader räknade, {dropped} utan värde i en kolumn som används.',
  'measure.more': '… och {count} grupper till; --json skriver alla.',
  'measure.to': 'till',
  'column.model': 'Modell',
  'column.method': 'Metod',
  'column.between': 'Mellan',
  'column.inside': 'Inom',
  'column.observed': 'Observerat',
  'column.expected': 'Väntat',
  'column.residual': 'Avvikelse',
  'column.variable': 'Egenskap',
  'column.part': 'Del',
  'column.se': 'Medelfel',
  'column.reference': 'Referens',
  'column.explained': 'Följer med',
  'column.unexplained': 'Följer inte',
  'refusal.empty': 'här finns inget att räkna på',
  'refusal.empty-group': 'gruppen är tom',
  'refusal.not-finite': 'talet saknas eller är oändligt',
  'refusal.negative': 'talet är negativt',
  'refusal.not-whole': 'talet är inte ett heltal',
  'refusal.out-of-range': 'talet ligger utanför det möjliga',
  'refusal.successes-above-n': 'fler har utfallet än vad som finns i gruppen',
  'refusal.unequal-length': 'kolumnerna är olika långa',
  'refusal.duplicate': 'det står mer än en gång',
  'refusal.unknown-name': 'namnet finns inte',
  'refusal.unbalanced': 'uppgifterna passar inte ihop',
  'refusal.all-zero': 'allt är noll',
  'refusal.zero-weights': 'alla vikter är noll',
  'refusal.too-few': 'det är för få för att räkna på',
  'refusal.too-many': 'det är för många att räkna på',
  'refusal.no-variance': 'värdena varierar inte',
  'refusal.collinear':
    'den är konstant eller följer helt av de andra; ta bort en av dem. Av 0/1-kolumner för samma sak ska en kategori utelämnas',
  'refusal.separated': 'alla eller ingen har utfallet där, så ett ändligt värde finns inte',
  'refusal.undefined': 'måttet finns inte för de här talen',
  'refusal.not-converged': 'sökandet slutade utan svar',
  'decompose.title': 'Uppdelning av skillnaden i {outcome}: {a} minus {b}, {file}',
  'decompose.titleRates': 'Uppdelning av skillnaden i andel med {outcome}: {a} minus {b}, {file} (Yun)',
  'decompose.otherGroups': '{rows} rader hör till andra grupper och är inte med.',
  'decompose.delta': 'Medelfel med deltametoden.',
  'decompose.bootstrap': 'Medelfel ur {draws} omdragningar, {failed} utan lösning.',
  'decompose.threefold': 'Tredelat',
  'decompose.twofold': 'Tvådelat',
  'decompose.endowments': 'Egenskaper',
  'decompose.coefficients': 'Koefficienter',
  'decompose.interaction': 'Samspel',
  'decompose.reference.a': 'koefficienter för {a}',
  'decompose.reference.b': 'koefficienter för {b}',
  'decompose.reference.equal': 'medel av båda',
  'decompose.reference.size': 'vägda med antal',
  'decompose.reference.pooled': 'gemensamma (Neumark)',
  'decompose.reference.pooled-with-group': 'gemensamma med grupp (Jann)',
  'decompose.badDummies': '--dummies ska skrivas NAMN=KOLUMN+KOLUMN, en gång för varje namn, inte {value}.',
  'decompose.logBinary': '--log och --binary går inte ihop.',
  'decompose.groupUnknown': '{column} har inget värde {value}. Där finns: {known}.',
  'decompose.oneGroup': '{column} har bara ett värde, så det finns inga två grupper.',
  'decompose.logNeedsPositive': 'Rad {row}, {column}: logaritmen kräver ett tal större än noll.',
  'decompose.inGroup': '{column} bland {group}',
  'maihda.outcome': 'Ange antingen --mean och --ss eller --successes.',
  'maihda.title': 'Intersektionell flernivåanalys av {file}',
  'maihda.empty': '{count} grupper utan personer är inte med.',
  'maihda.null': 'tom',
  'maihda.main': 'egenskaper var för sig',
  'maihda.method.reml': 'REML',
  'maihda.method.ml': 'ML',
  'maihda.method.laplace': 'Laplace',
  'maihda.method.quadrature': 'kvadratur',
  'maihda.pcvBoth': 'PCV (minskning av variansen mellan grupper): {reml} med REML, {ml} med ML.',
  'maihda.pcv': 'PCV (minskning av variansen mellan grupper): {ml}.',
  'maihda.odds': 'Medianoddskvot {mor}, {morMain} sedan egenskaperna räknats med. AUC {auc}.',
  'maihda.bootstrap':
    'Intervall ur {draws} simuleringar: VPC {vpc}, sedan egenskaperna räknats med {main}, PCV {pcv}.',
  'maihda.strata': 'Grupperna, störst avvikelse i förhållande till sin osäkerhet först',
  'maihda.flag.higher': 'högre',
  'maihda.flag.lower': 'lägre',
  'maihda.flag.notShown': 'otillräckligt underlag',
  'column.measure': 'Mått',
  'column.value': 'Värde',
  'column.corrected': 'Korrigerat',
  'column.chance': 'Av slump',
  'column.share': 'Andel',
  'column.isolation': 'Isolering',
  'column.local': 'Bidrag (ls)',
  'column.cluster': 'Område',
  'column.population': 'Finns',
  'column.needed': 'Svar som behövs',
  'column.asked': 'Tillfrågas',
  'column.answers': 'Väntade svar',
  'column.margin': 'Felmarginal (procentenheter)',
  'segregation.layout': 'Ange antingen --group och --n eller --counts.',
  'segregation.bNeedsA': '--b kräver --a.',
  'segregation.title': 'Segregation i {file}',
  'segregation.size': '{units} enheter, {groups} grupper, {total} personer.',
  'segregation.empty': 'Utan personer och därför inte med: {names}.',
  'segregation.others': 'övriga',
  'segregation.between': 'mellan områden',
  'segregation.within': 'inom områden',
  'precision.fileOrCompare': 'Ange antingen en fil eller --compare.',
  'precision.badNumber': '{name} ska ligga mellan {low} och {high}, inte {value}. Skriv 0,05 eller 5 %.',
  'precision.badCompare':
    '--compare ska vara två olika andelar mellan 0 och 1 med snedstreck emellan, till exempel 0,30/0,20, inte {value}.',
  'precision.badPower': '--power ska vara större än halva --alpha.',
  'precision.tooClose': 'Andelarna ligger för nära varandra.',
  'precision.comparison':
    'För att visa skillnaden mellan {first} och {second} behövs {perGroup} svar i varje grupp; {asked} ska tillfrågas. Chansen att den syns är då {power}, vid {alpha} risk för falskt larm. Det gäller en jämförelse för sig.',
  'precision.title': 'Plan för precision, befolkning ur {file}',
  'precision.dropped': '{rows} rader utan värde i en kolumn som används är inte med.',
  'precision.empty': 'Grupper utan personer, inte med: {groups}.',
  'precision.census': 'alla tillfrågas',
  'precision.notReached': 'räcker inte: alla tillfrågas, men för få väntas svara',
}
