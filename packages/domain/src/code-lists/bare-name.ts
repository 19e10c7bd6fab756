/**
 * A name without what people write differently: upper and lower case, spaces, hyphens and other punctuation.
 * @example bareName('Hotell- och restaurangverksamhet') // 'hotellochrestaurangverksamhet'
 */
export function bareName(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[\s\p{P}]+/gu, '')
}
