import { Notice } from '@jamvikt/ui'
import type { Web } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/page.tsx'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { authorise } from '../authorise.ts'
import { conceptsOf } from '../rules/concepts.ts'
import { openDataset } from '../service/datasets.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { choiceOf } from './rules/choice.ts'
import { Analysis } from './ui/analysis.tsx'

/** The measures of inequality of a table, reached from its page. */
export function addAnalysis(app: Web, doors: StatisticsDoors) {
  app.get('/r/:slug/statistics/:dataset/analysis', async (c) => {
    const actor = authorise(c, 'see-datasets')
    const locale = c.get('locale')
    const opened = await doors.inRegion(actor, (db) => openDataset(db, c.req.param('dataset')))
    if (opened === null) throw new HttpProblem(404)
    const { dataset, table } = opened
    const home = `/r/${c.get('membership').slug}/statistics`
    const concepts = conceptsOf(table)
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
          <a href={`${home}/${dataset.slug}`}>{dataset.name}</a>
        </p>
        <h1>{title}</h1>
        <p class="lede">{locale.text('analyse.lede')}</p>
        {dataset.synthetic ? <Notice kind="watch">{locale.text('synthetic')}</Notice> : null}
        <Analysis
          locale={locale}
          table={table}
          choice={choiceOf(asked, table, concepts)}
          concepts={concepts}
        />
      </>,
    )
  })
}
