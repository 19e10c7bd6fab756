import { makeCertificate, publishedCounts } from '../certificate/make-certificate.ts'
import type { Certificate, Hash } from '../certificate/types.ts'
import { verify } from '../certificate/verify.ts'
import type { Suppression } from '../suppress/suppress.ts'

export interface FailedCertificate {
  readonly ok: false
  /** The proof does not hold: a fault of the program. Nothing may be released. */
  readonly reason: 'certificate-fails'
  readonly what: string
}

/** The certificate of a suppression, once its own arithmetic has held. */
export function certificateOf(
  suppression: Suppression,
  hash: Hash,
): { readonly ok: true; readonly certificate: Certificate } | FailedCertificate {
  const certificate = makeCertificate(suppression, hash)
  const { cube, counts } = suppression.set
  const checked = verify(publishedCounts(cube, counts, suppression.cells), certificate, hash)
  return checked.ok
    ? { ok: true, certificate }
    : { ok: false, reason: 'certificate-fails', what: checked.reason }
}
