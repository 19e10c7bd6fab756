export const release = {
  'release.title': 'Frisläpp siffror ur {name}',
  'release.lede': 'Varje period frisläpps en gång, med alla korsningar på samma gång. Därefter är den fryst.',
  'release.protecting': 'Tabellerna skyddas',
  'release.protecting.wait':
    'En stor lista kan ta några minuter. Du kan lämna sidan: arbetet fortsätter, och tabellerna finns här när det är klart.',
  'release.protecting.failed': 'Tabellerna kunde inte skyddas. Försök igen.',
  'release.protecting.fewer':
    'Händer det igen: läs in listan på nytt med färre grupper, utan en av kolumnerna eller med bredare värden i den.',
  'release.protecting.again': 'Försök igen',
  'release.period': 'Period',
  'release.cases': 'Ärenden',
  'release.groups': 'Grupper',
  'release.hiddenGroups': 'Dolda',
  'release.state': 'Läge',
  'release.choose': 'Frisläpp',
  'release.state.new': 'inte frisläppt',
  'release.state.unchanged': 'frisläppt, oförändrad',
  'release.state.withdrawn': 'tillbakadragen, oförändrad sedan dess',
  'release.state.correctable': 'ändrad sedan frisläppandet: {changes} ändringar, en rättelse kan visas',
  'release.state.not-correctable':
    'ändrad sedan frisläppandet: {changes} ändringar, för få för att en rättelse ska kunna visas',
  'release.state.running': 'pågår, kan frisläppas när perioden är slut',
  'release.button': 'Frisläpp valda perioder',
  'release.correct': 'Rätta',
  'release.correct.yes': 'De gamla siffrorna dras tillbaka och de rättade frisläpps.',
  'release.correct.no':
    'De gamla siffrorna dras tillbaka med en notis. Rättade siffror skulle röja enskilda ärenden.',
  'release.nothing': 'Inget är valt. Kryssa i minst en period.',
  'release.confirm':
    'Jag har sett vad som visas och döljs, och frisläpper siffrorna till regionens medlemmar.',
  'release.confirmMissing': 'Bekräfta att du frisläpper siffrorna.',
  'release.changed-meanwhile': 'Listan ändrades under tiden. Se över siffrorna och försök igen.',
  'release.not-releasable': 'Perioden kan inte frisläppas.',
  'release.method-differs':
    'Listan är tidigare frisläppt med en annan skyddsmetod. Siffror skyddade på två sätt kan jämföras och röja personer. Inget har frisläppts.',
  'release.certificate-fails':
    'Beviset för att siffrorna är skyddade håller inte. Inget har frisläppts. Det är ett fel i programmet: berätta det för den som sköter det.',
  'release.moved':
    'Ärenden i perioden är redan frisläppta i {periods}. Välj den perioden samtidigt så att den rättas, annars räknas samma ärende två gånger.',
  'release.aggregated':
    'Listan innehåller antal, inte ärenden. Kontrollera att samma ärenden inte är frisläppta i en annan lista: det går inte att se härifrån.',
  'release.noRecipient':
    'Listan saknar mottagare. Varje ärende räknas som en egen mottagare när dominans och medianer prövas.',
  'release.pairHidden': 'Kvinnor och män totalt döljs. Längre perioder (inställningarna) visar oftast mer.',
  'release.preview': 'Förhandsvisa',
  'release.preview.mark': 'Förhandsvisning av {period}: så här ser läsarna siffrorna om du frisläpper dem',
  'release.series.applied': 'Kvinnors andel av sökande',
  'release.series.rateWomen': 'Beviljade, kvinnor',
  'release.series.rateMen': 'Beviljade, män',
  'release.series.amount': 'Kvinnors andel av kronorna',
  'release.overlap':
    'Några av ärendena är redan frisläppta i listan {lists}. Två frisläppta listor med samma ärenden kan jämföras och röja personer.',
  'release.done': 'Siffrorna är frisläppta.',
  'release.withdrawn': 'Siffrorna är tillbakadragna.',
  'release.notice.corrected': 'Perioden {period} är rättad. Se den nya versionen.',
  'release.notice.withdrawn':
    'Perioden {period} är tillbakadragen: ändringar i källan kan inte visas utan att röja enskilda.',
  'release.none': 'Inget är frisläppt än.',
  'release.history': 'Frisläppta versioner',
  'release.see': 'Se siffrorna',
  'release.take': 'Ta med',
  'release.xlsx': 'Excel',
  'release.csv': 'CSV',
  'release.json': 'JSON',
  'release.allPeriods': 'Alla perioder',
  'release.series': 'År för år',
  'release.series.text':
    'Kvinnors andelar av kvinnor och män, och andelen beviljade för vardera, i varje frisläppt period.',
  'release.proof': 'Så är siffrorna skyddade',
  'release.proof.text':
    'En grupp döljs när något av dess antal ligger mellan 1 och {most}, eller när ett belopp nästan helt är en eller två mottagares. Fler grupper döljs så att de inte går att räkna ut: den som har alla antal som visas kan inte snäva in något dolt litet antal till ett intervall med färre än {values} värden. Det är prövat för varje period innan siffrorna frisläpptes.',
  'release.proof.hidden': 'Dolda grupper',
  'release.proof.hiddenOf': '{hidden} av {groups}',
  'release.proof.everything': 'alla',
  'release.proof.hash': 'Kontrollsumma',
  'release.proof.values': 'Snävaste intervall för ett dolt litet antal',
  'release.proof.valuesAtLeast': 'minst {values} värden',
  'release.proof.note':
    'Tomma grupper som visas är inte räknade. Kontrollsumman är tagen av hur många ärenden varje grupp i perioden har och av vilka grupper som är dolda: ändras något av det blir den en annan.',
  'release.proof.method': 'Läs om röjandeskyddet',
} as const
