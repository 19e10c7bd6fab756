import { TemplateFault } from './template-fault.ts'
import { type Relation, WORD_TYPE } from './word-package.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const WORD = ['styles', 'settings', 'fontTable', 'numbering', 'header', 'footer', 'footnotes', 'endnotes']
const TYPES = new Map<string, RegExp>([
  ...[...WORD, 'comments'].map((kind): [string, RegExp] => [kind, exactly(`${WORD_TYPE}${kind}+xml`)]),
  ['officeDocument', /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.\w+\.main\+xml$/],
  ['theme', exactly(`${OFFICE}theme+xml`)],
  ['core-properties', exactly('application/vnd.openxmlformats-package.core-properties+xml')],
  ['extended-properties', exactly(`${OFFICE}extended-properties+xml`)],
  ['custom-properties', exactly(`${OFFICE}custom-properties+xml`)],
  ['image', /^image\/(png|jpeg|jpg|pjpeg|gif|bmp|tiff|x-emf|x-wmf|emf|wmf|svg\+xml)$/i],
  ['font', /^application\/(vnd\.openxmlformats-officedocument\.obfuscatedFont|x-font(data|-ttf|-otf)?)$/i],
  ...['diagramData', 'diagramLayout', 'diagramQuickStyle', 'diagramColors', 'diagramDrawing'].map(
    (kind): [string, RegExp] => [kind, /^application\/[\w.-]+\.diagram\w+\+xml$/],
  ),
])
const OF_OFFICE =
  /^http:\/\/schemas\.(openxmlformats\.org\/(officeDocument|package|officedocument(?=.*\/core-))|microsoft\.com\/office)\/\d{4}\/relationships\/(metadata\/)?[\w-]+$/
/** Pictures by their first bytes: PNG, JPEG, GIF, BMP, TIFF, WMF of two kinds. */
const BEGINS = ['89504e47', 'ffd8ff', '47494638', '424d', '49492a00', '4d4d002a', 'd7cdc69a', '01000900']

function exactly(type: string): RegExp {
  return new RegExp(`^${type.replaceAll(/[.+]/g, '\\$&')}$`, 'i')
}

/** Refuses a relation of a kind that no template needs, or to a part that is of another type than the kind has. */
export function checkKind({ kind, type, target }: Relation, typeOfTarget: () => string) {
  const wanted = TYPES.get(kind)
  if (type.startsWith('http://purl.oclc.org/ooxml/')) throw new TemplateFault('strict')
  if (wanted === undefined || !OF_OFFICE.test(type)) throw new TemplateFault('embedded', kind)
  const told = typeOfTarget()
  if (kind !== 'officeDocument' && !wanted.test(told)) throw new TemplateFault('damaged', target)
}

/** Whether a part of this kind is bytes and not XML. */
export function isBare(kind: string, type: string): boolean {
  return kind === 'font' || (kind === 'image' && !/svg/i.test(type))
}

/** Refuses a picture that is not one by its bytes, whatever it is called. */
export function checkPicture(bytes: Uint8Array, name: string) {
  const head = Buffer.from(bytes.subarray(0, 44))
  const isMetafile = head.toString('hex', 0, 4) === '01000000' && head.toString('latin1', 40, 44) === ' EMF'
  const begin = head.toString('hex', 0, 4)
  if (!isMetafile && !BEGINS.some((each) => begin.startsWith(each))) throw new TemplateFault('damaged', name)
}
