import { BorderStyle, type IStylesOptions, LineRuleType, ShadingType } from 'docx'
import type { LaidReport, Tone } from '../documents/laid-out.ts'
import type { ReportStyle } from '../model-style.ts'
import { INK, TONE_INK, TONE_PAPER } from './ink.ts'

/** Word writes colours without the sign. */
export const bare = (colour: string) => colour.slice(1)
/** Half points, as Word counts letters. */
const size = (points: number) => points * 2
const TONES: readonly Tone[] = ['note', 'good', 'watch', 'bad']
export const calloutStyle = (tone: Tone, isQuiet: boolean) => `Callout${isQuiet ? 'Quiet' : ''}${tone}`

/** Named styles for all that a report holds, so that a region can change each in one place. */
export function stylesOf(report: LaidReport, style: ReportStyle): IStylesOptions {
  const heading = (points: number, before: number, color: string, outlineLevel?: number) => ({
    run: { font: style.wordHeadingFont, size: size(points), bold: true, color: bare(color) },
    paragraph: {
      spacing: { before, after: 120, line: 240, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
      ...(outlineLevel === undefined ? {} : { outlineLevel }),
    },
  })
  const small = { run: { size: size(8.5), color: bare(INK.soft) } }
  return {
    default: {
      document: {
        run: {
          font: style.wordBodyFont,
          size: size(10),
          color: bare(INK.dark),
          language: { value: report.tag },
        },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: heading(22, 120, style.accent),
      heading1: heading(16, 360, style.accent, 0),
      heading2: heading(13, 280, INK.dark, 1),
      heading3: heading(11, 240, INK.dark, 2),
      caption: {
        run: { size: size(9.5), color: bare(INK.dark), bold: false, italics: false },
        paragraph: { spacing: { before: 200, after: 80 }, keepLines: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: size(13), color: bare(INK.soft) },
      },
      { id: 'Byline', name: 'Byline', basedOn: 'Normal', ...small },
      {
        id: 'Source',
        name: 'Source',
        basedOn: 'Normal',
        ...small,
        paragraph: { spacing: { before: 60, after: 0 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: size(9) },
        paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
      },
      { id: 'TableSmall', name: 'Table Small', basedOn: 'TableText', run: { size: size(7) } },
      ...TONES.flatMap((tone) =>
        [false, true].map((isQuiet) => ({
          id: calloutStyle(tone, isQuiet),
          name: `Callout ${isQuiet ? 'Quiet ' : ''}${tone}`,
          basedOn: 'Normal',
          paragraph: {
            indent: { left: 200, right: 100 },
            spacing: { before: 0, after: 0 },
            keepLines: true,
            border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: bare(TONE_INK[tone]) } },
            ...(isQuiet
              ? {}
              : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: bare(TONE_PAPER[tone]) } }),
          },
        })),
      ),
    ],
  }
}
