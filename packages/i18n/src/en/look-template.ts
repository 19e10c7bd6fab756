export const lookTemplate = {
  'look.template': 'Word template of your own',
  'look.template.none': 'No template is chosen. Word files get colour, fonts, logo and foot from this page.',
  'look.template.used':
    'Word files are written in {name}. Colour, fonts, logo and foot on this page then go for PDF, and for what the template lacks.',
  'look.template.open': 'Choose, change or remove the template',
  'look.template.lede':
    'Reports taken along as Word are written in the region’s own template: paper, header, footer, fonts and styles come from it. PDF, Excel, HTML and the web page stay as they are.',
  'look.template.file': 'Template (.docx or .dotx)',
  'look.template.file.hint': 'At most 5 MB, without macros.',
  'look.template.send': 'Use the template',
  'look.template.saved': 'The template is chosen. Adopted reports keep the one they were adopted with.',
  'look.template.removed': 'The template is removed. Adopted reports keep it.',
  'look.template.remove': 'Remove the template',
  'look.template.bring-back': 'Undo',
  'look.template.back': 'The template is used again.',
  'look.template.now': 'The template in use',
  'look.template.empty': 'No template is chosen.',
  'look.template.chosen': 'Chosen by {name} {time}.',
  'look.template.take': 'Download the template',
  'look.template.change': 'Change the template',
  'look.template.choose': 'Choose a template',
  'look.template.clash':
    '{name} changed the template {time}. Look at the one that stands now, and do again what you wanted to do.',
  'look.template.found': 'What the template holds',
  'look.template.paper': 'Paper',
  'look.template.paper.size': '{width} × {height} mm',
  'look.template.place': 'Place of the report',
  'look.template.place.yes': 'At {place}. What stands around it is kept.',
  'look.template.place.no':
    '{place} is missing: the template’s own text is left out and only its look is used.',
  'look.template.fields': 'Filled in',
  'look.template.unknown': 'Unknown words, left as they are',
  'look.template.pages': 'Header and footer',
  'look.template.pages.count': 'Headers: {headers}. Footers: {footers}.',
  'look.template.pages.first': 'The first page has its own.',
  'look.template.pictures': 'Pictures',
  'look.template.styles': 'Styles in use',
  'look.template.lacking': 'Styles that are missing: ours are used',
  'look.template.style.heading1': 'Heading 1',
  'look.template.style.heading2': 'Heading 2',
  'look.template.style.heading3': 'Heading 3',
  'look.template.style.title': 'Title',
  'look.template.style.subtitle': 'Subtitle',
  'look.template.style.caption': 'Caption',
  'look.template.style.bullets': 'List Bullet',
  'look.template.fonts': 'Fonts',
  'look.template.fonts.both': '{headings} in headings, {body} in text',
  'look.template.fonts.untold': 'not said',
  'look.template.taken': 'Left out',
  'look.template.taken.attached-template': 'a link to another template',
  'look.template.taken.mail-merge': 'a link to mailings',
  'look.template.taken.protection': 'protection of the document',
  'look.template.taken.building-blocks': 'building blocks',
  'look.template.taken.signature': 'a digital signature',
  'look.template.how': 'How to make a template',
  'look.template.how.look':
    'Begin in your usual Word template. Headings are written in the styles Heading 1–3, the words at tables and figures in Caption, lists in List Bullet.',
  'look.template.how.place':
    'Write {place} in a paragraph of its own where the report is to stand, such as after a cover. Without it only the look of the template is used.',
  'look.template.how.fields':
    'Write {title}, {subtitle}, {date} or {region} in the text, the header or the footer where they are to be filled in.',
  'look.template.how.save': 'Save as .docx or .dotx, without macros and with the pictures in the file.',
  'look.template.fault.none': 'Choose a file.',
  'look.template.fault.too-large':
    'The file is larger than 5 MB. Compress the pictures in Word (Picture Format, Compress Pictures) and save it again.',
  'look.template.fault.unpacks-too-large':
    'The file is too large when it is unpacked. Remove what is no part of the template and save it again.',
  'look.template.fault.not-word':
    'The file is no Word document. Open the template in Word and save it as .docx or .dotx.',
  'look.template.fault.old-word': 'The file is in the old format .doc. Open it in Word and save it as .docx.',
  'look.template.fault.encrypted':
    'The file is protected by a password. Remove the password in Word (File, Info, Protect Document) and save it again.',
  'look.template.fault.strict':
    'The file is saved as Strict Open XML. Save it as “Word Document (.docx)” instead.',
  'look.template.fault.damaged':
    'The file is damaged and cannot be read. Open it in Word, save a new copy and choose that.',
  'look.template.fault.macros': 'The file has macros. Save it as .docx or .dotx, without macros.',
  'look.template.fault.external':
    'The file fetches something from elsewhere: {detail}. Insert the picture in the file or remove the link, and save it again.',
  'look.template.fault.embedded':
    'The file has an embedded object ({detail}), such as a chart or a spreadsheet. Put a picture in its place and save it again.',
  'look.template.fault.field':
    'The file has the field {detail}, which can fetch or run something. Remove the field and save it again.',
  'look.template.fault.place-twice': '{place} stands in several places. Let it stand in one.',
  'look.template.fault.place-inside':
    '{place} is to stand alone in a paragraph of its own, not in a table, a text box or a sentence.',
  'look.template.fault.too-narrow':
    'The page has too little room between its margins: at least 6 cm are needed across and down.',
  'look.template.fault.too-slow':
    'The file took too long or too much memory to read. Remove what is no part of the template and save it again.',
  'look.template.fault.busy':
    'Several templates are being read right now. Wait a moment and send the file again.',
} as const
