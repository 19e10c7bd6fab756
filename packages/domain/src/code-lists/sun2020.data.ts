// Source: Statistics Sweden (SCB), as gathered in adamaltmejd/registry-research-toolkit (MIT), commit dcaff9db.
// Rows are `code|name`; without a name, that of the code one character shorter.

/** SUN 2020, level of education. */
export const SUN2020_LEVEL_ROWS = `
0|Förskoleutbildning
00
000|Övrig förskoleutbildning
001|Förskola
002|Förskoleklass
1|Förgymnasial utbildning, kortare än 9 år
10|Förgymnasial utbildning kortare än 9 år
100|Övrig förgymnasial utbildning, kortare än 9 år
102|Grundskoleutbildning, årskurs 1–6
106|Folkskoleutbildning
2|Förgymnasial utbildning, 9 (10) år
20
200|Övrig förgymnasial utbildning, 9 (10) år
204|Realskoleutbildning
206|Grundskoleutbildning, årskurs 7–9 (10)
3|Gymnasial utbildning
31|Gymnasial utbildning, kortare än 2 år
310|Övrig gymnasial utbildning, kortare än 2 år
312|Gymnasial utbildning, studieförberedande, ej examen, kortare än 2 år
313|Gymnasial utbildning, yrkesinriktad, ej examen, kortare än 2 år
316|Gymnasial utbildning, studieförberedande, kortare än 2 år
317|Gymnasial utbildning, yrkesinriktad, kortare än 2 år
32|Gymnasial utbildning, 2 år
320|Övrig gymnasial utbildning, 2 år
322|Gymnasial utbildning, studieförberedande, ej examen, 2 år
323|Gymnasial utbildning, yrkesinriktad, ej examen, 2 år
326|Gymnasial utbildning, studieförberedande, 2 år
327|Gymnasial utbildning, yrkesinriktad, 2 år
33|Gymnasial utbildning, 3 år
330|Övrig gymnasial utbildning, 3 år
332|Gymnasial utbildning, studieförberedande, ej examen, 3 år
333|Gymnasial utbildning, yrkesinriktad, ej examen, 3 år
336|Gymnasial utbildning, studieförberedande, 3 år
337|Gymnasial utbildning, yrkesinriktad, 3 år
4|Eftergymnasial utbildning, kortare än 2 år
41
410|Övrig eftergymnasial utbildning, kortare än 2 år
412|Högskoleutbildning, minst 30 högskolepoäng, ej examen, kortare än 2 år
413|Gymnasial påbyggnadsutbildning, kortare än 2 år
415|Eftergymnasial utbildning, ej vid universitet och högskola, yrkesinriktad, kortare än 2 år
417|Högskoleutbildning, yrkesinriktad, kortare än 2 år
5|Eftergymnasial utbildning, minst 2 år
52|Eftergymnasial utbildning, 2 år
520|Övrig eftergymnasial utbildning, 2 år
522|Högskoleutbildning, 120 högskolepoäng, ej examen, 2 år
525|Eftergymnasial utbildning, ej vid universitet och högskola, yrkesinriktad, 2 år
526|Högskoleutbildning, generell, 2 år
527|Högskoleutbildning, yrkesinriktad, 2 år
53|Eftergymnasial utbildning, 3 år
530|Övrig eftergymnasial utbildning, 3 år
532|Högskoleutbildning, minst 180 högskolepoäng, ej examen, 3 år
535|Eftergymnasial utbildning, ej vid universitet och högskola, yrkesinriktad, 3 år
536|Högskoleutbildning, generell, 3 år
537|Högskoleutbildning, yrkesinriktad, 3 år
54|Eftergymnasial utbildning, 4 år
540|Övrig eftergymnasial utbildning, 4 år
545|Eftergymnasial utbildning, ej vid universitet och högskola, yrkesinriktad, 4 år
546|Högskoleutbildning, generell, 4 år
547|Högskoleutbildning, yrkesinriktad, 4 år
55|Eftergymnasial utbildning, 5 år eller längre
550|Övrig eftergymnasial utbildning, 5 år eller längre
555|Eftergymnasial utbildning, ej vid universitet och högskola, yrkesinriktad, 5 år
556|Högskoleutbildning, generell, 5 år eller längre
557|Högskoleutbildning, yrkesinriktad, 5 år eller längre
6|Forskarutbildning
60|Övrig forskarutbildning
600
62|Licentiatutbildning
620
64|Doktorsutbildning
640`

/** SUN 2020, field of education. */
export const SUN2020_FIELD_ROWS = `
0|Allmän utbildning
01|Bred, generell utbildning
010
010a|Bred, generell utbildning, allmän inriktning
010b|Bred, generell utbildning, samhällsvetenskaplig och humanistisk inriktning
010c|Bred, generell utbildning, naturvetenskaplig inriktning
010x|Bred, generell utbildning, annan inriktning
08|Läs- och skrivinlärning för vuxna
080
080z
09|Personlig utveckling
090
090z
1|Pedagogik och lärarutbildning
14
140|Pedagogik och lärarutbildning, allmän utbildning
140z
142|Pedagogik
142z
143|Lärarutbildning för förskola och fritidsverksamhet
143a|Lärarutbildning, förskola
143b|Lärarutbildning, fritidsverksamhet
143x|Annan lärarutbildning för förskola och fritidsverksamhet
144|Lärarutbildning för grundskolans tidiga åldrar
144a|Lärarutbildning, grundskolans tidiga åldrar, allmän ämnesinriktning
144b|Lärarutbildning, grundskolans tidiga åldrar, matematik och naturorienterande ämnen
144c|Lärarutbildning, grundskolans tidiga åldrar, svenska och samhällsorienterade ämnen
144d|Lärarutbildning, grundskolans tidiga åldrar, praktisk-estetiska ämnen
144x|Annan lärarutbildning för grundskolans tidiga åldrar
145|Ämneslärarutbildning
145a|Ämneslärarutbildning, matematik, data, naturvetenskap och teknik
145b|Ämneslärarutbildning, historia, samhällsvetenskap och företagsekonomi
145c|Ämneslärarutbildning, språk
145d|Ämneslärarutbildning, matematik, data, naturvetenskap och teknik i kombination med historia, samhällsvetenskap och företagsekonomi
145e|Ämneslärarutbildning, matematik, data, naturvetenskap och teknik i kombination med språk
145f|Ämneslärarutbildning, historia, samhällsvetenskap och företagsekonomi i kombination med språk
145g|Ämneslärarutbildning, matematik, data, naturvetenskap och teknik i kombination med praktisk-estetiska ämnen
145h|Ämneslärarutbildning, historia, samhällsvetenskap och företagsekonomi i kombination med praktisk-estetiska ämnen
145i|Ämneslärarutbildning, språk, i kombination med praktisk-estetiska ämnen
145x|Annan ämneslärarutbildning
146|Lärarutbildning i yrkesämne och praktisk-estetiska ämnen
146a|Lärarutbildning, industri och hantverk
146b|Lärarutbildning, handel och administration
146c|Lärarutbildning, hotell och restaurang
146d|Lärarutbildning, naturbruk
146e|Lärarutbildning, vård och omsorg
146f|Lärarutbildning, medieproduktion
146g|Lärarutbildning, musik
146h|Lärarutbildning, bild och formkonst
146i|Lärarutbildning, dans och teater
146j|Lärarutbildning, trä- och metallslöjd samt textilslöjd
146k|Lärarutbildning, idrott och hälsa
146l|Lärarutbildning, hem- och konsumentkunskap
146x|Lärarutbildning i annat yrkesämne och praktisk-estetiska ämnen
149|Pedagogik och lärarutbildning, övrig och ospecificerad utbildning
149a|Specialpedagogutbildning
149b|Modersmålslärarutbildning
149c|Skolledarutbildning
149d|Speciallärarutbildning
149x|Annan utbildning inom pedagogik och lärarutbildning
2|Humaniora och konst
21|Konst och media
210|Konst och media, allmän utbildning
210z
211|Bild- och formkonst
211a|Bild- och formkonstnärlig utbildning
211b|Konstvetenskap och konsthistoria
211x|Annan utbildning inom bild- och formkonst
212|Musik, dans och dramatik
212a|Musik
212b|Dans, teater och dramatik
212c|Musik-, dans-, film- och teatervetenskap samt -historia
212x|Annan utbildning inom musik, dans och dramatik
213|Medieproduktion
213a|Medieproduktion, allmän utbildning
213b|Film-, radio- och tv-produktion
213c|Grafisk teknik
213d|Grafisk design och foto
213x|Annan utbildning inom medieproduktion
214|Formgivning
214a|Modedesign
214b|Inredningsarkitektur och inredningsdesign
214c|Industri- och produktdesign
214x|Annan utbildning inom formgivning
215|Konsthantverk
215z
219|Konst och media, övrig och ospecificerad utbildning
219z
22|Humaniora
220|Humaniora, allmän utbildning
220z
221|Religion
221a|Religionsvetenskap och teologi
221b|Pastors-, missionärs- och diakonutbildning
221x|Annan utbildning i religion
222|Främmande språk och språkvetenskap
222a|Allmän språkkunskap och allmänt språkliga utbildningar
222b|Engelska
222c|Tyska
222d|Franska
222e|Spanska
222f|Ryska
222g|Svenska som främmande språk
222h|Arabiska
222i|Kinesiska
222j|Japanska
222k|Översättning och tolkning
222x|Annan utbildning i främmande språk
223|Svenska och litteraturvetenskap
223a|Svenska och nordiska språk
223b|Svenska minoritetsspråk
223c|Modersmålsutbildning och teckenspråk
223d|Litteraturvetenskap och litteraturhistoria
223x|Annan utbildning i svenska och litteraturvetenskap
225|Historia och arkeologi
225a|Historia
225b|Arkeologi
225c|Kulturvård, kulturadministration och museivetenskap
225x|Annan utbildning inom historia och arkeologi
226|Filosofi och logik
226z
229|Humaniora, övrig och ospecificerad utbildning
229z
3|Samhällsvetenskap, juridik, handel, administration
31|Samhälls- och beteendevetenskap
310|Samhälls- och beteendevetenskap, allmän utbildning
310a|Beteendevetenskap, allmän utbildning
310b|Samhällsvetenskap, allmän utbildning
310x|Annan bred utbildning i samhälls- och beteendevetenskap
311|Psykologi
311a|Psykologutbildning
311b|Psykologutbildning, inklusive fullgjord praktiktjänstgöring (PTP)
311c|Psykoterapeututbildning
311x|Annan utbildning i psykologi
312|Sociologi, etnologi och kulturgeografi
312a|Sociologi
312b|Socialantropologi och etnologi
312c|Kultur- och samhällsgeografi
312x|Annan utbildning i sociologi, etnologi och kulturgeografi
313|Statsvetenskap
313z
314|Nationalekonomi och ekonomisk historia
314a|Nationalekonomi
314b|Ekonomisk historia
314x|Annan utbildning i nationalekonomi och ekonomisk historia
319|Samhälls- och beteendevetenskap, övrig och ospecificerad utbildning
319z
32|Journalistik och information
320|Journalistik och information, allmän utbildning
320z
321|Journalistik och medievetenskap
321a|Journalistik
321b|Medie- och kommunikationsvetenskap
321x|Annan utbildning i journalistik och medievetenskap
322|Biblioteks- och dokumentationsvetenskap
322a|Bibliotekarieutbildning samt biblioteks- och informationsvetenskap
322b|Dokumentations- och informationsvetenskap
322x|Annan utbildning i biblioteks- och dokumentationsvetenskap
329|Journalistik och information, övrig och ospecificerad utbildning
329z
34|Företagsekonomi, handel och administration
340|Företagsekonomi, handel och administration, allmän utbildning
340a|Företagsekonomi, allmän utbildning
340b|Företagsekonomi, finansiering
340c|Företagsekonomi, marknadsföring
340d|Företagsekonomi, organisation och management
340e|Företagsekonomi, redovisning
340f|Företagsekonomi, annan inriktning
340g|Handel och administration
340x|Annan bred utbildning i företagsekonomi, handel och administration
341|Inköp, försäljning och distribution
341z
342|Marknadsföring
342z
343|Bank, försäkring och finansiering
343z
344|Redovisning och beskattning
344z
345|Ledning och administration
345a|Ledarskap, organisation och styrning
345b|Administration och förvaltning
345c|Personal- och löneadministration
345x|Annan utbildning i ledning och administration
346|Kontorsservice och sekreterartjänster
346a|Utbildning till medicinsk sekreterare
346x|Annan utbildning i kontorsservice och sekreterartjänster
347|Arbetsplatsrelaterad utbildning
347z
349|Företagsekonomi, handel och administration, övrig och ospecificerad utbildning
349z
38|Juridik och rättsvetenskap
380
380a|Juristutbildning (juristexamen)
380b|Juristutbildning (juristexamen), inklusive fullgjord notarietjänstgöring
380c|Rättsvetenskaplig utbildning
380x|Annan utbildning i juridik och rättsvetenskap
4|Naturvetenskap, matematik och informations- och kommunikationsteknik (IKT)
42|Biologi och miljövetenskap
420|Biologi och miljövetenskap, allmän utbildning
420z
421|Biologi och biokemi
421a|Biologi
421b|Biokemi, toxikologi, farmakologi och nutrition
421x|Annan utbildning i biologi och biokemi
422|Miljövetenskap
422z
423|Miljövård och miljöskydd
423z
424|Naturvård och djurskydd
424z
429|Biologi och miljövetenskap, övrig och ospecificerad utbildning
429z
44|Fysik, kemi och geovetenskap
440|Fysik, kemi och geovetenskap, allmän utbildning
440z
441|Fysik
441z
442|Kemi
442z
443|Geovetenskap och naturgeografi
443z
449|Fysik, kemi och geovetenskap, övrig och ospecificerad utbildning
449z
46|Matematik och övrig naturvetenskap
460|Matematik och naturvetenskap, allmän utbildning
460z
461|Matematik
461z
462|Statistik
462z
469|Matematik och naturvetenskap, övrig och ospecificerad utbildning
469z
48|Informations- och kommunikationsteknik (IKT)
480|Informations- och kommunikationsteknik (IKT), allmän utbildning
480z
481|Datavetenskap och systemvetenskap
481a|Systemutveckling och programmering
481b|Datavetenskap
481x|Annan utbildning inom datavetenskap och systemvetenskap
482|Datoranvändning
482z
489|Informations- och kommunikationsteknik (IKT), övrig och ospecificerad utbildning
489z
5|Teknik och tillverkning
52|Teknik och teknisk industri
520|Teknik och teknisk industri, allmän utbildning
520a|Civilingenjörsutbildning, generell teknik och teknisk fysik
520b|Ingenjörsutbildning, generell teknik och teknisk fysik
520x|Annan bred utbildning i teknik och teknisk industri
521|Maskinteknik och verkstadsteknik
521a|Civilingenjörsutbildning, maskinteknik
521b|Ingenjörsutbildning, maskinteknik
521c|Industri och verkstadsteknik
521x|Annan utbildning i maskinteknik och verkstadsteknik
522|Energi- och elektroteknik
522a|Civilingenjörsutbildning, energi- och elektroteknik
522b|Ingenjörsutbildning, energi- och elektroteknik
522c|Elektrisk installation och elmekanik
522d|Energi, drift och underhåll
522x|Annan utbildning i energi- och elektroteknik
523|Elektronik, datateknik och automation
523a|Civilingenjörsutbildning, datateknik
523b|Civilingenjörsutbildning, automation och elektronik
523c|Ingenjörsutbildning, datateknik
523d|Ingenjörsutbildning, automation och elektronik
523e|Elektronik-, tele- och datatekniskt arbete
523f|Automation
523x|Annan utbildning i elektronik, datateknik och automation
524|Kemi- och bioteknik
524a|Civilingenjörsutbildning, kemi- och bioteknik
524b|Ingenjörsutbildning, kemi- och bioteknik
524c|Laboratorieteknik
524d|Processindustriteknik
524x|Annan utbildning i kemi- och bioteknik
525|Fordons- och farkostteknik
525a|Civilingenjörsutbildning, fordons- och farkostteknik
525b|Ingenjörsutbildning, fordons- och farkostteknik
525c|Fordonsteknik
525d|Fartygs- och flygteknik
525x|Annan utbildning i fordons- och farkostteknik
526|Industriell ekonomi och organisation
526a|Civilingenjörsutbildning, industriell ekonomi och organisation
526b|Ingenjörsutbildning, industriell ekonomi och organisation
526x|Annan utbildning i industriell ekonomi och organisation
527|Miljöteknik och miljökontroll
527a|Civilingenjörsutbildning, miljöteknik
527b|Ingenjörsutbildning, miljöteknik
527x|Annan utbildning i miljöteknik och miljökontroll
529|Teknik och teknisk industri, övrig och ospecificerad utbildning
529a|Civilingenjörsutbildning, övrig och ospecificerad utbildning
529b|Ingenjörsutbildning, övrig och ospecificerad utbildning
529x|Annan utbildning inom teknik och teknisk industri
54|Material och tillverkning
540|Material och tillverkning, allmän utbildning
540a|Civilingenjörsutbildning, materialteknik
540b|Ingenjörsutbildning, materialteknik
540x|Annan bred utbildning i material och tillverkning
541|Tillverkning och hantering av livsmedel
541a|Civilingenjörsutbildning, livsmedel
541b|Ingenjörsutbildning, livsmedel
541c|Tillverkning och hantering av livsmedel, allmän utbildning
541d|Kött och charkuteri
541e|Bageri och konditori
541x|Annan utbildning i tillverkning och hantering av livsmedel
542|Tillverkning av textilier, konfektion och lädervaror
542a|Civilingenjörsutbildning, textilteknologi
542b|Ingenjörsutbildning, textilteknologi
542c|Tillverkning av textilier och konfektion
542d|Sko- och läderarbete
542x|Annan utbildning inom textilier, konfektion och läder
543|Tillverkning av produkter av trä, papper, glas, porslin och plast
543a|Civilingenjörsutbildning, trä, papper, glas, porslin och plast
543b|Ingenjörsutbildning, trä, papper, glas, porslin och plast
543c|Trätekniskt arbete
543d|Pappersmassa- och papperstillverkning
543e|Glas- och porslinstillverkning
543f|Tillverkning av plast- och gummiprodukter
543x|Annan utbildning i tillverkning i specifikt material
544|Berg- och mineralteknik
544a|Civilingenjörsutbildning, berg- och mineralteknik
544b|Ingenjörsutbildning, berg- och mineralteknik
544c|Gruv- och järnbruksarbete
544x|Annan utbildning inom berg- och mineralteknik
549|Material och tillverkning, övrig och ospecificerad utbildning
549z
58|Samhällsbyggnad och byggnadsteknik
580|Samhällsbyggnad och byggnadsteknik, allmän utbildning
580a|Civilingenjörsutbildning, bred inriktning mot byggande
580b|Ingenjörsutbildning, bred inriktning mot byggande
580x|Annan bred utbildning inom samhällsbyggnad och byggnadsteknik
581|Samhällsbyggnad och arkitektur
581a|Civilingenjörsutbildning, samhällsbyggnad och samhällsmiljö
581b|Ingenjörsutbildning, samhällsbyggnad och samhällsmiljö
581c|Arkitektutbildning
581d|Landskapsarkitektutbildning
581e|Landskapsingenjörsutbildning
581x|Annan utbildning inom samhällsbyggnad och arkitektur
582|Byggnadsteknik och anläggningsteknik
582a|Civilingenjörsutbildning, byggnadsteknik
582b|Ingenjörsutbildning, byggnadsteknik
582c|Byggnadsarbete, allmän utbildning
582d|Byggnadssnickeri
582e|Måleri
582f|VVS-utbildning
582g|Betong-, anläggnings- och vägarbete
582h|Murarutbildning
582i|Plåtslageri
582x|Annan utbildning inom byggnads- och anläggningsteknik
589|Samhällsbyggnad och byggnadsteknik, övrig och ospecificerad utbildning
589z
6|Lant- och skogsbruk samt djursjukvård
62|Lantbruk, trädgård, skog och fiske
620|Lantbruk, trädgård, skog och fiske, allmän utbildning
620z
621|Lantbruk
621a|Agronomutbildning
621b|Lantmästarutbildning
621c|Utbildning i lantbruk
621d|Utbildning i jordbruk
621e|Utbildning i djurhållning
621f|Utbildning i hästhållning
621g|Utbildning i djurvård
621x|Annan utbildning inom lantbruk
622|Trädgård
622a|Hortonomutbildning
622b|Trädgårdsingenjörs- och trädgårdsteknikerutbildning
622c|Utbildning i trädgårdsbruk
622x|Annan utbildning inom trädgård
623|Skog
623a|Jägmästar- och skogsvetarutbildning
623b|Skogsmästar-, skogstekniker- och skogsingenjörsutbildning
623c|Utbildning i skogsbruk
623x|Annan utbildning inom skog
624|Fiske och vattenbruk
624z
629|Lantbruk, trädgård, skog och fiske, övrig och ospecificerad utbildning
629z
64|Djursjukvård
640
640a|Veterinärutbildning
640b|Djursjukskötarutbildning
640x|Annan utbildning inom djursjukvård
7|Hälso- och sjukvård samt social omsorg
72|Hälso- och sjukvård
720|Hälso- och sjukvård, allmän utbildning
720z
721|Medicin
721a|Läkarutbildning
721b|Läkarutbildning, inklusive fullgjord allmäntjänstgöring (AT)
721c|Läkarutbildning, kirurgiska specialiteter
721d|Läkarutbildning, invärtesmedicinska specialiteter
721e|Läkarutbildning, barn- och ungdomsmedicinska specialiteter
721f|Läkarutbildning, enskilda basspecialiteter, exklusive allmänmedicin
721g|Läkarutbildning, allmänmedicin
721h|Läkarutbildning, psykiatriska specialiteter
721i|Läkarutbildning, bild- och funktionsmedicinska specialiteter
721j|Läkarutbildning, laboratoriemedicinska specialiteter
721k|Läkarutbildning, neurologiska specialiteter
721l|Läkarutbildning, tilläggsspecialiteter
721m|Läkarutbildning, annan specialistkompetens
721x|Annan utbildning inom medicin
723|Omvårdnad
723a|Sjuksköterskeutbildning, grundutbildning
723b|Specialistsjuksköterskeutbildning, ambulanssjukvård
723c|Specialistsjuksköterskeutbildning, anestesisjukvård
723d|Specialistsjuksköterskeutbildning, intensivvård
723e|Specialistsjuksköterskeutbildning, operationssjukvård
723f|Specialistsjuksköterskeutbildning, kirurgisk vård
723g|Specialistsjuksköterskeutbildning, medicinsk vård
723h|Specialistsjuksköterskeutbildning, distriktssköterska
723i|Specialistsjuksköterskeutbildning, barn och ungdom
723j|Specialistsjuksköterskeutbildning, onkologisk vård
723k|Specialistsjuksköterskeutbildning, psykiatrisk vård
723l|Specialistsjuksköterskeutbildning, vård av äldre
723m|Specialistsjuksköterskeutbildning, öppen och annan inriktning
723n|Barnmorskeutbildning
723o|Annan omvårdnadsutbildning, allmän vård och omsorg
723p|Annan omvårdnadsutbildning, sjukvård
723q|Annan omvårdnadsutbildning, psykiatrisk vård
723r|Annan omvårdnadsutbildning, äldreomsorg
723s|Annan omvårdnadsutbildning, psykiskt funktionsnedsatta
723t|Annan omvårdnadsutbildning, funktionsnedsatta
723u|Annan omvårdnadsutbildning, övriga inriktningar
723x|Annan utbildning inom omvårdnad
724|Tandvård
724a|Tandläkarutbildning
724b|Tandläkarutbildning, specialiteter för barn och ungdomar
724c|Tandläkarutbildning, specialiteter för vuxna
724d|Tandhygienistutbildning
724e|Tandsköterskeutbildning
724f|Tandteknikerutbildning
724x|Annan utbildning inom tandvård
725|Tekniskt inriktad vårdutbildning
725a|Optikerutbildning
725b|Audionomutbildning
725c|Ortopedingenjörsutbildning
725d|Biomedicinsk analytikerutbildning
725e|Sjukhusfysikerutbildning
725f|Röntgensjuksköterskeutbildning
725x|Annan tekniskt inriktad vårdutbildning
726|Terapi, rehabilitering och kostbehandling
726a|Fysioterapeututbildning
726b|Arbetsterapeututbildning
726c|Logopedutbildning
726d|Dietistutbildning
726e|Kiropraktorutbildning
726f|Naprapatutbildning
726x|Annan utbildning inom terapi, rehabilitering och kostbehandling
727|Farmaci
727a|Apotekarutbildning
727b|Receptarieutbildning
727x|Annan utbildning inom farmaci
729|Hälso- och sjukvård, övrig och ospecificerad utbildning
729z
76|Socialt arbete och omsorg
760|Socialt arbete och socialt omsorgsarbete, allmän utbildning
760z
761|Barn och ungdom
761a|Barn och ungdom, allmän utbildning
761b|Barnomsorg
761c|Fritidsverksamhet för barn och ungdom
761x|Annan utbildning inom barn och ungdom
762|Socialt arbete
762a|Socialt omsorgsarbete, allmän utbildning
762b|Social omsorgsutbildning, äldre och funktionsnedsatta
762c|Social omsorgsutbildning, socialpedagogisk behandling
762d|Socionomutbildning
762e|Hälso- och sjukvårdskuratorutbildning
762f|Studie- och yrkesvägledarutbildning
762x|Annan utbildning inom socialt arbete
769|Socialt arbete och socialt omsorgsarbete, övrig och ospecificerad utbildning
769z
8|Tjänster
81|Personliga tjänster
810|Personliga tjänster, allmän utbildning
810z
811|Hotell, restaurang och storhushåll
811a|Hotell, restaurang och storhushåll, allmän utbildning
811b|Utbildning för hotell
811c|Utbildning för restaurang
811d|Utbildning för storhushåll
811x|Annan utbildning inom hotell, restaurang och storhushåll
812|Turism, resor och fritid
812z
813|Idrott och friskvård
813z
814|Hushållstjänster och lokalvård
814a|Hem- och hushållsvetenskap, allmän utbildning
814b|Utbildning för lokalvård
814x|Annan utbildning inom hushållstjänster och lokalvård
815|Hårvård, skönhetsvård och massage
815a|Utbildning inom hår- och skönhetsvård
815b|Massageutbildning
815x|Annan utbildning inom hår- och skönhetsvård samt massage
819|Personliga tjänster, övrig och ospecificerad utbildning
819z
84|Transporttjänster
840
840a|Transporttjänster, allmän utbildning
840b|Utbildning för landtransporter
840c|Utbildning för sjöfart
840d|Utbildning för luftfart
840e|Utbildning för postservice
840x|Annan utbildning inom transporttjänster
85|Arbetsmiljö och renhållning
850|Arbetsmiljö och renhållning, allmän utbildning
850z
851|Arbetsmiljö och arbetarskydd
851z
852|Renhållning och avfallshantering
852z
859|Arbetsmiljö och renhållning, övrig och ospecificerad utbildning
859z
86|Säkerhetstjänster
860|Säkerhetstjänster, allmän utbildning
860z
861|Säkerhet i samhället
861a|Polisutbildning
861b|Utbildning för brandskydd och annan räddningstjänst
861c|Kriminalvårdsutbildning
861x|Annan utbildning inom säkerhet i samhället
863|Militär utbildning
863a|Officersutbildning
863b|Chefsutbildning för officerare
863x|Annan militär utbildning
869|Säkerhetstjänster, övrig och ospecificerad utbildning
869z
9|Okänd
99
999
999z`

/** SUN 2020, groups of education. */
export const SUN2020_GROUP_ROWS = `
01Z|Folkskoleutbildning och motsvarande
01ZA
02Z|Grundskoleutbildning och motsvarande
02ZA
03A|Samhällsvetenskaplig, social och humanistisk gymnasieutbildning
03AA
03N|Naturvetenskaplig gymnasieutbildning
03NA
13Z|Gymnasial utbildning inom pedagogik och lärarutbildning
13ZA|Gymnasieutbildning inom pedagogik och lärarutbildning
14P|Minst 30 högskolepoäng inom pedagogik och lärarutbildning, ej examen
14PH|180 eller fler högskolepoäng inom pedagogik och lärarutbildning, ej examen
14PL|30-179 högskolepoäng inom pedagogik och lärarutbildning, ej examen
15B|Förskollärarutbildning
15BA
15F|Fritidspedagogutbildning
15FA
15G|Lärarutbildning för grundskolans tidiga åldrar
15GA
15H|Ämneslärarutbildning, allmänna ämnen
15HA
15P|Lärarutbildning i praktisk-estetiska ämnen
15PA
15S|Speciallärar- och specialpedagogutbildning
15SA
15V|Yrkeslärarutbildning
15VA
15X|Övrig eftergymnasial utbildning inom pedagogik och lärarutbildning
15XA
23E|Estetisk utbildning på gymnasial nivå
23EA|Gymnasieutbildning, estetisk
23M|Gymnasial utbildning för medieproduktion
23MA|Gymnasieutbildning inom medieproduktion
23XA|Övrig gymnasial utbildning inom humaniora och konst
24P|Minst 30 högskolepoäng inom humaniora och konst, ej examen
24PH|180 eller fler högskolepoäng inom humaniora och konst, ej examen
24PL|30-179 högskolepoäng inom humaniora och konst, ej examen
25H|Humanistisk högskoleutbildning (minst 3 år)
25HA|Eftergymnasial utbildning inom historia och filosofi, minst 3 år
25HB|Eftergymnasial språk- och litteraturvetenskaplig utbildning, minst 3 år
25K|Konstnärlig eftergymnasial utbildning
25KA|Eftergymnasial konstnärlig utbildning
25M|Medieproduktion, eftergymnasial utbildning
25MA|Eftergymnasial utbildning inom medieproduktion
25T|Teologisk eftergymnasial utbildning (minst 3 år)
25TA|Eftergymnasial teologisk utbildning, minst 3 år
25X|Övrig eftergymnasial utbildning inom humaniora och konst
25XA
33E|Ekonomisk gymnasieutbildning
33EA|Gymnasieutbildning inom ekonomi
33H|Yrkesinriktad utbildning på gymnasial nivå inom handel och administration
33HA|Gymnasieutbildning inom handel och administration
33XA|Övrig gymnasial utbildning inom samhällsvetenskap, juridik, handel och administration
34P|Minst 30 högskolepoäng inom samhällsvetenskap, ekonomi och juridik, ej examen
34PH|180 eller fler högskolepoäng inom samhällsvetenskap, ekonomi och juridik, ej examen
34PL|30-179 högskolepoäng inom samhällsvetenskap, ekonomi och juridik, ej examen
34YA|Eftergymnasial yrkesutbildning inom ekonomi kortare än 3 år
34YB|Eftergymnasial yrkesutbildning inom administration kortare än 3 år
35B|Biblioteks- och informationsvetenskaplig högskoleutbildning (minst 3 år)
35BA|Eftergymnasial utbildning inom biblioteks- och informationsvetenskap, minst 3 år
35E|Ekonomutbildning (högskoleutbildning minst 3 år)
35EA|Eftergymnasial ekonomutbildning, minst 3 år
35F|Högskoleutbildning inom organisation, administration och förvaltning (minst 3 år)
35FA|Eftergymnasial utbildning inom organisation, administration och förvaltning, minst 3 år
35J|Juridisk högskoleutbildning (minst 3 år)
35JA|Eftergymnasial utbildning inom juridik och rättsvetenskap, minst 3 år
35M|Journalist- och medieutbildning (eftergymnasial)
35MA|Eftergymnasial journalist- och medieutbildning
35P|Högskoleutbildning i psykologi och psykoterapi (minst 3 år)
35PA|Psykolog- och psykoterapeututbildning
35PB|Annan eftergymnasial utbildning i psykologi och psykoterapi, minst 3 år
35S|Samhälls- och beteendevetenskaplig högskoleutbildning (minst 3 år)
35SA|Eftergymnasial utbildning inom samhälls- och beteendevetenskap, minst 3 år
35X|Övrig eftergymnasial utbildning inom samhällsvetenskap, juridik, handel och administration
35XA
43Z|Yrkesinriktad gymnasieutbildning inom naturvetenskap, matematik och IKT
43ZA
44P|Minst 30 högskolepoäng inom naturvetenskap, matematik och IKT ej examen
44PH|180 eller fler högskolepoäng inom naturvetenskap, matematik och IKT ej examen
44PL|30-179 högskolepoäng inom naturvetenskap, matematik och IKT ej examen
45D|Programmerar- och systemerarutbildning (eftergymnasial)
45DA|Eftergymnasial utbildning inom IKT, kortare än 3 år
45DB|Eftergymnasial utbildning inom IKT, minst 3 år
45N|Naturvetenskaplig högskoleutbildning (minst 3 år)
45NA|Eftergymnasial utbildning inom biologi och miljövetenskap, minst 3 år
45NB|Eftergymnasial utbildning inom fysik, matematik och statistik, minst 3 år
45NC|Eftergymnasial utbildning inom geovetenskap, minst 3 år
45ND|Eftergymnasial utbildning inom kemi, minst 3 år
45X|Övrig eftergymnasial utbildning inom naturvetenskap, matematik och IKT
45XA
53A|Tekniskt gymnasium, 1-3 år
53AA
53B|Gymnasieutbildning inom bygg
53BA
53E|Gymnasieutbildning inom elektro- och datateknik
53EA
53F|Gymnasieutbildning inom fordonsteknik
53FA
53K|Gymnasieutbildning inom textil- och konfektionsteknik
53KA
53L|Gymnasieutbildning inom livsmedel
53LA
53P|Gymnasieutbildning inom processteknik
53PA
53R|Gymnasieutbildning inom energi och VVS
53RA
53T|Gymnasieutbildning inom träteknik
53TA
53V|Gymnasieutbildning inom verkstadsteknik
53VA|Gymnasieutbildning inom industriteknik
53X|Övrig gymnasial utbildning inom teknik och tillverkning
53XA
54P|Minst 30 högskolepoäng inom teknik och tillverkning, ej examen
54PH|180 eller fler högskolepoäng inom teknik och tillverkning, ej examen
54PL|30-179 högskolepoäng inom teknik och tillverkning, ej examen
54YA|Eftergymnasial yrkesutbildning inom bygg- och anläggningsteknik kortare än 3 år
54YB|Eftergymnasial yrkesutbildning inom industriteknik kortare än 3 år
54YC|Eftergymnasial yrkesutbildning inom elektroteknik och datateknik kortare än 3 år
55A|Arkitekt- och landskapsarkitektutbildning
55AA
55C|Civilingenjörsutbildning inom samhällsbyggnad, byggnadsteknik och miljöteknik
55CA
55D|Civilingenjörsutbildning inom maskin, fordon, farkost och industriell ekonomi
55DA|Civilingenjörsutbildning, industriell ekonomi
55DB|Civilingenjörsutbildning inom maskin, fordon och farkost
55E|Civilingenjörsutbildning inom elektroteknik, teknisk fysik och datateknik
55EA
55F|Civilingenjörsutbildning inom kemi- och bioteknik, material- och geoteknik
55FA
55G|Övrig civilingenjörsutbildning
55GA
55H|Ingenjörsutbildning inom samhällsbyggnad, byggnadsteknik och miljöteknik (eftergymnasial)
55HA
55I|Ingenjörsutbildning inom maskin, fordon, farkost och industriell ekonomi  (eftergymnasial)
55IA|Ingenjörsutbildning inom maskin, fordon, farkost och industriell ekonomi (eftergymnasial)
55J|Ingenjörsutbildning inom elektroteknik, teknisk fysik och datateknik (eftergymnasial)
55JA
55K|Ingenjörsutbildning inom kemi- och bioteknik, material- och geoteknik (eftergymnasial)
55KA
55L|Övrig ingenjörsutbildning (eftergymnasial)
55LA
55X|Övrig eftergymnasial utbildning inom teknik och tillverkning
55XA
63AA|Gymnasieutbildning inom lantbruk
63XA|Övrig gymnasial utbildning inom lant- och skogsbruk samt djursjukvård
63Z|Gymnasial utbildning inom lant- och skogsbruk samt djursjukvård
64P|Minst 30 högskolepoäng inom lant- och skogsbruk samt djursjukvård, ej examen
64PH|180 eller fler högskolepoäng inom lant- och skogsbruk samt djursjukvård, ej examen
64PL|30-179 högskolepoäng inom lant- och skogsbruk samt djursjukvård, ej examen
65J|Lantbruksvetenskaplig högskoleutbildning (minst 3 år)
65JA|Eftergymnasial utbildning inom lantbruk och trädgård, minst 3 år
65S|Skogsbruksvetenskaplig högskoleutbildning (minst 3 år)
65SA|Eftergymnasial utbildning inom skogsbruksvetenskap, minst 3 år
65V|Veterinärutbildning
65VA
65X|Övrig eftergymnasial utbildning inom lant- och skogsbruk, samt djursjukvård
65XA
73B|Gymnasial utbildning med inriktning mot barn och ungdom
73BA|Gymnasieutbildning inom barn och ungdom
73O|Omvårdnads- och omsorgsutbildning på gymnasial nivå
73OA|Gymnasieutbildning inom omvårdnad och social omsorg
73T|Tandvårdsutbildning på gymnasial nivå
73TA|Gymnasieutbildning inom tandvård
73X|Övrig gymnasial utbildning inom hälso- och sjukvård och social omsorg
73XA
74P|Minst 30 högskolepoäng inom hälso- o sjukvård och social omsorg, ej examen
74PH|180 eller fler högskolepoäng inom hälso- och sjukvård och social omsorg, ej examen
74PL|30-179 högskolepoäng inom hälso- och sjukvård och social omsorg, ej examen
74YA|Eftergymnasial yrkesutbildning inom omvårdnad kortare än 3 år
74YB|Eftergymnasial yrkesutbildning inom tandvård kortare än 3 år
75A|Apotekarutbildning
75AA
75B|Arbetsterapeututbildning
75BA
75D|Biomedicinsk analytikerutbildning
75DA
75F|Fritidsledarutbildning (eftergymnasial)
75FA
75H|Läkarutbildning
75HA
75J|Receptarieutbildning
75JA
75L|Fysioterapeututbildning
75LA
75N|Sjuksköterskeutbildning
75NA
75NB|Specialistsjuksköterskeutbildning, anestesi
75ND|Specialistsjuksköterskeutbildning, barnsjukvård
75NE|Specialistsjuksköterskeutbildning, distriktssköterska
75NF|Specialistsjuksköterskeutbildning, intensivvård
75NG|Specialistsjuksköterskeutbildning, operation
75NH|Specialistsjuksköterskeutbildning, psykiatri
75NO|Övrig specialistsjuksköterskeutbildning
75NP|Barnmorskeutbildning
75NR|Röntgensjuksköterskeutbildning
75O|Social service- och omsorgsutbildning
75OA|Eftergymnasial social service- och omsorgsutbildning
75P|Socionomutbildning
75PA
75T|Tandhygienistutbildning
75TA
75V|Tandläkarutbildning
75VA
75X|Övrig eftergymnasial utbildning inom hälso- och sjukvård och social omsorg
75XA
83HA|Gymnasieutbildning inom hår- och skönhetsvård
83R|Hotell- och restaurangutbildning på gymnasial nivå
83RA|Gymnasieutbildning inom hotell, restaurang och turism
83T|Transportutbildning på gymnasial nivå
83TA|Gymnasieutbildning inom transport
83X|Övrig gymnasial utbildning inom tjänster
83XA
84P|Minst 30 högskolepoäng inom tjänster, ej examen
84PH|180 eller fler högskolepoäng inom tjänster, ej examen
84PL|30-179 högskolepoäng inom tjänster, ej examen
84YA|Eftergymnasial yrkesutbildning inom personliga tjänster kortare än 3 år
85M|Militär utbildning på eftergymnasial nivå
85MA|Eftergymnasial militär utbildning
85P|Polisutbildning
85PA
85T|Transportutbildning på eftergymnasial nivå
85TA|Eftergymnasial utbildning inom transport
85X|Övrig eftergymnasial utbildning inom tjänster
85XA
93Z|Gymnasial utbildning, okänd inriktning
93ZA|Gymnasieutbildning, okänd inriktning
95Z|Eftergymnasial utbildning, okänd inriktning
95ZA
99ZA|Okänd`
