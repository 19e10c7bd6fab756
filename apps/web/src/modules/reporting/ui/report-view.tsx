import type { LaidBlock, LaidReport } from '../documents/laid-out.ts'
import { ReportTableView } from './report-table.tsx'
import { ReportWords } from './report-words.tsx'

/** A report as a page, or a part of one: what is written in Word and PDF, in the same order and the same words. */
export function ReportView({ report }: { report: LaidReport }) {
  return (
    <article class="report" lang={report.tag}>
      <header class="report-head">
        {report.synthetic === '' ? null : <p class="report-synthetic">{report.synthetic}</p>}
        <h1>{report.title}</h1>
        {report.subtitle === '' ? null : <p class="lede">{report.subtitle}</p>}
        <p class="note">
          {report.region} · {report.date}
        </p>
        {report.rests.length === 0 ? null : (
          <div class="note report-rests">
            <p>{report.said.rests}:</p>
            <ul>
              {report.rests.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </header>
      {report.hasContents ? <Contents report={report} /> : null}
      <ReportBlocks blocks={report.blocks} />
    </article>
  )
}

/** Parts of a report, without what it says of itself. */
export function ReportBlocks({ blocks }: { blocks: readonly LaidBlock[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <Block key={at} block={block} at={at} />
      ))}
    </>
  )
}

const headingText = ({ number, text }: { number: string; text: string }) =>
  number === '' ? text : `${number} ${text}`

function Contents({ report }: { report: LaidReport }) {
  return (
    <nav class="report-contents" aria-label={report.said.contents}>
      <ul>
        {report.blocks.flatMap((block, at) =>
          block.kind === 'heading' && block.level < 3
            ? [
                <li key={at} class={`report-level-${block.level}`}>
                  <a href={`#report-${at}`}>{headingText(block)}</a>
                </li>,
              ]
            : [],
        )}
      </ul>
    </nav>
  )
}

/** The report’s own title is the first heading; its parts come below. */
const TAGS = { 1: 'h2', 2: 'h3', 3: 'h4' } as const

function Block({ block, at }: { block: LaidBlock; at: number }) {
  switch (block.kind) {
    case 'heading': {
      const Tag = TAGS[block.level]
      return <Tag id={`report-${at}`}>{headingText(block)}</Tag>
    }
    case 'words':
      return (
        <div class="report-words">
          <ReportWords passages={block.passages} />
        </div>
      )
    case 'figure':
      return (
        <figure class="report-figure">
          <img
            src={`data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')}`}
            width={Math.round(block.width)}
            height={Math.round(block.height)}
            alt={block.alt}
          />
          <figcaption>
            <span class="report-label">{block.label}.</span> {block.caption}
            {block.source === '' ? null : <span class="note"> {block.source}</span>}
          </figcaption>
        </figure>
      )
    case 'table':
      return <ReportTableView table={block} />
    case 'callout':
      return (
        <div class={`report-callout report-${block.isQuiet ? 'edge' : 'box'} report-is-${block.tone}`}>
          {block.mark === '' && block.heading === '' ? null : (
            <p>
              {block.mark === '' ? null : <span class={`report-tone-${block.tone}`}>{block.mark}</span>}
              {block.mark === '' || block.heading === '' ? null : ' · '}
              <strong>{block.heading}</strong>
            </p>
          )}
          <ReportWords passages={block.passages} />
        </div>
      )
    case 'break':
      return <div class="report-break" />
  }
}
