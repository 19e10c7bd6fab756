import type { TooManyCells } from '../model/cube.ts'
import type { NotACertificate } from './read-certificate.ts'

/** What a certificate fails on. Cells by their codes. */
export type VerificationFault =
  | NotACertificate
  | TooManyCells
  | {
      readonly ok: false
      readonly reason:
        | 'unknown-cell'
        | 'cell-twice'
        /** A cell is shown that the certificate hides, or the reverse, or another count is shown. */
        | 'cells-differ'
        | 'not-additive'
        /** Parts that are not the whole, or contributors that are not the amount. */
        | 'bad-figure'
        | 'sensitive-shown'
        | 'must-publish-hidden'
        /** An empty cell is hidden, though the attackers are told that none is. */
        | 'empty-hidden'
        | 'sibling-shown'
        | 'no-witness'
      readonly cell: readonly string[]
    }
  | { readonly ok: false; readonly reason: 'hash-differs' | 'counts-differ' }
  | {
      readonly ok: false
      /** A row breaks a sum, moves a public cell, goes below what the attackers know, is too narrow, or rests on one person. */
      readonly reason:
        | 'witness-breaks-sum'
        | 'witness-moves-published'
        | 'witness-below-bound'
        | 'witness-too-narrow'
        | 'witness-uses-single'
      readonly row: number
      readonly cell: readonly string[]
    }
