import { LEADER_RULES } from '@jamvikt/domain'
import { DATE_STYLES } from '@jamvikt/tables'
import { Checkbox, Select } from '@jamvikt/ui'
import { columnChoices, type MappingPageProps } from './mapping-choices.tsx'

export function About(props: MappingPageProps) {
  const { locale, mapping, inspection } = props
  const rule = (value: string) => locale.dynamic(`intake.map.rule.${value}`, value)
  const choices = columnChoices(locale, inspection)
  const alternatives = LEADER_RULES.filter((one) => mapping.alternativeSex?.[one])
  return (
    <fieldset>
      <legend>{locale.text('intake.map.sheet')}</legend>
      <div class="form">
        <Select
          id="leaderRule"
          label={locale.text('intake.map.rule')}
          hint={locale.text('intake.map.ruleHint')}
          value={mapping.leaderRule ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.chooseRule') },
            ...LEADER_RULES.map((value) => ({ value, label: rule(value) })),
          ]}
        />
        {alternatives.map((one) => (
          <Select
            key={one}
            id={`alternative.${one}`}
            label={locale.text('intake.map.alternative', { rule: rule(one) })}
            value={mapping.alternativeSex?.[one] ?? ''}
            choices={choices}
          />
        ))}
        <Checkbox
          id="sexInferred"
          label={locale.text('intake.map.inferred')}
          hint={locale.text('intake.map.inferredHint')}
          checked={mapping.sexInferred === true}
        />
        <Select
          id="industryVersion"
          label={locale.text('intake.map.version')}
          value={mapping.industryVersion ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.chooseRule') },
            { value: 'SNI2007', label: 'SNI 2007' },
            { value: 'SNI2025', label: 'SNI 2025' },
            { value: 'none', label: locale.text('intake.map.versionNone') },
          ]}
        />
        {mapping.aggregated ? null : (
          <Select
            id="constant.outcome"
            label={locale.text('intake.map.outcome')}
            value={mapping.constants?.outcome ?? ''}
            choices={[
              { value: '', label: locale.text('intake.map.outcomeColumn') },
              { value: 'granted', label: locale.text('intake.outcome.granted') },
            ]}
          />
        )}
        <Select
          id="amountUnit"
          label={locale.text('intake.map.unit')}
          value={mapping.amountUnit ?? 'kr'}
          choices={(['kr', 'tkr'] as const).map((value) => ({
            value,
            label: locale.text(`intake.map.unit.${value}`),
          }))}
        />
        <Select
          id="numbers"
          label={locale.text('intake.map.numbers')}
          value={mapping.numbers ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.numbers.auto') },
            { value: 'swedish', label: locale.text('intake.map.numbers.swedish') },
            { value: 'english', label: locale.text('intake.map.numbers.english') },
          ]}
        />
        <Select
          id="dates"
          label={locale.text('intake.map.dates')}
          value={mapping.dates ?? ''}
          choices={[
            { value: '', label: locale.text('intake.map.numbers.auto') },
            ...DATE_STYLES.map((value) => ({ value, label: value })),
          ]}
        />
      </div>
    </fieldset>
  )
}
