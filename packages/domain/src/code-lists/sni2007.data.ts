// Source: Statistics Sweden (SCB), as gathered in adamaltmejd/registry-research-toolkit (MIT), commit dcaff9db.
// Rows are `code|name`; without a name, that of the code one character shorter.

/** SNI 2007: sections, divisions, groups, classes and detailed groups. */
export const SNI2007_ROWS = `
01|Jordbruk och jakt samt service i anslutning härtill
011|Odling av ett- och tvååriga växter
0111|Odling av spannmål (utom ris), baljväxter och oljeväxter
01110
0112|Odling av ris
01120
0113|Odling av grönsaker och meloner, rotfrukter och stam- eller rotknölar
01131|Potatisodling
01132|Sockerbetsodling
01133|Odling av grönsaker (köksväxter) på friland
01134|Odling av grönsaker (köksväxter) i växthus
01135|Svampodling m.m.
0114|Odling av sockerrör
01140
0115|Odling av tobak
01150
0116|Odling av fiberväxter
01160
0119|Odling av andra ett- och tvååriga växter
01191|Odling av prydnadsväxter i växthus
01199|Odling av övriga ett- och tvååriga växter
012|Odling av fleråriga växter
0121|Odling av druvor
01210
0122|Odling av tropiska och subtropiska frukter
01220
0123|Odling av citrusfrukter
01230
0124|Odling av kärnfrukter och stenfrukter
01240
0125|Odling av andra frukter och bär samt nötter
01250
0126|Odling av oljehaltiga frukter
01260
0127|Odling av växter för dryckesframställning
01270
0128|Odling av kryddväxter, drog- och medicinalväxter
01280
0129|Odling av andra fleråriga växter
01290
013|Odling av plantskoleväxter
0130
01301|Odling av plantskoleväxter i växthus
01302|Odling av plantskoleväxter m.m. på friland
014|Husdjursskötsel
0141|Mjölkproduktion och uppfödning av nötkreatur av mjölkras
01410
0142|Uppfödning av andra nötkreatur och bufflar
01420
0143|Uppfödning av hästar och andra hästdjur
01430
0144|Uppfödning av kameler och kameldjur
01440
0145|Uppfödning av får och getter
01450
0146|Uppfödning av svin
01461|Uppfödning av smågrisar
01462|Uppfödning av slaktsvin
0147|Äggproduktion och uppfödning av fjäderfä
01471|Äggproduktion (för försäljning)
01472|Uppfödning av fjäderfä, ej äggproduktion
0149|Uppfödning av andra djur
01491|Renskötsel
01492|Uppfödning av sällskapsdjur
01499|Övrig uppfödning av andra djur
015|Blandat jordbruk
0150
01500
016|Service till jordbruk och bearbetning av skördade växter
0161|Service till växtodling
01610
0162|Service till husdjursskötsel
01620
0163|Bearbetning av skördade växter
01630
0164|Bearbetning av utsäde
01640
017|Jakt och service i anslutning härtill
0170
01700
02|Skogsbruk
021|Skogsförvaltning och skogsskötsel
0210
02101|Skogsförvaltning
02102|Skogsskötsel
02109|Övrig skoglig verksamhet
022|Drivning
0220
02200
023|Insamling av annat vilt växande skogsmaterial än trä
0230
02300
024|Service till skogsbruk
0240
02401|Virkesmätning
02409|Övrig service till skogsbruk
03|Fiske och vattenbruk
031|Fiske
0311|Saltvattensfiske
03111|Trålfiske i saltvatten
03119|Övrigt saltvattensfiske
0312|Sötvattensfiske
03120
032|Vattenbruk
0321|Fiskodling i salvatten
03210|Fiskodling i saltvatten
0322|Fiskodling i sötvatten
03220
05|Kolutvinning
051|Stenkolsutvinning
0510
05100
052|Brunkolsutvinning
0520
05200
06|Utvinning av råpetroleum och naturgas
061|Utvinning av råpetroleum
0610
06100
062|Utvinning av naturgas
0620
06200
07|Utvinning av metallmalmer
071|Järnmalmsutvinning
0710
07100
072|Utvinning av andra metallmalmer än järnmalm
0721|Utvinning av uran- och toriummalm
07210
0729|Utvinning av annan malm
07290
08|Annan utvinning av mineral
081|Utvinning av sand, grus, sten och lera
0811|Brytning av natursten, kalk- och gipssten, krita och skiffer
08110
0812|Utvinning av sand, grus och berg; utvinning av lera och kaolin
08120
089|Övrig utvinning av mineral
0891|Brytning av kemiska mineral
08910
0892|Torvutvinning
08920
0893|Saltutvinning
08930
0899|Diverse övrig utvinning av mineral
08990
09|Service till utvinning
091|Stödtjänster till råpetroleum- och naturgasutvinning
0910
09100
099|Stödtjänster till annan utvinning
0990
09900
10|Livsmedelsframställning
101|Beredning och hållbarhetsbehandling av kött och köttvaror
1011|Beredning och hållbarhetsbehandling av kreaturskött
10111|Kreatursslakt
10112|Styckning av kött
1012|Beredning och hållbarhetsbehandling av fjäderfäkött
10120
1013|Charkuteri- och annan köttvarutillverkning
10130
102|Beredning och hållbarhetsbehandling av fisk samt skal- och blötdjur
1020
10200
103|Beredning och hållbarhetsbehandling av frukt, bär och grönsaker
1031|Beredning och hållbarhetsbehandling av potatis
10310
1032|Juice- och safttillverkning
10320
1039|Annan beredning och hållbarhetsbehandling av frukt, bär och grönsaker
10390
104|Framställning av vegetabiliska och animaliska oljor och fetter
1041|Framställning av oljor och fetter
10410
1042|Matfettstillverkning
10420
105|Mejerivaru- och glasstillverkning
1051|Mejerivarutillverkning
10511|Osttillverkning
10519|Annan mejerivarutillverkning
1052|Glasstillverkning
10520
106|Tillverkning av kvarnprodukter och stärkelse
1061|Tillverkning av kvarnprodukter
10611|Mjöltillverkning
10612|Tillverkning av frukostflingor, mixer och andra livsmedelsberedningar av kvarnprodukter
1062|Stärkelsetillverkning
10620
107|Tillverkning av bageri- och mjölprodukter
1071|Tillverkning av mjukt matbröd och färska bakverk
10710
1072|Tillverkning av knäckebröd, kex och konserverade bakverk
10721|Knäckebrödstillverkning
10722|Tillverkning av kex och konserverade bakverk
1073|Tillverkning av pastaprodukter
10730
108|Annan livsmedelsframställning
1081|Sockertillverkning
10810
1082|Tillverkning av choklad, choklad- och sockerkonfektyrer
10821|Tillverkning av sockerkonfektyrer
10822|Tillverkning av choklad och chokladkonfektyrer
1083|Framställning av te och kaffe
10830
1084|Tillverkning av senap, ketchup, kryddor och andra smaksättningsmedel
10840
1085|Tillverkning av lagad mat och färdigrätter
10850
1086|Tillverkning av homogeniserade livsmedelspreparat inklusive dietmat
10860
1089|Framställning av andra livsmedel
10890
109|Framställning av beredda djurfoder
1091|Framställning av beredda fodermedel
10910
1092|Framställning av mat till sällskapsdjur
10920
11|Framställning av drycker
110
1101|Destillering, rening och tillblandning av spritdrycker
11010
1102|Framställning av vin från druvor
11020
1103|Framställning av cider och andra fruktviner
11030
1104|Framställning av andra icke-destillerade jästa drycker
11040
1105|Framställning av öl
11050
1106|Framställning av malt
11060
1107|Framställning av läskedrycker, mineralvatten och annat vatten på flaska
11070
12|Tobaksvarutillverkning
120
1200
12000
13|Textilvarutillverkning
131|Garntillverkning
1310
13100
132|Vävnadstillverkning
1320
13200
133|Blekning, färgning och annan textilberedning
1330
13300
139|Annan textilietillverkning
1391|Tillverkning av trikåväv
13910
1392|Tillverkning av sydda textilvaror utom beklädnadsvaror
13921|Sömnad av gardiner, sängkläder och linnevaror
13922|Tillverkning av presenningar, tält, segel o.d.
1393|Tillverkning av mattor
13930
1394|Tågvirkes- och bindgarnstillverkning
13940
1395|Tillverkning av bondad duk
13950
1396|Tillverkning av andra tekniska textilier och industritextilier
13960
1399|Övrig textilietillverkning
13990
14|Tillverkning av kläder
141|Tillverkning av kläder, utom pälsvaror
1411|Tillverkning av läder- och skinnkläder
14110
1412|Tillverkning av arbets-, skydds- och överdragskläder
14120
1413|Tillverkning av andra gång- och ytterkläder
14130
1414|Tillverkning av underkläder, skjortor och blusar
14140
1419|Tillverkning av andra beklädnadsvaror och tillbehör
14190
142|Tillverkning av pälsvaror
1420
14200
143|Tillverkning av trikåvaror
1431|Tillverkning av strumpor
14310
1439|Tillverkning av andra trikåvaror
14390
15|Tillverkning av läder, läder- och skinnvaror m.m.
151|Garvning och annan läderberedning; tillverkning av reseffekter, handväskor, sadel- och seldon; pälsberedning
1511|Garvning och annan läderberedning; pälsberedning
15110
1512|Tillverkning av reseffekter, handväskor, sadel- och seldon m. m.
15120
152|Tillverkning av skodon
1520
15200
16|Tillverkning av trä och varor av trä, kork, rotting o.d. utom möbler
161|Sågning och hyvling av trä
1610
16101|Sågning av trä
16102|Hyvling av trä
16103|Träimpregnering
162|Tillverkning av varor av trä, kork, halm, rotting o.d.
1621|Tillverkning av fanér och träbaserade skivor
16210
1622|Tillverkning av sammansatta parkettgolv
16220
1623|Tillverkning av andra byggnads- och inredningssnickerier
16231|Tillverkning av monteringsfärdiga trähus
16232|Tillverkning av dörrar av trä
16233|Tillverkning av fönster av trä
16239|Tillverkning av övriga byggnads- och inredningssnickerier
1624|Träförpackningstillverkning
16240
1629|Övrig trävarutillverkning; tillverkning av varor av kork, halm, rotting o.d.
16291|Tillverkning av förädlade trädbränslen
16292|Övrig trävarutillverkning
16293|Tillverkning av varor av kork, halm, rotting o.d.
17|Pappers- och pappersvarutillverkning
171|Massa-, pappers- och papptillverkning
1711|Massatillverkning
17111|Tillverkning av mekanisk eller halvkemisk massa
17112|Sulfatmassatillverkning
17113|Sulfitmassatillverkning
1712|Pappers- och papptillverkning
17121|Tillverkning av tidnings- och journalpapper
17122|Tryckpapperstillverkning, ej tidnings- och journalpapper
17123|Tillverkning av kraftpapper och kraftpapp
17129|Övrig tillverkning av papper och papp
172|Tillverkning av pappers- och pappvaror
1721|Tillverkning av wellpapp och pappers- och pappförpackningar
17211|Tillverkning av wellpapp och wellpappförpackningar
17219|Övrig tillverkning av pappers- och pappförpackningar
1722|Tillverkning av hushålls- och hygienartiklar av papper
17220
1723|Tillverkning av skrivpapper, kuvert o.d.
17230
1724|Tapettillverkning
17240
1729|Tillverkning av andra pappers- och pappvaror
17290
18|Grafisk produktion och reproduktion av inspelningar
181|Grafisk produktion
1811|Tryckning av dagstidningar
18110
1812|Annan tryckning
18121|Tryckning av tidskrifter
18122|Tryckning av böcker och övriga trycksaker
1813|Grafiska tjänster före tryckning (prepress/premedia)
18130
1814|Bokbindning och andra tjänster i samband med tryckning
18140
182|Reproduktion av inspelningar
1820
18200
19|Tillverkning av stenkolsprodukter och raffinerade petroleumprodukter
191|Tillverkning av stenkolsprodukter
1910
19100
192|Petroleumraffinering
1920
19200
20|Tillverkning av kemikalier och kemiska produkter
201|Tillverkning av baskemikalier, gödselmedel och kväveprodukter, plaster och syntetgummi i obearbetad form
2011|Industrigasframställning
20110
2012|Tillverkning av färgämnen
20120
2013|Tillverkning av andra oorganiska baskemikalier
20130
2014|Tillverkning av andra organiska baskemikalier
20140
2015|Tillverkning av gödselmedel och kväveprodukter
20150
2016|Basplastframställning
20160
2017|Tillverkning av syntetiskt basgummi
20170
202|Tillverkning av bekämpningsmedel och andra lantbrukskemiska produkter
2020
20200
203|Tillverkning av färg, lack, tryckfärg m.m.
2030
20300
204|Tillverkning av rengöringsmedel, parfym och toalettartiklar
2041|Tillverkning av tvål, såpa, tvättmedel och polermedel
20410
2042|Tillverkning av parfymer och toalettartiklar
20420
205|Tillverkning av andra kemiska produkter
2051|Sprängämnestillverkning
20510
2052|Tillverkning av lim
20520
2053|Tillverkning av eteriska oljor
20530
2059|Tillverkning av övriga kemiska produkter
20590
206|Konstfibertillverkning
2060
20600
21|Tillverkning av farmaceutiska basprodukter och läkemedel
211|Tillverkning av farmaceutiska basprodukter
2110
21100
212|Tillverkning av läkemedel
2120
21200
22|Tillverkning av gummi- och plastvaror
221|Tillverkning av gummivaror
2211|Tillverkning av däck och slangar; regummering
22110
2219|Annan gummivarutillverkning
22190
222|Plastvarutillverkning
2221|Tillverkning av plasthalvfabrikat
22210
2222|Plastförpackningstillverkning
22220
2223|Byggplastvarutillverkning
22230
2229|Annan plastvarutillverkning
22290
23|Tillverkning av andra icke-metalliska mineraliska produkter
231|Glas- och glasvarutillverkning
2311|Framställning av planglas
23110
2312|Bearbetning av planglas
23120
2313|Tillverkning av buteljer, glasförpackningar och husgeråd av glas
23130
2314|Tillverkning av glasfiber
23140
2319|Tillverkning av andra glasvaror inklusive tekniska glasvaror
23190
232|Tillverkning av eldfasta produkter
2320
23200
233|Tillverkning av byggmaterial av lergods
2331|Tillverkning av keramiska golv- och väggplattor
23310
2332|Tillverkning av murtegel, takpannor och andra byggvaror av tegel
23320
234|Tillverkning av andra porslinsprodukter och keramiska produkter
2341|Tillverkning av keramiska hushålls- och prydnadsartiklar
23410
2342|Tillverkning av keramiska sanitetsartiklar
23420
2343|Tillverkning av keramiska isolatorer o.d.
23430
2344|Tillverkning av andra tekniska keramiska produkter
23440
2349|Tillverkning av andra keramiska produkter
23490
235|Tillverkning av cement, kalk och gips
2351|Tillverkning av cement
23510
2352|Tillverkning av kalk och gips
23520
236|Tillverkning av varor av betong, cement och gips
2361|Tillverkning av betongvaror  för byggändamål
23610
2362|Tillverkning av gipsvaror  för byggändamål
23620
2363|Tillverkning av fabriksblandad betong
23630
2364|Tillverkning av murbruk
23640
2365|Tillverkning av fibercementvaror
23650
2369|Tillverkning av andra varor av betong, cement och gips
23690
237|Huggning, formning och slutlig bearbetning av sten
2370
23701|Huggning, formning och slutlig bearbetning av sten för byggnadsändamål
23709|Huggning, formning och slutlig bearbetning av sten för prydnadsändamål
239|Tillverkning av slipmedel och övriga icke-metalliska mineraliska produkter
2391|Slipmedelstillverkning
23910
2399|Tillverkning av övriga icke-metalliska mineraliska produkter
23991|Tillverkning av varor av sten- och mineralull
23999|Diverse övrig tillverkning av icke-metalliska mineraliska produkter
24|Stål- och metallframställning
241|Framställning av järn och stål samt ferrolegeringar
2410
24100
242|Tillverkning av rör, ledningar, ihåliga profiler och tillbehör av stål
2420
24200
243|Annan primärbearbetning av stål
2431|Tillverkning av kalldragen stålstång
24310
2432|Tillverkning av kallvalsade stålband
24320
2433|Tillverkning av andra kallformade produkter av stål
24330
2434|Tillverkning av kalldragen ståltråd
24340
244|Framställning av andra metaller än järn
2441|Framställning av ädla metaller
24410
2442|Framställning av aluminium
24420
2443|Framställning av bly, zink och tenn
24430
2444|Framställning av koppar
24440
2445|Framställning av andra metaller
24450
2446|Tillverkning av kärnbränsle
24460
245|Gjutning av metall
2451|Gjutning av järn
24510
2452|Gjutning av stål
24520
2453|Gjutning av lättmetall
24530
2454|Gjutning av andra metaller
24540
25|Tillverkning av metallvaror utom maskiner och apparater
251|Byggnadsmetallvarutillverkning
2511|Tillverkning av metallstommar och delar därav
25110
2512|Tillverkning av dörrar och fönster av metall
25120
252|Tillverkning av cisterner, tankar, kar och andra behållare av metall
2521|Tillverkning av radiatorer och pannor för centraluppvärmning
25210
2529|Tillverkning av andra cisterner, tankar, kar och andra behållare av metall
25290
253|Tillverkning av ånggeneratorer utom varmvattenpannor för centraluppvärmning
2530
25300
254|Tillverkning av vapen och ammunition
2540
25400
255|Smidning, pressning, prägling och valsning av metall; pulvermetallurgi
2550
25500
256|Beläggning och överdragning av metall; metallegoarbeten
2561|Beläggning och överdragning av metall
25610
2562|Metallegoarbeten
25620
257|Tillverkning av bestick, verktyg och andra järnhandelsvaror
2571|Tillverkning av bestick
25710
2572|Tillverkning av lås och gångjärn
25720
2573|Tillverkning av verktyg och redskap
25730
259|Annan metallvarutillverkning
2591|Tillverkning av stålfat o.d. behållare
25910
2592|Tillverkning av lättmetallförpackningar
25920
2593|Tillverkning av metalltrådvaror, kedjor och fjädrar
25930
2594|Tillverkning av nitar och skruvar
25940
2599|Övrig metallvarutillverkning
25991|Tillverkning av diskbänkar, sanitetsgods m. m. av metall för byggändamål
25999|Diverse övrig metallvarutillverkning
26|Tillverkning av datorer, elektronikvaror och optik
261|Tillverkning av elektroniska komponenter och kretskort
2611|Tillverkning av elektroniska komponenter
26110
2612|Tillverkning av kretskort
26120
262|Tillverkning av datorer och kringutrustning
2620
26200
263|Tillverkning av kommunikationsutrustning
2630
26300
264|Tillverkning av hemelektronik
2640
26400
265|Tillverkning av instrument och apparater för mätning, provning och navigering samt ur
2651|Tillverkning av instrument och apparater för mätning, provning och navigering
26510
2652|Urtillverkning
26520
266|Tillverkning av strålningsutrustning samt elektromedicinsk och elektroterapeutisk utrustning
2660
26600
267|Tillverkning av optiska instrument och fotoutrustning
2670
26700
268|Tillverkning av magnetiska och optiska medier
2680
26800
27|Tillverkning av elapparatur
271|Tillverkning av elmotorer, generatorer och transformatorer samt eldistributions- och elkontrollapparater
2711|Tillverkning av elmotorer, generatorer och transformatorer
27110
2712|Tillverkning av eldistributions- och elkontrollapparater
27120
272|Batteri- och ackumulatortillverkning
2720
27200
273|Tillverkning av ledningar och kablar och kabeltillbehör
2731|Tillverkning av optiska fiberkablar
27310
2732|Tillverkning av andra elektroniska och elektriska ledningar och kablar
27320
2733|Tillverkning av kabeltillbehör
27330
274|Tillverkning av belysningsarmatur
2740
27400
275|Tillverkning av hushållsmaskiner och hushållsapparater
2751|Tillverkning av elektriska hushållsmaskiner och hushållsapparater
27510
2752|Tillverkning av icke-elektriska hushållsmaskiner och hushållsapparater
27520
279|Tillverkning av annan elapparatur
2790
27900
28|Tillverkning av övriga maskiner
281|Tillverkning av maskiner för allmänt ändamål
2811|Tillverkning av motorer och turbiner utom för luftfartyg och fordon
28110
2812|Tillverkning av fluidteknisk utrustning
28120
2813|Tillverkning av andra pumpar och kompressorer
28130
2814|Tillverkning av andra kranar och ventiler
28140
2815|Tillverkning av lager, kugghjul och andra delar för kraftöverföring
28150
282|Tillverkning av andra maskiner för allmänt ändamål
2821|Tillverkning av ugnar och brännare
28210
2822|Tillverkning av lyft- och godshanteringsanordningar
28220
2823|Tillverkning av kontorsmaskiner och kontorsutrustning (utom datorer och kringutrustning)
28230
2824|Tillverkning av motordrivna handverktyg
28240
2825|Tillverkning av maskiner och apparater för kyla och ventilation utom för hushåll
28250
2829|Övrig tillverkning av maskiner för allmänt ändamål
28290
283|Tillverkning av jord- och skogsbruksmaskiner
2830
28300
284|Tillverkning av maskiner för metallbearbetning och verktygsmaskiner
2841|Tillverkning av verktygsmaskiner för metallbearbetning
28410
2849|Tillverkning av övriga verktygsmaskiner
28490
289|Tillverkning av andra specialmaskiner
2891|Tillverkning av maskiner för metallurgi
28910
2892|Tillverkning av gruv-, bergbrytnings- och byggmaskiner
28920
2893|Tillverkning av maskiner för framställning av livsmedel, drycker och tobaksvaror
28930
2894|Tillverkning av maskiner för produktion av textil-, beklädnads- och lädervaror
28940
2895|Tillverkning av maskiner för produktion av massa, papper och papp
28950
2896|Tillverkning av maskiner för gummi och plast
28960
2899|Tillverkning av övriga specialmaskiner
28990
29|Tillverkning av motorfordon, släpfordon och påhängsvagnar
291|Motorfordonstillverkning
2910
29101|Tillverkning av personbilar och andra lätta motorfordon
29102|Tillverkning av lastbilar och andra tunga motorfordon
292|Tillverkning av karosserier för motorfordon; tillverkning av släpfordon och påhängsvagnar
2920
29200
293|Tillverkning av delar och tillbehör till motorfordon
2931|Tillverkning av elektrisk och elektronisk utrustning för motorfordon
29310
2932|Tillverkning av andra delar och tillbehör till motorfordon
29320
30|Tillverkning av andra transportmedel
301|Byggande av fartyg och båtar
3011|Byggande av fartyg och flytande materiel
30110
3012|Byggande av fritidsbåtar
30120
302|Tillverkning av rälsfordon
3020
30200
303|Tillverkning av luftfartyg, rymdfarkoster o.d.
3030
30300
304|Tillverkning av militära stridsfordon
3040
30400
309|Övrig tillverkning av transportmedel
3091|Tillverkning av motorcyklar
30910
3092|Tillverkning av cyklar och invalidfordon
30920
3099|Diverse övrig transportmedelstillverkning
30990
31|Tillverkning av möbler
310
3101|Tillverkning av kontors- och butiksmöbler samt kontors- och butiksinredningar
31011|Tillverkning av kontors- och butiksmöbler
31012|Tillverkning av kontors- och butiksinredningar
3102|Tillverkning av köksmöbler och köksinredningar
31021|Tillverkning av köksmöbler
31022|Tillverkning av köksinredningar
3103|Tillverkning av madrasser
31030
3109|Tillverkning av andra möbler
31090
32|Annan tillverkning
321|Tillverkning av smycken, guld- och silversmedsvaror samt bijouterier
3211|Prägling av mynt
32110
3212|Tillverkning av smycken, guld- och silversmedsvaror
32120
3213|Tillverkning av bijouterier o.d.
32130
322|Tillverkning av musikinstrument
3220
32200
323|Tillverkning av sportartiklar
3230
32300
324|Tillverkning av spel och leksaker
3240
32400
325|Tillverkning av medicinsk och dental utrustning
3250
32501|Tillverkning av medicinska och dentala instrument och tillbehör
32502|Tillverkning av tandproteser
329|Övrig tillverkning
3291|Tillverkning av borstbinderiarbeten
32910
3299|Diverse övrig tillverkning
32990
33|Reparation och installation av maskiner och apparater
331|Reparation av metallvaror, maskiner och apparater
3311|Reparation av metallvaror
33110
3312|Reparation av maskiner
33120
3313|Reparation av elektronisk och optisk utrustning
33130
3314|Reparation av elapparatur
33140
3315|Reparation och underhåll av fartyg och båtar
33150
3316|Reparation och underhåll av luftfartyg och rymdfarkoster
33160
3317|Reparation och underhåll av andra transportmedel
33170
3319|Reparation av annan utrustning
33190
332|Installation av industrimaskiner och -utrustning
3320
33200
35|Försörjning av el, gas, värme och kyla
351|Generering, överföring och distribution av elkraft
3511|Generering av elektricitet
35110
3512|Överföring av elektricitet
35120
3513|Distribution av elektricitet
35130
3514|Handel med elektricitet
35140
352|Gasförsörjning; distribution av gasformiga bränslen via rörnät
3521|Framställning av gas
35210
3522|Distribution av gasformiga bränslen via rörnät
35220
3523|Handel med gas via rörnät
35230
353|Försörjning av värme och kyla
3530
35300
36|Vattenförsörjning
360
3600
36001|Grundvattenförsörjning
36002|Ytvattenförsörjning
37|Avloppsrening
370
3700
37000
38|Avfallshantering; återvinning
381|Insamling av avfall
3811|Insamling av icke-farligt avfall
38110
3812|Insamling av farligt avfall
38120
382|Behandling och bortskaffande av avfall
3821|Behandling och bortskaffande av icke-farligt avfall
38210
3822|Behandling och bortskaffande av farligt avfall
38220
383|Återvinning
3831|Demontering av uttjänta fordon och maskiner
38311|Demontering av uttjänta fordon
38312|Demontering av elektrisk och elektronisk utrustning
38319|Demontering av övrig kasserad utrustning
3832|Återvinning av källsorterat material
38320
39|Sanering, efterbehandling av jord och vatten samt annan verksamhet för föroreningsbekämpning
390
3900
39000
41|Byggande av hus
411|Utformning av byggprojekt
4110
41100
412|Byggande av bostadshus och andra byggnader
4120
41200
42|Anläggningsarbeten
421|Anläggning av vägar och järnvägar
4211|Anläggning av vägar och motorvägar
42110
4212|Anläggning av järnvägar och tunnelbanor
42120
4213|Anläggning av broar och tunnlar
42130
422|Allmännyttiga anläggningsarbeten
4221|Allmännyttiga anläggningsarbeten för värme, vatten och avlopp
42210
4222|Anläggningsarbeten för el och telekommunikation
42220
429|Andra anläggningsarbeten
4291|Vattenbyggnad
42910
4299|Övriga anläggningsarbeten
42990
43|Specialiserad bygg- och anläggningsverksamhet
431|Rivning av hus samt mark- och grundarbeten
4311|Rivning av hus och byggnader
43110
4312|Mark- och grundarbeten
43120
4313|Markundersökning
43130
432|Elinstallationer, VVS-arbeten och andra bygginstallationer
4321|Elinstallationer
43210
4322|VVS-arbeten
43221|Värme- och sanitetsarbeten
43222|Ventilationsarbeten
43223|Kyl- och frysinstallationsarbeten
43229|Övriga VVS-arbeten
4329|Andra bygginstallationer
43290
433|Slutbehandling av byggnader
4331|Puts-, fasad- och stuckatörsarbeten
43310
4332|Byggnadssnickeriarbeten
43320
4333|Golv- och väggbeläggningsarbeten
43330
4334|Måleri- och glasmästeriarbeten
43341|Måleriarbeten
43342|Glasmästeriarbeten
4339|Annan slutbehandling av byggnader
43390
439|Annan specialiserad bygg- och anläggningsverksamhet
4391|Takarbeten
43911|Takarbeten av plåt
43912|Takarbeten av andra material än plåt
4399|Övrig specialiserad bygg- och anläggningsverksamhet
43991|Uthyrning av bygg- och anläggningsmaskiner med förare
43999|Diverse övrig specialiserad bygg- och anläggningsverksamhet
45|Handel samt reparation av motorfordon och motorcyklar
451|Handel med motorfordon utom motorcyklar
4511|Handel med personbilar och lätta motorfordon
45110
4519|Handel med andra motorfordon utom motorcyklar
45191|Handel med lastbilar, bussar och specialfordon
45192|Handel med husvagnar, husbilar, släpfordon och påhängsvagnar
452|Underhåll och reparation av motorfordon utom motorcyklar
4520
45201|Allmän service och reparation av motorfordon utom motorcyklar
45202|Plåt-, lack- och glasreparationer på motorfordon utom motorcyklar
45203|Installationer och reparationer av elsystem till motorfordon utom motorcyklar
45204|Däckservice
453|Handel med reservdelar och tillbehör till motorfordon utom motorcyklar
4531|Parti- och provisionshandel med reservdelar och tillbehör till motorfordon utom motorcyklar
45310
4532|Detaljhandel med reservdelar och tillbehör till motorfordon utom motorcyklar
45320
454|Handel med och service av motorcyklar inklusive reservdelar och tillbehör
4540
45400
46|Parti- och provisionshandel utom med motorfordon
461|Provisionshandel utom med motorfordon
4611|Provisionshandel med jordbruksråvaror, levande djur, textilråvaror och textilhalvfabrikat
46110
4612|Provisionshandel med bränsle, malm, metaller och industrikemikalier
46120
4613|Provisionshandel med virke och byggmaterial
46130
4614|Provisionshandel med maskiner, industriell utrustning, fartyg och luftfartyg
46141|Provisionshandel med maskiner, industriell utrustning, fartyg och luftfartyg utom kontorsutrustning och datorer
46142|Provisionshandel med kontorsutrustning och datorer
4615|Provisionshandel med möbler, hushålls- och järnhandelsvaror
46150
4616|Provisionshandel med textilier, kläder, skodon och lädervaror
46160
4617|Provisionshandel med livsmedel, drycker och tobak
46170
4618|Provisionshandel med annat specialsortiment
46180
4619|Provisionshandel med blandat sortiment
46190
462|Partihandel med jordbruksråvaror och levande djur
4621|Partihandel med spannmål, råtobak, utsäde och djurfoder
46210
4622|Partihandel med blommor och växter
46220
4623|Partihandel med levande djur
46230
4624|Partihandel med hudar, skinn och läder
46240
463|Partihandel med livsmedel, drycker och tobak
4631|Partihandel med frukt och grönsaker
46310
4632|Partihandel med kött- och köttvaror
46320
4633|Partihandel med mejeriprodukter, ägg, matolja och matfett
46330
4634|Partihandel med drycker
46340
4635|Partihandel med tobak
46350
4636|Partihandel med socker, choklad och sockerkonfektyrer
46360
4637|Partihandel med kaffe, te, kakao och kryddor
46370
4638|Partihandel med andra livsmedel, bl.a. fisk samt skal- och blötdjur
46380
4639|Icke specialiserad partihandel med livsmedel, drycker och tobak
46390
464|Partihandel med hushållsvaror
4641|Partihandel med textilier
46410
4642|Partihandel med kläder och skodon
46420
4643|Partihandel med hushållsapparater, samt elartiklar
46431|Partihandel med elektriska hushållsmaskiner och -apparater
46432|Partihandel med ljud- och bildanläggningar samt videoutrustning
46433|Partihandel med inspelade band och skivor för musik och bild
46434|Partihandel med elartiklar
46435|Partihandel med fotografiska och optiska produkter
4644|Partihandel med glas och porslin, rengöringsmedel
46440
4645|Partihandel med parfym och kosmetika
46450
4646|Partihandel med medicinsk utrustning och apoteksvaror
46460
4647|Partihandel med möbler, mattor och belysningsartiklar
46470
4648|Partihandel med ur och guldsmedsvaror
46480
4649|Partihandel med andra hushållsvaror
46491|Partihandel med sport- och fritidsartiklar
46492|Partihandel med kontorsförbrukningsvaror
46499|Partihandel med övriga hushållsvaror
465|Partihandel med informations- och kommunikationsutrustning
4651|Partihandel med datorer och kringutrustning samt programvara
46510
4652|Partihandel med elektronik- och telekommunikationsutrustning
46521|Partihandel med elektronikkomponenter
46522|Partihandel med teleprodukter
466|Partihandel med övriga maskiner och övrig utrustning
4661|Partihandel med jordbruksmaskiner och -utrustning
46610
4662|Partihandel med verktygsmaskiner
46620
4663|Partihandel med gruv-, bygg- och anläggningsmaskiner
46630
4664|Partihandel med textil-, sy- och stickmaskiner
46640
4665|Partihandel med kontorsmöbler
46650
4666|Partihandel med andra kontorsmaskiner och kontorsutrustning
46660
4669|Partihandel med andra maskiner och annan utrustning
46691|Partihandel med mät- och precisionsinstrument
46692|Partihandel med datoriserad materialhanteringsutrustning
46699|Partihandel med diverse övriga maskiner och utrustning
467|Annan specialiserad partihandel
4671|Partihandel med bränslen
46710
4672|Partihandel med metaller och metallmalmer
46720
4673|Partihandel med virke, andra byggmaterial och sanitetsgods
46731|Partihandel med virke och andra byggmaterial
46732|Partihandel med sanitetsgods
4674|Partihandel med järnhandelsvaror och VVS-armatur
46741|Partihandel med järnhandelsvaror
46742|Partihandel med VVS-varor
4675|Partihandel med kemiska produkter
46750
4676|Partihandel med andra insatsvaror
46761|Partihandel med industriförnödenheter
46762|Partihandel med emballage
46769|Partihandel med övriga insatsvaror
4677|Partihandel med avfallsprodukter och skrot
46771|Partihandel med uttjänta fordon
46772|Partihandel med metallavfall och metallskrot
46773|Partihandel med avfall och skrot av icke-metall
469|Övrig partihandel
4690
46900
47|Detaljhandel utom med motorfordon och motorcyklar
471|Detaljhandel med brett sortiment
4711|Detaljhandel med brett sortiment, mest livsmedel, drycker och tobak
47111|Varuhus- och stormarknadshandel, mest livsmedel, drycker och tobak
47112|Livsmedelshandel med brett sortiment, ej varuhus eller stormarknad
4719|Annan detaljhandel med brett sortiment
47191|Annan varuhus- och stormarknadshandel
47199|Övrig detaljhandel med brett sortiment
472|Specialiserad butikshandel med livsmedel, drycker och tobak
4721|Specialiserad butikshandel med frukt och grönsaker
47210
4722|Specialiserad butikshandel med kött och charkuterier
47220
4723|Specialiserad butikshandel med fisk, skal- och blötdjur
47230
4724|Specialiserad butikshandel med bröd, konditorivaror och konfektyrer
47241|Specialiserad butikshandel med bröd och konditorivaror
47242|Specialiserad butikshandel med konfektyrer
4725|Specialiserad butikshandel med alkoholhaltiga och andra drycker
47250
4726|Specialiserad butikshandel med tobaksvaror
47260
4729|Annan specialiserad butikshandel med livsmedel
47291|Specialiserad butikshandel med hälsokost
47299|Övrig specialiserad butikshandel med livsmedel
473|Specialiserad detaljhandel med drivmedel
4730
47300
474|Specialiserad butikshandel med informations- och kommunikationsutrustning
4741|Specialiserad butikshandel med datorer, programvara, data- och tv-spel
47410
4742|Specialiserad butikshandel med telekommunikationsutrustning
47420
4743|Specialiserad butikshandel med ljud- och bildanläggningar samt videoutrustning
47430
475|Specialiserad butikshandel med heminredningsartiklar och husgeråd
4751|Specialiserad butikshandel med textilier
47510
4752|Specialiserad butikshandel med bygg-, järn- och VVS-varor samt färger och glas
47521|Specialiserad butikshandel med virke och byggvaror
47522|Specialiserad butikshandel med järn- och VVS-varor
47523|Specialiserad butikshandel med färger, fernissor och lacker
4753|Specialiserad butikshandel med mattor och inredningstextilier
47531|Specialiserad butikshandel med mattor och annan vägg- och golvbeklädnad
47532|Specialiserad butikshandel med inredningstextilier
4754|Specialiserad butikshandel med elektriska hushållsmaskiner och hushållsapparater
47540
4759|Specialiserad butikshandel med möbler, belysnings- och heminredningsartiklar
47591|Specialiserad butikshandel med möbler för hemmet
47592|Specialiserad butikshandel med kontorsmöbler
47593|Specialiserad butikshandel med glas, porslin och andra bosättningsvaror
47594|Specialiserad butikshandel med belysningsartiklar
47595|Specialiserad butikshandel med musikinstrument och noter
476|Specialiserad butikshandel med kultur- och fritidsartiklar
4761|Specialiserad butikshandel med böcker
47610
4762|Specialiserad butikshandel med tidningar och kontorsförbrukningsvaror
47621|Specialiserad butikshandel med tidningar
47622|Specialiserad butikshandel med kontorsförbrukningsvaror
4763|Specialiserad butikshandel med inspelade och oinspelade band och skivor för musik och bild
47630
4764|Specialiserad butikshandel med sport- och fritidsartiklar
47641|Specialiserad butikshandel med sport- och fritidsartiklar utom cyklar och båtar
47642|Specialiserad butikshandel med cyklar
47643|Specialiserad butikshandel med båtar
4765|Specialiserad butikshandel med spel och leksaker
47650
477|Övrig specialiserad butikshandel med hushållsvaror
4771|Specialiserad butikshandel med kläder
47711|Specialiserad butikshandel med herr-, dam- och barnkläder, blandat
47712|Specialiserad butikshandel med herrkläder
47713|Specialiserad butikshandel med damkläder
47714|Specialiserad butikshandel med barnkläder
47715|Specialiserad butikshandel med pälsar
4772|Specialiserad butikshandel med skodon och lädervaror
47721|Specialiserad butikshandel med skodon
47722|Specialiserad butikshandel med väskor, reseffekter och lädervaror
4773|Apotekshandel
47730
4774|Specialiserad butikshandel med sjukvårdsartiklar
47740
4775|Specialiserad butikshandel med kosmetika och hygienartiklar
47750
4776|Specialiserad butikshandel med blommor och andra växter, frön och gödselmedel samt små sällskapsdjur
47761|Specialiserad butikshandel med blommor och andra växter, frön och gödselmedel
47762|Specialiserad butikshandel med små sällskapsdjur
4777|Specialiserad butikshandel med ur, guldsmedsvaror och smycken
47771|Specialiserad butikshandel med ur
47772|Specialiserad butikshandel med guldsmedsvaror och smycken
4778|Annan specialiserad butikshandel med nya varor
47781|Specialiserad butikshandel med glasögon och andra optiska artiklar utom fotoutrustning
47782|Specialiserad butikshandel med fotoutrustning
47783|Specialiserad butikshandel med konst samt galleriverksamhet
47784|Specialiserad butikshandel med mynt och frimärken
47789|Övrig specialiserad butikshandel
4779|Specialiserad butikshandel med antikviteter och andra begagnade varor
47791|Specialiserad butikshandel med antikviteter och begagnade böcker
47792|Specialiserad butikshandel med övriga begagnade varor
47793|Auktioner i butik
478|Torg- och marknadshandel
4781|Torg- och marknadshandel med livsmedel, drycker och tobak
47810
4782|Torg- och marknadshandel med textilier, kläder och skodon
47820
4789|Torg- och marknadshandel med övriga varor
47890
479|Detaljhandel ej i butik, på torg eller marknad
4791|Postorderhandel och detaljhandel på Internet
47911|Postorderhandel och detaljhandel på Internet med brett sortiment
47912|Postorderhandel och detaljhandel på Internet med beklädnadsvaror
47913|Postorderhandel och detaljhandel på Internet med böcker och andra mediavaror
47914|Postorderhandel och detaljhandel på Internet med datorer och annan elektronisk utrustning
47915|Postorderhandel och detaljhandel på Internet med sport- och fritidsutrustning
47916|Postorderhandel och detaljhandel på Internet med bosättningsvaror
47917|Auktioner på Internet
47919|Postorderhandel och detaljhandel på Internet med övriga varor
4799|Övrig detaljhandel ej i butik, på torg eller marknad
47991|Provisionsdetaljhandel (ej auktioner)
47992|Ambulerande och tillfällig handel med livsmedel
47993|Ambulerande och tillfällig handel med övriga varor
47994|Auktioner ej i butik eller på Internet
47999|Övrig detaljhandel ej i butik
49|Landtransport; transport i rörsystem
491|Järnvägstransport, passagerartrafik
4910
49100
492|Järnvägstransport, godstrafik
4920
49200
493|Annan landtransport, passagerartrafik
4931|Kollektivtrafik
49311|Linjebussverksamhet
49319|Övrig kollektivtrafik
4932|Taxitrafik
49320
4939|Annan landtransport av passagerare
49390
494|Vägtransport, godstrafik och flyttjänster
4941|Vägtransport, godstrafik
49410
4942|Flyttjänster
49420
495|Transport i rörsystem
4950
49500
50|Sjötransport
501|Havs- och kustsjöfart, passagerartrafik
5010
50101|Reguljär sjötrafik över hav och kust av passagerare
50102|Icke reguljär sjötrafik över hav och kust av passagerare
502|Havs- och kustsjöfart, godstrafik
5020
50201|Reguljär sjötrafik över hav och kust av gods
50202|Icke reguljär sjötrafik över hav och kust av gods
503|Sjöfart på inre vattenvägar, passagerartrafik
5030
50301|Reguljär sjötrafik på inre vattenvägar av passagerare
50302|Icke reguljär sjötrafik på inre vattenvägar av passagerare
504|Sjöfart på inre vattenvägar, godstrafik
5040
50401|Reguljär sjötrafik på inre vattenvägar av gods
50402|Icke reguljär sjötrafik på inre vattenvägar av gods
51|Lufttransport
511|Lufttransport, passagerartrafik
5110
51101|Reguljär lufttransport av passagerare
51102|Icke reguljär lufttransport av passagerare
512|Lufttransport, godstrafik och rymdfart
5121|Lufttransport, godstrafik
51211|Reguljär lufttransport av gods
51212|Icke reguljär lufttransport av gods
5122|Rymdfart
51220
52|Magasinering och stödtjänster till transport
521|Magasinering och varulagring
5210
52100
522|Stödtjänster till transport
5221|Stödtjänster till landtransport
52211|Bärgning för landtransport
52219|Övriga stödtjänster till landtransport
5222|Stödtjänster till sjötransport
52220
5223|Stödtjänster till lufttransport
52230
5224|Godshantering
52241|Hamngodshantering
52249|Övrig godshantering
5229|Övriga stödtjänster till transport
52290
53|Post- och kurirverksamhet
531|Postbefordran via nationella posten
5310
53100
532|Annan postbefordran samt kurirverksamhet
5320
53201|Annan postbefordran
53202|Bud- och kurirverksamhet
53203|Tidningsdistribution
55|Hotell- och logiverksamhet
551|Hotellverksamhet
5510
55101|Hotellverksamhet med restaurangrörelse
55102|Drift av konferensanläggningar
55103|Hotellverksamhet utan restaurangrörelse
552|Semesterbostäder och annan korttidsinkvartering
5520
55201|Vandrarhemsverksamhet
55202|Stugbyverksamhet m.m.
553|Campingplatsverksamhet
5530
55300
559|Annan logiverksamhet
5590
55900
56|Restaurang-, catering- och barverksamhet
561|Restaurangverksamhet
5610
56100
562|Cateringverksamhet
5621|Cateringverksamhet vid enskilda evenemang
56210
5629|Annan catering- och centralköksverksamhet
56291|Drift av personalmatsalar
56292|Centralköksverksamhet för sjukhus
56293|Centralköksverksamhet för skolor, omsorgs- och andra institutioner
56294|Cateringverksamhet för transportsektorn
56299|Övrig cateringverksamhet
563|Barverksamhet
5630
56300
58|Förlagsverksamhet
581|Utgivning av böcker och tidskrifter och annan förlagsverksamhet
5811|Bokutgivning
58110
5812|Publicering av kataloger och sändlistor
58120
5813|Tidningsutgivning
58131|Dagstidningsutgivning
58132|Annonstidningsutgivning
5814|Utgivning av tidskrifter
58140
5819|Annan förlagsverksamhet
58190
582|Utgivning av programvara
5821|Utgivning av dataspel
58210
5829|Utgivning av annan programvara
58290
59|Film-, video- och tv-programverksamhet, ljudinspelningar och fonogramutgivning
591|Film-, video- och TV-programverksamhet
5911|Produktion av film, video och TV-program
59110
5912|Efterproduktion av film, video och TV-program
59120
5913|Film-, video- och TV-programdistribution
59130
5914|Filmvisning
59140
592|Ljudinspelning och fonogramutgivning
5920
59200
60|Planering och sändning av program
601|Sändning av radioprogram
6010
60100
602|Planering av TV-program och sändningsverksamhet
6020
60200
61|Telekommunikation
611|Trådbunden telekommunikation
6110
61100
612|Trådlös telekommunikation
6120
61200
613|Telekommunikation via satellit
6130
61300
619|Annan telekommunikation
6190
61900
62|Dataprogrammering, datakonsultverksamhet o.d.
620
6201|Dataprogrammering
62010
6202|Datakonsultverksamhet
62020
6203|Datordrifttjänster
62030
6209|Andra IT- och datatjänster
62090
63|Informationstjänster
631|Databehandling, hosting o.d.; webbportaler
6311|Databehandling, hosting o.d.
63110
6312|Webbportaler
63120
639|Andra informationstjänster
6391|Nyhetsservice
63910
6399|Övriga informationstjänster
63990
64|Finansiella tjänster utom försäkring och pensionsfondsverksamhet
641|Monetär finansförmedling
6411|Centralbanksverksamhet
64110
6419|Annan monetär finansförmedling
64190
642|Holdingverksamhet
6420
64201|Holdingverksamhet i finansiella koncerner
64202|Holdingverksamhet i icke-finansiella koncerner
643|Fonder och liknande finansiella enheter
6430
64301|Investeringsfonder
64309|Andra fonder och liknande finansiella enheter
649|Andra finansiella tjänster utom försäkring och pensionsfondsverksamhet
6491|Finansiell leasing
64910
6492|Annan kreditgivning
64920
6499|Diverse övriga finansiella tjänster utom försäkring och pensionsfondsverksamhet
64991|Investment- och riskkapitalbolagsverksamhet
64992|Handel med och förvaltning av värdepapper, för egen räkning
64993|Förvaltning av och handel med värdepapper för en begränsad och sluten krets av ägare
64999|Diverse övrig finansförmedling
65|Försäkring, återförsäkring och pensionsfondsverksamhet utom obligatorisk socialförsäkring
651|Försäkring
6511|Livförsäkring
65111|Fondanknuten livförsäkring
65119|Övrig livförsäkring
6512|Skadeförsäkring
65120
652|Återförsäkring
6520
65200
653|Pensionsfondsverksamhet
6530
65300
66|Stödtjänster till finansiella tjänster och försäkring
661|Stödtjänster till finansiella tjänster utom försäkring och pensionsfondsverksamhet
6611|Administrativa tjänster till finansiella marknader
66110
6612|Verksamhet utförd av värdepappers- och varumäklare
66120
6619|Andra stödtjänster till finansiella tjänster utom försäkring och pensionsfondsverksamhet
66190
662|Stödtjänster till försäkrings- och pensionsfondsverksamhet
6621|Risk- och skadebedömning
66210
6622|Verksamhet utförd av försäkringsombud och försäkringsmäklare
66220
6629|Andra stödtjänster till försäkring och pensionsfondsverksamhet
66290
663|Fondförvaltning
6630
66301|Förvaltning av investeringsfonder
66309|Annan fondförvaltning
68|Fastighetsverksamhet
681|Handel med egna fastigheter
6810
68100
682|Uthyrning och förvaltning av egna eller arrenderade fastigheter
6820
68201|Uthyrning och förvaltning av egna eller arrenderade bostäder
68202|Uthyrning och förvaltning av egna eller arrenderade industrilokaler
68203|Uthyrning och förvaltning av egna eller arrenderade, andra lokaler
68204|Förvaltning i bostadsrättsföreningar
68209|Övrig förvaltning av egna eller arrenderade fastigheter
683|Fastighetsförmedling och fastighetsförvaltning på uppdrag
6831|Fastighetsförmedling
68310
6832|Fastighetsförvaltning på uppdrag
68320
69|Juridisk och ekonomisk konsultverksamhet
691|Juridisk verksamhet
6910
69101|Advokatbyråverksamhet
69102|Juridiska byråers verksamhet m.m.
69103|Patentbyråverksamhet m.m.
692|Redovisning och bokföring, revision, skatterådgivning
6920
69201|Redovisning och bokföring
69202|Revision
69203|Skatterådgivning
70|Verksamheter som utövas av huvudkontor; konsulttjänster till företag
701|Verksamheter som utövas av huvudkontor
7010
70100
702|Konsulttjänster till företag
7021|PR och kommunikation
70210
7022|Konsultverksamhet avseende företags organisation
70220
71|Arkitekt- och teknisk konsultverksamhet; teknisk provning och analys
711|Arkitekt- och teknisk konsultverksamhet o.d.
7111|Arkitektverksamhet
71110
7112|Teknisk konsultverksamhet o.d.
71121|Teknisk konsultverksamhet inom bygg- och anläggningsteknik
71122|Teknisk konsultverksamhet inom industriteknik
71123|Teknisk konsultverksamhet inom elteknik
71124|Teknisk konsultverksamhet inom energi-, miljö- och VVS-teknik
71129|Övrig teknisk konsultverksamhet
712|Teknisk provning och analys
7120
71200
72|Vetenskaplig forskning och utveckling
721|Naturvetenskaplig och teknisk forskning och utveckling
7211|Bioteknisk forskning och utveckling
72110
7219|Annan naturvetenskaplig och teknisk forskning och utveckling
72190
722|Samhällsvetenskaplig och humanistisk forskning och utveckling
7220
72200
73|Reklam och marknadsundersökning
731|Reklamverksamhet
7311|Reklambyråverksamhet o.d.
73111|Reklambyråverksamhet
73112|Direktreklamverksamhet
73119|Övrig reklamverksamhet
7312|Mediebyråverksamhet och annonsförsäljning
73120
732|Marknads- och opinionsundersökning
7320
73200
74|Annan verksamhet inom juridik, ekonomi, vetenskap och teknik
741|Specialiserad designverksamhet
7410
74101|Industri- och produktdesignverksamhet
74102|Grafisk designverksamhet
74103|Inredningsarkitektverksamhet
742|Fotoverksamhet
7420
74201|Porträttfotoverksamhet
74202|Reklamfotoverksamhet
74203|Press- och övrig fotografverksamhet
74204|Fotolaboratorieverksamhet
743|Översättning och tolkning
7430
74300
749|Övrig verksamhet inom juridik, ekonomi, vetenskap och teknik
7490
74900
75|Veterinärverksamhet
750
7500
75000
77|Uthyrning och leasing
771|Uthyrning och leasing av motorfordon
7711|Uthyrning och leasing av personbilar och lätta motorfordon
77110
7712|Uthyrning och leasing av lastbilar och andra tunga motorfordon
77120
772|Uthyrning och leasing av hushållsartiklar och varor för personligt bruk
7721|Uthyrning och leasing av fritids- och sportutrustning
77210
7722|Uthyrning av videokassetter och dvd-skivor
77220
7729|Uthyrning och leasing av andra hushållsartiklar och varor för personligt bruk
77290
773|Uthyrning och leasing av annan utrustning och andra maskiner och materiella tillgångar
7731|Uthyrning och leasing av jordbruksmaskiner och jordbruksredskap
77310
7732|Uthyrning och leasing av bygg- och anläggningsmaskiner
77320
7733|Uthyrning och leasing av kontorsmaskiner och kontorsutrustning (inklusive datorer)
77330
7734|Uthyrning och leasing av fartyg och båtar
77340
7735|Uthyrning och leasing av flygplan
77350
7739|Uthyrning och leasing av övrig utrustning och övriga maskiner och materiella tillgångar
77390
774|Leasing av immateriell egendom och liknande produkter, med undantag för upphovsrättsskyddade verk
7740
77400
78|Arbetsförmedling, bemanning och andra personalrelaterade tjänster
781|Arbetsförmedling och rekrytering
7810
78100
782|Personaluthyrning
7820
78200
783|Övrigt tillhandahållande av personalfunktioner
7830
78300
79|Resebyrå- och researrangörsverksamhet och andra resetjänster och relaterade tjänster
791|Resetjänster
7911|Resebyråverksamhet
79110
7912|Researrangemang
79120
799|Turist- och bokningsservice
7990
79900
80|Säkerhets- och bevakningsverksamhet
801|Säkerhetsverksamhet
8010
80100
802|Säkerhetssystemtjänster
8020
80200
803|Spanings- och detektivverksamhet
8030
80300
81|Fastighetsservice samt skötsel och underhåll av grönytor
811|Fastighetsrelaterade stödtjänster
8110
81100
812|Rengöring och lokalvård
8121|Lokalvård
81210
8122|Rengöring och sotning av byggnader
81221|Rengöring av byggnader
81222|Skorstensfejarverksamhet
8129|Annan rengöring
81290
813|Skötsel och underhåll av grönytor
8130
81300
82|Kontorstjänster och andra företagstjänster
821|Kontorstjänster
8211|Kombinerade kontorstjänster
82110
8219|Kopiering, dokumentsammanställning och andra specialiserade kontorstjänster
82190
822|Callcenterverksamhet
8220
82200
823|Arrangemang av kongresser och mässor
8230
82300
829|Andra företagstjänster
8291|Inkassoföretags och kreditupplysningsföretags verksamhet
82910
8292|Förpackningsverksamhet
82920
8299|Övriga företagstjänster
82990
84|Offentlig förvaltning och försvar;  obligatorisk socialförsäkring
841|Offentlig förvaltning
8411|Övergripande offentlig förvaltning
84111|Stats- och kommunledning, lagstiftning och övergripande planering
84112|Inspektion, kontroll, tillståndsgivning
84113|Skatteförvaltning, indrivning
84114|Samhällelig informationsförsörjning
84115|Personalförvaltning och andra allmänna stödtjänster
8412|Administration av vård, utbildning, kulturell verksamhet och annan samhällsservice
84121|Administration av grundskole- och gymnasieskoleutbildning
84122|Administration av universitets- och högskoleutbildning samt forskning
84123|Administration av hälso- och sjukvård
84124|Administration av omsorg och socialtjänst
84125|Administration av program för kultur, miljö, boende m.m.
8413|Administration av näringslivsprogram
84131|Administration av infrastrukturprogram
84132|Administration av program för jordbruk, skogsbruk, jakt och fiske
84133|Administration av arbetsmarknadsprogram
84139|Administration av andra näringslivsprogram
842|Offentliga tjänster
8421|Utrikesförvaltning
84210
8422|Totalförsvar
84221|Militärt försvar
84222|Gemensam verksamhet för totalförsvaret
84223|Civilt försvar och frivilligförsvar
8423|Rättskipning
84231|Åklagarverksamhet
84232|Domstolsverksamhet
84233|Kriminalvård
8424|Polisverksamhet
84240
8425|Brand- och räddningsverksamhet
84250
843|Obligatorisk socialförsäkring
8430
84300
85|Utbildning
851|Förskoleutbildning
8510
85100
852|Grundskoleutbildning
8520
85201|Grundskoleutbildning och förskoleklass
85202|Utbildning inom grundsärskola
853|Gymnasial utbildning
8531|Studieförberedande gymnasial utbildning m.m.
85311|Studieförberedande gymnasial utbildning
85312|Kommunal vuxenutbildning o.d.
8532|Gymnasial yrkesutbildning m.m.
85321|Gymnasial yrkesutbildning
85322|Utbildning inom gymnasiesärskola
85323|Annan gymnasial utbildning
85324|Yrkesförarutbildning m.m.
854|Eftergymnasial utbildning
8541|Eftergymnasial utbildning vid annat än universitet och högskola
85410
8542|Universitets- eller högskoleutbildning
85420
855|Vuxenutbildning och övrig utbildning
8551|Sport- och fritidsutbildning
85510
8552|Musik-, dans- och övrig kulturell utbildning
85521|Kommunala kulturskolans utbildning
85522|Övrig musik-, dans- och kulturell utbildning
8553|Trafikskoleverksamhet
85530
8559|Övrig utbildning
85591|Arbetsmarknadsutbildning
85592|Folkhögskoleutbildning
85593|Studieförbundens och frivilligorganisationernas utbildning
85594|Personalutbildning
85599|Diverse övrig utbildning
856|Stödverksamhet för utbildningsväsendet
8560
85600
86|Hälso- och sjukvård
861|Sluten sjukvård
8610
86101|Sluten primärvård
86102|Specialiserad sluten somatisk hälso- och sjukvård på sjukhus
86103|Specialiserad sluten psykiatrisk hälso- och sjukvård på sjukhus
862|Öppen hälso- och sjukvård, tandvård
8621|Allmänpraktiserande läkarverksamhet
86211|Primärvårdsmottagningar med läkare m.m.
86212|Annan allmän öppen hälso- och sjukvård, ej primärvård
8622|Specialistläkarverksamhet inom öppenvård
86221|Specialistläkarverksamhet inom öppenvård, på sjukhus
86222|Specialistläkarverksamhet inom öppenvård, ej på sjukhus
8623|Tandläkarverksamhet
86230
869|Annan hälso- och sjukvård
8690
86901|Medicinsk laboratorieverksamhet m.m.
86902|Ambulanstransporter och ambulanssjukvård
86903|Primärvård, ej läkare
86904|Tandhygienistverksamhet
86905|Fysioterapeutisk verksamhet  o.d.
86909|Annan öppen hälso- och sjukvård, utan läkare
87|Vård och omsorg med boende
871|Boende med sjuksköterskevård
8710
87100
872|Boende med särskild service för personer med utvecklingsstörning, psykiska funktionshinder eller missbruksproblem
8720
87201|Boende med särskild service för personer med utvecklingsstörning eller  psykiska funktionshinder
87202|Boende med särskild service för barn och ungdomar med missbruksproblem
87203|Boende med särskild service för vuxna med missbruksproblem
873|Vård och omsorg i särskilda boendeformer för äldre och funktionshindrade personer
8730
87301|Vård och omsorg i särskilda boendeformer för äldre personer
87302|Vård och omsorg i särskilda boendeformer för  personer med funktionshinder
879|Annan vård och omsorg med boende
8790
87901|Heldygnsvård med boende för barn och ungdomar med sociala problem
87902|Omsorg och sociala insatser i övriga boendeformer för vuxna
88|Öppna sociala insatser
881|Öppna sociala insatser för äldre och funktionshindrade personer
8810
88101|Öppna sociala insatser för äldre personer
88102|Öppna sociala insatser för personer med funktionshinder
889|Andra öppna sociala insatser
8891|Dagbarnvård
88910
8899|Övriga öppna sociala insatser
88991|Öppna sociala insatser för barn och ungdomar med sociala problem
88992|Öppna sociala insatser för vuxna med missbruksproblem
88993|Övriga öppna sociala insatser för vuxna
88994|Humanitära insatser
88995|Drift av flyktingförläggning
90|Konstnärlig och kulturell verksamhet samt underhållningsverksamhet
900
9001|Artistisk verksamhet
90010
9002|Stödtjänster till artistisk verksamhet
90020
9003|Litterärt och konstnärligt skapande
90030
9004|Drift av teatrar, konserthus o.d.
90040
91|Biblioteks-, arkiv- och museiverksamhet m.m.
910
9101|Biblioteks- och arkivverksamhet
91011|Biblioteksverksamhet
91012|Arkivverksamhet
9102|Museiverksamhet
91020
9103|Vård av historiska minnesmärken och byggnader och liknande sevärdheter
91030
9104|Drift av botaniska trädgårdar, djurparker och naturreservat
91040
92|Spel- och vadhållningsverksamhet
920
9200
92000
93|Sport-, fritids- och nöjesverksamhet
931|Sportverksamhet
9311|Drift av sportanläggningar
93111|Drift av skidsportanläggningar
93112|Drift av golfbanor
93113|Drift av motorbanor
93114|Drift av trav- och galoppbanor
93119|Drift av sporthallar, idrottsplatser och andra sportanläggningar
9312|Sportklubbars och idrottsföreningars verksamhet
93120
9313|Drift av gymanläggningar
93130
9319|Annan sportverksamhet
93191|Tävling med hästar
93199|Övrig sportverksamhet
932|Fritids- och nöjesverksamhet
9321|Nöjes- och temaparksverksamhet
93210
9329|Övrig fritids- och nöjesverksamhet
93290
94|Intressebevakning; religiös verksamhet
941|Intressebevakning inom bransch-, arbetsgivar- och yrkesorganisationer
9411|Intressebevakning inom bransch- och arbetsgivarorganisationer
94111|Intressebevakning inom branschorganisationer
94112|Intressebevakning inom arbetsgivarorganisationer
9412|Intressebevakning inom yrkesorganisationer
94120
942|Intressebevakning inom arbetstagarorganisationer
9420
94200
949|Verksamhet i religiösa samfund och i andra intresseorganisationer
9491|Verksamhet i religiösa samfund
94910
9492|Verksamhet i politiska organisationer
94920
9499|Verksamhet i andra intresseorganisationer
94990
95|Reparation av datorer, hushållsartiklar och personliga artiklar
951|Reparation av datorer och kommunikationsutrustning
9511|Reparation av datorer och kringutrustning
95110
9512|Reparation av kommunikationsutrustning
95120
952|Reparation av hushållsartiklar och personliga artiklar
9521|Reparation av hemelektronik
95210
9522|Reparation av hushållsapparater samt av utrustning för hem och trädgård
95220
9523|Lagning av skodon och lädervaror
95230
9524|Reparation av möbler och heminredning
95240
9525|Reparation av ur och guldsmedsvaror
95250
9529|Reparation av andra hushållsartiklar och personliga artiklar
95290
96|Andra konsumenttjänster
960
9601|Tvätteriverksamhet
96011|Industri- och institutionstvätt
96012|Konsumenttvätt
9602|Hår- och skönhetsvård
96021|Hårvård
96022|Skönhetsvård
9603|Begravningsverksamhet
96030
9604|Kroppsvård
96040
9609|Övriga konsumenttjänster
96090
97|Förvärvsarbete i hushåll
970
9700
97000
98|Hushållens produktion av diverse varor och tjänster för eget bruk
981|Hushållens produktion av diverse varor för eget bruk
9810
98100
982|Hushållens produktion av diverse tjänster för eget bruk
9820
98200
99|Verksamhet vid internationella organisationer, utländska ambassader o.d.
990
9900
99000
A|Jordbruk, skogsbruk och fiske
B|Utvinning av mineral
C|Tillverkning
D|Försörjning av el, gas, värme och kyla
E|Vattenförsörjning; avloppsrening, avfallshantering och sanering
F|Byggverksamhet
G|Handel; reparation av motorfordon och motorcyklar
H|Transport och magasinering
I|Hotell- och restaurangverksamhet
J|Informations- och kommunikationsverksamhet
K|Finans- och försäkringsverksamhet
L|Fastighetsverksamhet
M|Verksamhet inom juridik, ekonomi, vetenskap och teknik
N|Uthyrning, fastighetsservice, resetjänster och andra stödtjänster
O|Offentlig förvaltning och försvar; obligatorisk socialförsäkring
P|Utbildning
Q|Vård och omsorg; sociala tjänster
R|Kultur, nöje och fritid
S|Annan serviceverksamhet
T|Förvärvsarbete i hushåll; hushållens produktion av diverse varor och tjänster för eget bruk
U|Verksamhet vid internationella organisationer, utländska ambassader o.d.`
