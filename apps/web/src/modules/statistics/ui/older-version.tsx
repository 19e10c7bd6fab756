import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { Dataset } from '../model-datasets.ts'

/** Says that what is shown is not the latest version, where it is not. */
export function OlderVersion(props: { locale: Locale; dataset: Dataset; version: number }) {
  const { locale, dataset, version } = props
  if (version === dataset.version) return null
  return (
    <Notice kind="watch">{locale.text('stat.versions.older', { version, latest: dataset.version })}</Notice>
  )
}
