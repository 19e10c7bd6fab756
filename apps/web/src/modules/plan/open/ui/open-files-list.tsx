import type { Locale } from '@jamvikt/i18n'
import { OPEN_FILES } from '../model-open.ts'

/** The plan as files, for people and programs. */
export function OpenFilesList({ locale, here }: { locale: Locale; here: string }) {
  return (
    <section class="card no-print" id="files">
      <h2>{locale.text('open.plan.files')}</h2>
      <p>{locale.text('open.plan.files.text')}</p>
      <p class="chips">
        {OPEN_FILES.map((name) => (
          <a class="chip" key={name} href={`${here}/${name}?lang=${locale.language}`}>
            {locale.text(`open.plan.file.${name}`)}
          </a>
        ))}
      </p>
    </section>
  )
}
