export const lookTemplate = {
  'look.template': 'Egen Wordmall',
  'look.template.none':
    'Ingen egen mall är vald. Word-filer får färg, typsnitt, logotyp och fotrad från den här sidan.',
  'look.template.used':
    'Word-filer skrivs i {name}. Färg, typsnitt, logotyp och fotrad på den här sidan gäller då PDF, och det som mallen saknar.',
  'look.template.open': 'Välj, byt eller ta bort mall',
  'look.template.lede':
    'Rapporter som hämtas som Word skrivs i regionens egen mall: papper, sidhuvud, sidfot, typsnitt och format kommer därifrån. PDF, Excel, HTML och webbsidan ändras inte.',
  'look.template.file': 'Mall (.docx eller .dotx)',
  'look.template.file.hint': 'Högst 5 MB, utan makron.',
  'look.template.send': 'Använd mallen',
  'look.template.saved': 'Mallen är vald. Antagna rapporter behåller den de antogs med.',
  'look.template.removed': 'Mallen är borttagen. Antagna rapporter behåller den.',
  'look.template.remove': 'Ta bort mallen',
  'look.template.bring-back': 'Ångra',
  'look.template.back': 'Mallen används igen.',
  'look.template.now': 'Mallen som används',
  'look.template.empty': 'Ingen mall är vald.',
  'look.template.chosen': 'Vald av {name} {time}.',
  'look.template.take': 'Hämta mallen',
  'look.template.change': 'Byt mall',
  'look.template.choose': 'Välj en mall',
  'look.template.clash':
    '{name} har ändrat mallen {time}. Titta på den som gäller nu och gör om det du ville göra.',
  'look.template.found': 'Det här finns i mallen',
  'look.template.paper': 'Papper',
  'look.template.paper.size': '{width} × {height} mm',
  'look.template.place': 'Rapportens plats',
  'look.template.place.yes': 'Vid {place}. Det som står runt om behålls.',
  'look.template.place.no': '{place} saknas: mallens egen text lämnas bort och bara utseendet används.',
  'look.template.fields': 'Fylls i',
  'look.template.unknown': 'Okända ord, står kvar som de är',
  'look.template.pages': 'Sidhuvud och sidfot',
  'look.template.pages.count': 'Sidhuvuden: {headers}. Sidfötter: {footers}.',
  'look.template.pages.first': 'Första sidan har egna.',
  'look.template.pictures': 'Bilder',
  'look.template.styles': 'Format som används',
  'look.template.lacking': 'Format som saknas: våra används',
  'look.template.style.heading1': 'Rubrik 1',
  'look.template.style.heading2': 'Rubrik 2',
  'look.template.style.heading3': 'Rubrik 3',
  'look.template.style.title': 'Rubrik',
  'look.template.style.subtitle': 'Underrubrik',
  'look.template.style.caption': 'Beskrivning',
  'look.template.style.bullets': 'Punktlista',
  'look.template.fonts': 'Typsnitt',
  'look.template.fonts.both': '{headings} i rubriker, {body} i text',
  'look.template.fonts.untold': 'ej angivet',
  'look.template.taken': 'Har lämnats bort',
  'look.template.taken.attached-template': 'koppling till en annan mall',
  'look.template.taken.mail-merge': 'koppling till utskick',
  'look.template.taken.protection': 'dokumentskydd',
  'look.template.taken.building-blocks': 'byggblock',
  'look.template.taken.signature': 'digital signatur',
  'look.template.how': 'Så gör du en mall',
  'look.template.how.look':
    'Börja i er vanliga Wordmall. Rubriker skrivs i formaten Rubrik 1–3, texter vid tabeller och figurer i Beskrivning, listor i Punktlista.',
  'look.template.how.place':
    'Skriv {place} i ett eget stycke där rapporten ska stå, till exempel efter ett försättsblad. Utan det används bara mallens utseende.',
  'look.template.how.fields':
    'Skriv {title}, {subtitle}, {date} eller {region} i texten, sidhuvudet eller sidfoten där de ska fyllas i.',
  'look.template.how.save': 'Spara som .docx eller .dotx, utan makron och med bilderna i filen.',
  'look.template.fault.none': 'Välj en fil.',
  'look.template.fault.too-large':
    'Filen är större än 5 MB. Komprimera bilderna i Word (Bildformat, Komprimera bilder) och spara igen.',
  'look.template.fault.unpacks-too-large':
    'Filen är för stor när den packas upp. Ta bort det som inte hör till mallen och spara igen.',
  'look.template.fault.not-word':
    'Filen är inget Word-dokument. Öppna mallen i Word och spara den som .docx eller .dotx.',
  'look.template.fault.old-word':
    'Filen är i det gamla formatet .doc. Öppna den i Word och spara den som .docx.',
  'look.template.fault.encrypted':
    'Filen är skyddad med lösenord. Ta bort lösenordet i Word (Arkiv, Info, Skydda dokument) och spara igen.',
  'look.template.fault.strict':
    'Filen är sparad som Strict Open XML. Spara den som ”Word-dokument (.docx)” i stället.',
  'look.template.fault.damaged':
    'Filen är skadad och kan inte läsas. Öppna den i Word, spara en ny kopia och välj den.',
  'look.template.fault.macros': 'Filen har makron. Spara den som .docx eller .dotx, utan makron.',
  'look.template.fault.external':
    'Filen hämtar något från en annan plats: {detail}. Infoga bilden i filen eller ta bort länken, och spara igen.',
  'look.template.fault.embedded':
    'Filen har ett inbäddat objekt ({detail}), som ett diagram eller ett kalkylblad. Ersätt det med en bild och spara igen.',
  'look.template.fault.field':
    'Filen har fältet {detail}, som kan hämta eller köra något. Ta bort fältet och spara igen.',
  'look.template.fault.place-twice': '{place} står på flera ställen. Låt det stå på ett.',
  'look.template.fault.place-inside':
    '{place} ska stå ensamt i ett eget stycke, inte i en tabell, en textruta eller en mening.',
  'look.template.fault.too-narrow':
    'Sidan har för lite plats mellan marginalerna: minst 6 cm behövs på bredden och på höjden.',
  'look.template.fault.too-slow':
    'Filen tog för lång tid eller för mycket minne att läsa. Ta bort det som inte hör till mallen och spara igen.',
  'look.template.fault.busy': 'Flera mallar läses just nu. Vänta en stund och skicka filen igen.',
} as const
