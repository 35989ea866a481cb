import type { FigureMention } from '#contract/figure'
import type { Block } from '#contract/filing'
import type { DetectInput } from '../detection'
import { viewSentence } from '../text/sentence-view'
import type { SentenceView } from '../text/sentence-view'
import { attach, plainMeasure } from './attach'
import { markConflicts } from './conflicts'
import type { ComparableFigure } from './conflicts'
import { findNumbers } from './numbers'
import { findPeriods } from './periods'
import { respectivePeriods } from './respective-periods'
import { MOST_TABLE_FIGURES, readTableFigures, scaleOf } from './table-figures'

/** Zones whose numbers are no figures of the company: telephone lines, legends. */
const CLOSED: ReadonlySet<string> = new Set(['safe-harbor', 'conference-call', 'legal'])

type Numbered = Omit<ComparableFigure, 'mention'> & { readonly mention: Omit<FigureMention, 'id'> }

/** A sentence longer than this, in UTF-16 units, is no prose: rows of numbers whose line ends were lost measure nothing that words name. */
const LONGEST_PROSE = 20_000

const ofView = (view: SentenceView, place: FigureMention['place'], sentence: string | null): Numbered[] => {
  // A line of digits alone is the number of a page.
  if (view.text.length > LONGEST_PROSE || !/\d/.test(view.text) || !/\p{L}/u.test(view.text)) return []
  const numbers = findNumbers(view)
  if (numbers.length === 0) return []
  const periods = findPeriods(view.text)
  const respective = respectivePeriods(view, numbers)
  return numbers.map((number) => {
    const read = attach(view, number, numbers, periods)
    const listed = respective.get(number)
    const { measure, measureKey, direction, compared } = read
    const { period, periodKey } = listed ? { period: listed.text, periodKey: listed.key } : read
    return {
      measureKey,
      periodKey,
      slack: number.slack,
      compared,
      mention: {
        range: view.atTokens(number.from, number.to),
        text: view.words(number.from, number.to),
        value: number.value,
        unit: number.unit,
        measure,
        period,
        direction,
        place,
        sentence,
        conflictsWith: []
      }
    }
  })
}

const ofHeadline = (block: Block): Numbered[] => {
  const start = block.ranges[0]?.start ?? 0
  const end = block.ranges[block.ranges.length - 1]?.end ?? start
  const view = viewSentence({ id: '', block: block.id, start, end, text: block.text, section: null, speaker: null }, block, -1, 'body',
    null)
  return ofView(view, 'headline', null).filter(({ mention }) => mention.unit !== null)
}

/** A row can be compared with the text where its label is the bare measure and its column is dated. */
const comparableLabel = (label: string, periodKey: string | null): string | null =>
  periodKey !== null && /^\d+m:\d{4}-/.test(periodKey) ? plainMeasure(label.toLowerCase().replace(/[:.$\s]+$/, '')) : null

const ofTable = (block: Block, scale: number): Numbered[] =>
  readTableFigures(block, scale).map((figure) => ({
    measureKey: comparableLabel(figure.measure, figure.periodKey),
    periodKey: figure.periodKey,
    slack: figure.slack,
    compared: false,
    mention: {
      range: figure.range,
      text: figure.text,
      value: figure.value,
      unit: figure.unit,
      measure: figure.measure,
      period: figure.period,
      direction: null,
      place: 'table',
      sentence: null,
      conflictsWith: []
    }
  }))

/** How far into a block a scale may stand, in UTF-16 units. */
const CAPTION = 200

/** Longest heading that is read as a headline, in UTF-16 units. */
const HEADLINE = 240

/** Reads every number of headlines, sentences and tables with what it measures, and marks those that disagree. */
export const readFigures = (input: DetectInput, views: readonly SentenceView[]): FigureMention[] => {
  const out: Numbered[] = views.flatMap((view) =>
    CLOSED.has(view.zone) || view.has('boilerplate', 'statement') || view.hits('logistics').length > 1
      ? [] :
      ofView(view, view.sentence.speaker === null ? 'body' : 'quotation', view.sentence.id)
  )
  let tables = 0
  let scale = 1
  for (const block of input.blocks) {
    // A caption "(in thousands)" holds for the tables under it until another one stands.
    if (block.kind !== 'table') scale = scaleOf(block.text.slice(0, CAPTION)) ?? scale
    if (block.kind === 'title' ||
      (block.kind === 'heading' && block.text.length <= HEADLINE && /[$%]|\d\s?(?:million|billion|percent)/i.test(block.text)))
      out.push(...ofHeadline(block))
    if (block.kind === 'table' && tables < MOST_TABLE_FIGURES) {
      const read = ofTable(block, scale)
      tables += read.length
      for (const figure of read) out.push(figure)
    }
  }
  out.sort((a, b) => a.mention.range.start - b.mention.range.start || a.mention.range.end - b.mention.range.end)
  return markConflicts(out.map((figure, index) => ({ ...figure, mention: { id: `${input.prefix}n${index + 1}`, ...figure.mention } })))
}
