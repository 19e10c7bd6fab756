import type { Locale } from '@jamvikt/i18n'
import type { SourceBlock } from '../model-content.ts'

/** What a block is called where it is spoken of. */
export function nameOfBlock(locale: Locale, block: SourceBlock): string {
  const kind =
    block.kind === 'live' ? locale.text(`doc.live.${block.of}`) : locale.text(`doc.block.${block.kind}`)
  const heading = block.kind === 'page-break' ? '' : block.heading
  return heading === '' || heading === kind ? kind : `${kind}: ${heading}`
}
