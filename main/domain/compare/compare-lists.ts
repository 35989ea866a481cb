import type { ChangeKind, ComparedFigure, ComparedItem, ComparedPassage, ComparisonRow } from '#contract/comparison'
import type { FigureMention } from '#contract/figure'
import type { SafeHarbor, SafeHarborItem, SafeHarborTrigger } from '#contract/finding'
import { alignPassages } from './align-passages'
import { classifyChange } from './classify-change'
import type { Passage } from './comparable-document'
import { foldText } from './fold-text'
import { likeCandidates } from './like-candidates'
import { keyed } from './likeness'
import { wordRuns } from './word-runs'

const passageOf = ({ text, start, end }: SafeHarborTrigger | SafeHarborItem): Passage => ({ text, range: { start, end }, unit: 'block',
  cells: [] })
const shown = ({ text, range }: Passage): ComparedPassage => ({ text, range })

/** The words a filing lists, as a set: one listed twice counts once. */
const wordsOf = (harbor: SafeHarbor | null): Map<string, Passage> =>
  new Map((harbor?.triggers ?? []).map((trigger) => [foldText(trigger.text), passageOf(trigger)]))

const compareWordLists = (left: SafeHarbor | null, right: SafeHarbor | null): ComparedItem[] => {
  const before = wordsOf(left)
  const after = wordsOf(right)
  const item = (kind: ChangeKind, a: Passage | undefined, b: Passage | undefined): ComparedItem => ({ list: 'word', kind,
    left: a ? shown(a) : null, right: b ? shown(b) : null, words: [] })
  return [
    ...[...after].map(([word, passage]) => item(before.has(word) ? 'same' : 'added', before.get(word), passage)),
    ...[...before].filter(([word]) => !after.has(word)).map(([, passage]) => item('removed', passage, undefined))
  ]
}

/** Where the words of an item stand on the other side, though they are no item there; null where they do not stand there as they are. */
const standingElsewhere = (rows: readonly ComparisonRow[], side: 'left' | 'right') => {
  const other = side === 'left' ? 'right' : 'left'
  const same = rows.filter((row) => row.left && row.right && (row.kind === 'same' || row.kind === 'moved'))
  return ({ text, range: { start, end } }: Passage): ComparedPassage | null => {
    const row = same.find((one) => {
      const range = one[side]?.range
      return range !== undefined && range.start <= start && range.end >= end
    })
    const range = row?.[other]?.range
    return range === undefined ? null : { text, range }
  }
}

/** The least likeness of two items that neither stand in order nor are equal. */
const LEAST_REWORDED = 0.66

/** Joins the items that no order joins, those most alike first. */
const matchRest = (before: readonly Passage[], after: readonly Passage[], leftOf: Map<number, number>, used: Set<number>): void => {
  const free = (length: number, isFree: (at: number) => boolean): readonly number[] => Array.from({ length }, (_, at) => at).filter(isFree)
  const candidates = likeCandidates(before.map(keyed), after.map(keyed), free(before.length, (at) => !used.has(at)),
    free(after.length, (at) => !leftOf.has(at)))
  for (const { left, right, worth } of candidates.sort((a, b) => b.worth - a.worth)) {
    if (worth < LEAST_REWORDED || used.has(left) || leftOf.has(right)) continue
    leftOf.set(right, left)
    used.add(left)
  }
}

/** Items are a set as well: their order says nothing. */
const compareItemLists = (list: ComparedItem['list'], left: readonly SafeHarborItem[], right: readonly SafeHarborItem[],
  rows: readonly ComparisonRow[]): ComparedItem[] => {
  const before = left.map(passageOf)
  const after = right.map(passageOf)
  const { ordered, moved } = alignPassages(before, after)
  const leftOf = new Map([...ordered, ...moved].map((match) => [match.right, match.left]))
  const used = new Set(leftOf.values())
  matchRest(before, after, leftOf, used)
  const [onLeft, onRight] = [standingElsewhere(rows, 'right'), standingElsewhere(rows, 'left')]
  const kept = after.map((passage, at): ComparedItem => {
    const from = before[leftOf.get(at) ?? -1]
    const elsewhere = from ? null : onLeft(passage)
    if (elsewhere) return { list, kind: 'same', left: elsewhere, right: shown(passage), words: [] }
    const kind = from ? classifyChange(from.text, passage.text) : 'added'
    return { list, kind, left: from ? shown(from) : null, right: shown(passage),
      words: from && kind !== 'same' ? wordRuns(from.text, passage.text) : [] }
  })
  const gone = before.filter((_, at) => !used.has(at)).map((passage): ComparedItem => {
    const elsewhere = onRight(passage)
    return { list, kind: elsewhere ? 'same' : 'removed', left: shown(passage), right: elsewhere, words: [] }
  })
  return [...kept, ...gone]
}

/** The words, subjects and risk factors of two safe harbors: what was added, removed and reworded. What stands in both documents, told by `rows`, is neither. */
export const compareSafeHarbors = (left: SafeHarbor | null, right: SafeHarbor | null,
  rows: readonly ComparisonRow[]): readonly ComparedItem[] => [
  ...compareWordLists(left, right),
  ...compareItemLists('subject', left?.subjects ?? [], right?.subjects ?? [], rows),
  ...compareItemLists('risk-factor', left?.riskFactors ?? [], right?.riskFactors ?? [], rows)
]

interface Register {
  readonly mention: FigureMention
  readonly values: Map<number, FigureMention>
}

/** The figures that say what they measure, by measure, period and unit; each value once. */
const registerOf = (figures: readonly FigureMention[]): Map<string, Register> => {
  const register = new Map<string, Register>()
  for (const mention of figures) {
    if (mention.measure === null) continue
    const key = JSON.stringify([mention.measure.toLowerCase(), mention.period?.toLowerCase() ?? null, mention.unit,
      mention.isChange === true])
    const entry = register.get(key) ?? { mention, values: new Map<number, FigureMention>() }
    if (!entry.values.has(mention.value)) entry.values.set(mention.value, mention)
    register.set(key, entry)
  }
  return register
}

const figureRow = ({ mention }: Register, left: FigureMention | undefined, right: FigureMention | undefined): ComparedFigure => {
  const kind = left && right ? (left.value === right.value ? 'same' : 'number-changed') : left ? 'removed' : 'added'
  const passage = (figure: FigureMention | undefined): ComparedPassage | null => figure ? { text: figure.text, range: figure.range } : null
  return { measure: mention.measure ?? '', period: mention.period, unit: mention.unit, kind, left: passage(left), right: passage(right),
    ...(left && right ? { values: { left: left.value, right: right.value } } : {}) }
}

/** The figures of both documents, joined by measure, period and unit. Values that both tell are joined first, the others in order. */
export const compareFigures = (left: readonly FigureMention[], right: readonly FigureMention[]): readonly ComparedFigure[] => {
  const before = registerOf(left)
  const after = registerOf(right)
  const rows: ComparedFigure[] = []
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [a, b] = [before.get(key), after.get(key)]
    const register = b ?? a
    if (!register) continue
    const both = [...b?.values.keys() ?? []].filter((value) => a?.values.has(value) === true)
    for (const value of both) rows.push(figureRow(register, a?.values.get(value), b?.values.get(value)))
    const leftOnly = [...a?.values.entries() ?? []].filter(([value]) => !both.includes(value)).map(([, mention]) => mention)
    const rightOnly = [...b?.values.entries() ?? []].filter(([value]) => !both.includes(value)).map(([, mention]) => mention)
    for (let at = 0; at < Math.max(leftOnly.length, rightOnly.length); at += 1) rows.push(figureRow(register, leftOnly[at], rightOnly[at]))
  }
  return rows
}
