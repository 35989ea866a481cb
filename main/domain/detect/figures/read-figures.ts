import type { FigureMention } from '#contract/figure'
import type { Block } from '#contract/filing'
import { toShown } from '#model/text-map'
import type { DetectInput } from '../detection'
import { viewSentence } from '../text/sentence-view'
import type { SentenceView } from '../text/sentence-view'
import { attach, plainMeasure } from './attach'
import { markConflicts } from './conflicts'
import type { ComparableFigure } from './conflicts'
import { readSetting } from './document-setting'
import type { DocumentSetting } from './document-setting'
import { withoutNoteMarks } from './number/note-marks'
import { findNumbers } from './number/numbers'
import { readScale } from './number/scale-words'
import { assignPeriods, goesOn, reportedPeriod } from './period/assign-periods'
import type { ListedPeriod } from './period/period-words'
import { periodsIn } from './period/periods-in'
import { takeFacts } from './take-facts'
import { headsToCarry, MOST_TABLE_FIGURES, NO_CAPTION, OWN_CAPTION, readCaption, readTableFigures } from './table/table-figures'
import type { Above, TableCaption } from './table/table-figures'
import { layOut } from './table/table-layout'
import type { TableLayout } from './table/table-layout'
import { captionPeriods } from './table/table-periods'

/** Zones whose numbers are no figures of the company: telephone lines, legends. */
const CLOSED: ReadonlySet<string> = new Set(['safe-harbor', 'conference-call', 'legal'])

type Numbered = Omit<ComparableFigure, 'mention'> & { readonly mention: Omit<FigureMention, 'id'> }

/** A sentence longer than this, in UTF-16 units, is no prose: rows of numbers whose line ends were lost measure nothing that words name. */
const LONGEST_PROSE = 20_000

const ofView = (view: SentenceView, place: FigureMention['place'], sentence: string | null, setting: DocumentSetting,
  before: ListedPeriod | null = null): Numbered[] => {
  // A line of digits alone is the number of a page.
  if (view.text.length > LONGEST_PROSE || !/\d/.test(view.text) || !/\p{L}/u.test(view.text)) return []
  const numbers = findNumbers(view, { dollar: setting.dollar, yen: setting.yen, scale: setting.scaleOf(view.block.id) })
  if (numbers.length === 0) return []
  const periods = assignPeriods(view, numbers, periodsIn(view), before)
  return numbers.map((number) => {
    const { measure, measureKey, direction, compared, isChange, period, periodKey } = attach(view, number, numbers,
      periods.get(number) ?? null)
    return {
      measureKey,
      periodKey,
      slack: number.slack,
      compared,
      isChange,
      mention: {
        range: view.atTokens(number.from, number.to),
        text: view.words(number.from, number.to).replace(/\s+/g, ' '),
        value: number.value,
        unit: number.unit,
        measure,
        period,
        direction,
        place,
        sentence,
        conflictsWith: [],
        ...(isChange ? { isChange } : {})
      }
    }
  })
}

/** A sentence without the raised marks of notes in it, every place kept. */
const withoutMarks = (view: SentenceView): SentenceView => {
  const { block, sentence } = view
  if (!block.runs?.some(({ style }) => style === 'superscript')) return view
  const offset = toShown(block.map, sentence.start)
  if (!block.text.startsWith(sentence.text, offset)) return view
  const text = withoutNoteMarks(sentence.text, offset, block.runs)
  return text === sentence.text ? view : viewSentence({ ...sentence, text }, block, view.index, view.zone, view.underFinding)
}

/** The period of the sentence before each one in its block; one that only goes on hands on what it was told for. */
const periodsBefore = (views: readonly SentenceView[]): readonly (ListedPeriod | null)[] => {
  let open: { readonly block: string; readonly period: ListedPeriod | null } | null = null
  return views.map((view) => {
    const given = open?.block === view.block.id ? open.period : null
    const periods = view.text.length > LONGEST_PROSE ? [] : periodsIn(view)
    open = { block: view.block.id, period: goesOn(view, periods) ? given : reportedPeriod(view, periods) }
    return given
  })
}

const ofHeadline = (block: Block, setting: DocumentSetting): Numbered[] => {
  const start = block.ranges[0]?.start ?? 0
  const end = block.ranges[block.ranges.length - 1]?.end ?? start
  const view = viewSentence({ id: '', block: block.id, start, end, text: block.text, section: null, speaker: null }, block, -1, 'body',
    null)
  return ofView(view, 'headline', null, setting).filter(({ mention }) => mention.unit !== null)
}

/** A row can be compared with the text where its label is the bare measure and its column is dated. */
const comparableLabel = (label: string, periodKey: string | null): string | null =>
  periodKey !== null && /^\d+m:\d{4}-/.test(periodKey) ? plainMeasure(label.toLowerCase().replace(/[:.$\s]+$/, '')) : null

const ofTable = (block: Block, caption: TableCaption, setting: DocumentSetting, layout: TableLayout, above: Above): Numbered[] =>
  readTableFigures(block, caption, setting, layout, above).map((figure) => ({
    measureKey: comparableLabel(figure.label, figure.periodKey),
    periodKey: figure.periodKey,
    slack: figure.slack,
    compared: false,
    isChange: false,
    isUnscaled: figure.isUnscaled,
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
const CAPTION = 300

/** Longest heading that is read as a headline, in UTF-16 units. */
const HEADLINE = 240

/** What stands between two parts of one table: headings of its blocks and lines that its labels begin with, no prose and no other statement. */
const LONGEST_BETWEEN = 90
const OTHER_STATEMENT = /\b(?:statements? of|balance sheets?|reconciliation|schedule of|table of|notes? \d)\b/i
const endsTable = ({ text }: Block): boolean => text.length > LONGEST_BETWEEN || OTHER_STATEMENT.test(text)

/** An amount that nobody tells in thousands: ten million and more. */
const WHOLE_AMOUNT = /[$€£]\s?\d{2,3},\d{3},\d{3}/

/** Whether the scale that stands in a table holds for the tables below it: not where some of them tell amounts that are plainly whole. */
const carriesScale = (blocks: readonly Block[]): boolean =>
  !blocks.some(({ kind, text }) => kind === 'table' && WHOLE_AMOUNT.test(text) && readScale(text.slice(0, OWN_CAPTION)).money === null)

/** Blocks that stand between a caption and its table and say nothing of it. */
const SILENT: ReadonlySet<Block['kind']> = new Set(['rule', 'page-break', 'page-header', 'page-footer', 'artifact'])

/** The periods that hold for a table below this block: its own, or those of a title above that nothing but short lines part from it. */
const periodsAbove = (block: Block, before: readonly string[]): readonly string[] => {
  if (SILENT.has(block.kind)) return before
  const own = captionPeriods(block)
  return own.length > 0 ? own : block.text.length > LONGEST_BETWEEN ? [] : before
}

/** Reads every number of headlines, sentences and tables with what it measures, and marks those that disagree. */
export const readFigures = (input: DetectInput, views: readonly SentenceView[]): FigureMention[] => {
  const setting = readSetting(input.blocks)
  const before = periodsBefore(views)
  const out: Numbered[] = views.flatMap((view, at) =>
    CLOSED.has(view.zone) || view.has('boilerplate', 'statement') || view.hits('logistics').length > 1
      ? [] :
      ofView(withoutMarks(view), view.sentence.speaker === null ? 'body' : 'quotation', view.sentence.id, setting, before[at] ?? null)
  )
  let tables = 0
  let caption = NO_CAPTION
  let carried: readonly string[] | null = null
  let periods: readonly string[] = []
  const carries = carriesScale(input.blocks)
  for (const block of input.blocks) {
    // A caption "(in thousands)", above a table or in it, holds for the tables under it until another one stands.
    const own = block.kind === 'table' ? readCaption(block.text.slice(0, OWN_CAPTION), caption, setting) : caption
    if (block.kind === 'table') { if (carries) caption = own }
    else caption = readCaption(
        block.text.length > CAPTION ? `${block.text.slice(0, CAPTION / 2)} ${block.text.slice(-CAPTION / 2)}` : block.text,
        caption,
        setting
      )
    if (block.kind !== 'table' && endsTable(block)) carried = null
    if (block.kind !== 'table') periods = periodsAbove(block, periods)
    if (block.kind === 'title' ||
      (block.kind === 'heading' && block.text.length <= HEADLINE && /[$%]|\d\s?(?:million|billion|percent)/i.test(block.text)))
      out.push(...ofHeadline(block, setting))
    if (block.kind === 'table' && tables < MOST_TABLE_FIGURES) {
      const layout = layOut(block)
      const read = ofTable(block, own, setting, layout, { carried, periods })
      carried = headsToCarry(layout, carried)
      tables += read.length
      for (const figure of read) out.push(figure)
    }
  }
  out.sort((a, b) => a.mention.range.start - b.mention.range.start || a.mention.range.end - b.mention.range.end)
  return markConflicts(
    takeFacts(out, input.facts ?? []).map((figure, index) => ({ ...figure,
      mention: { id: `${input.prefix}n${index + 1}`, ...figure.mention } })
    )
  )
}
