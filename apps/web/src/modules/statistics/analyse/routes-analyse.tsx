import type { StatTable } from '@jamvikt/tables'
import { Notice } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { authorise } from '../authorise.ts'
import { conceptsOf } from '../rules/concepts.ts'
import { heldVersion } from '../rules/held-version.ts'
import { openDataset } from '../service/datasets.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { OlderVersion } from '../ui/older-version.tsx'
import { choiceOf } from './rules/choice.ts'
import { withTotals } from './rules/totals-by-figures.ts'
import { Analysis } from './ui/analysis.tsx'

/** The measures of inequality of a table, reached from its page. */
export function addAnalysis(app: Web, doors: StatisticsDoors) {
  app.get('/r/:slug/statistics/:dataset/analysis', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const held = heldVersion(c.req.query('version'))
    const opened = await doors.inRegion(actor, (db) => openDataset(db, c.req.param('dataset'), held))
    if (opened === null) throw new HttpProblem(404)
    const { dataset, version } = opened
    const isOlder = version.number !== dataset.version
    const home = `/r/${c.get('membership').slug}/statistics`
    const concepts = conceptsOf(opened.table)
    const table = named(withTotals(opened.table, concepts), dataset.name)
    const asked = {
      one: (name: string) => c.req.query(name),
      all: (name: string) => c.req.queries(name) ?? [],
    }
    const title = locale.text('analyse.title.of', { name: dataset.name })
    return renderPage(
      c,
      { title, section: home },
      <>
        <p class="crumb">
          <a href={home}>{locale.text('stat.title')}</a> ›{' '}
          <a href={`${home}/${dataset.slug}${isOlder ? `?version=${version.number}` : ''}`}>{dataset.name}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('analyse.lede')}</p>
        {dataset.synthetic ? <Notice kind="watch">{locale.text('synthetic')}</Notice> : null}
        <OlderVersion locale={locale} dataset={dataset} version={version.number} />
        <Analysis
          locale={locale}
          table={table}
          choice={choiceOf(asked, table, concepts)}
          concepts={concepts}
          version={isOlder ? version.number : null}
        />
      </>,
    )
  })
}

/** What a table without a title is called here may tell what its figures are. */
function named(table: StatTable, name: string): StatTable {
  const [language = 'sv'] = table.languages
  return Object.values(table.title).some((text) => text !== '')
    ? table
    : { ...table, title: { [language]: name } }
}
