import type { Locale } from '@jamvikt/i18n'
import { Select } from '@jamvikt/ui'
import { LIVE, type SourceBlock } from '../model-content.ts'
import { nameOfBlock } from './block-name.ts'

/** What can be added from outside the plan. */
export interface Addable {
  readonly datasets: readonly { readonly slug: string; readonly name: string }[]
  readonly findings: readonly { readonly id: string; readonly name: string }[]
}

const OWN_KINDS = ['words', 'heading', 'comment', 'callout', 'page-break'] as const

/** Adds a block of a kind, and says where. */
export function AddForm(props: {
  locale: Locale
  revision: number
  blocks: readonly SourceBlock[]
  addable: Addable
}) {
  const { locale, blocks, addable } = props
  const groups = [
    {
      label: locale.text('doc.add.own'),
      choices: OWN_KINDS.map((kind) => ({ value: kind, label: locale.text(`doc.block.${kind}`) })),
    },
    {
      label: locale.text('doc.add.plan'),
      choices: LIVE.map((of) => ({ value: `live:${of}`, label: locale.text(`doc.live.${of}`) })),
    },
    {
      label: locale.text('doc.add.statistics'),
      choices: addable.datasets.map(({ slug, name }) => ({ value: `figure:${slug}`, label: name })),
    },
    {
      label: locale.text('doc.add.findings'),
      choices: addable.findings.map(({ id, name }) => ({ value: `finding:${id}`, label: name })),
    },
  ]
  return (
    <form method="post" class="card form no-print" id="add">
      <h2>{locale.text('doc.add')}</h2>
      <input type="hidden" name="revision" value={props.revision} />
      <div class="field">
        <label for="what">{locale.text('doc.add.what')}</label>
        <select id="what" name="what">
          {groups
            .filter(({ choices }) => choices.length > 0)
            .map(({ label, choices }) => (
              <optgroup key={label} label={label}>
                {choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      </div>
      <Select
        id="after"
        label={locale.text('doc.add.after')}
        value=""
        choices={[
          { value: '', label: locale.text('doc.add.last') },
          ...blocks.map((block) => ({
            value: block.id,
            label: locale.text('doc.add.after.one', { name: nameOfBlock(locale, block) }),
          })),
        ]}
      />
      <button class="button" type="submit" name="act" value="add">
        {locale.text('doc.add')}
      </button>
    </form>
  )
}
