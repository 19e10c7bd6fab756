import { isLanguage, localeOf } from '@jamvikt/i18n'
import type { Web, WebContext } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { authorise } from '../authorise.ts'
import { conceptsOf } from '../rules/concepts.ts'
import { heldVersion } from '../rules/held-version.ts'
import { viewOf } from '../rules/view.ts'
import { openDataset } from '../service/datasets.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import { pictureSvg } from './picture.tsx'
import { pngAnswer, svgAnswer } from './picture-answer.ts'
import { PngMaker } from './png-maker.ts'

/** The chart or map that a member of the region looks at, as a picture. */
export function addPictures(app: Web, doors: StatisticsDoors) {
  const maker = new PngMaker(doors.root)
  const pictureFor = async (c: WebContext) => {
    const actor = authorise(c, 'see-datasets')
    const held = heldVersion(c.req.query('version'))
    const opened = await doors.inRegion(actor, (db) => openDataset(db, c.req.param('dataset') ?? '', held))
    if (opened === null) throw new HttpProblem(404)
    const { dataset, version, table } = opened
    const concepts = conceptsOf(table)
    const language = c.req.query('lang')
    const svg = pictureSvg({
      locale: isLanguage(language) ? localeOf(language) : c.get('locale'),
      dataset,
      version: version.number,
      provenance: version.provenance,
      table,
      view: viewOf((name) => c.req.query(name), table, concepts),
      concepts,
      boundaries: doors.boundaries,
      region: c.get('membership').regionName,
    })
    return { svg, name: dataset.slug }
  }

  app.get('/r/:slug/statistics/:dataset/picture.svg', async (c) => {
    const { svg, name } = await pictureFor(c)
    return svgAnswer(c, svg, name)
  })

  app.get('/r/:slug/statistics/:dataset/picture.png', async (c) => {
    const { svg, name } = await pictureFor(c)
    return pngAnswer(c, maker, svg, name)
  })
}
