import type { FindingSuggestion } from './suggestions'

/** The findings of one section as the list shows them: the strongest first, what takes no side folded away. */
export interface FindingGroup {
  /** The section's name; empty where the list is not grouped. */
  readonly section: string
  readonly shown: readonly FindingSuggestion[]
  /** How many are folded away, or would be. */
  readonly weak: number
  readonly open: boolean
}

/** A list no longer than this is read whole, by rank; releases stay far below it, annual reports far above. */
const MOST_UNGROUPED = 24

/** A fold that would hide no more than these is not worth its line. */
const LEAST_FOLDED = 3

/** Whether a finding is folded away in a long list: it takes no side, is not announced as a finding, and nothing warns of it. */
export const isWeak = ({ finding }: FindingSuggestion): boolean => finding.polarity === 'neutral' && !finding.explicit && finding.flags.length === 0

/** How the groups are wanted. */
export interface Grouping {
  /** The name of the section that holds a source offset, or null. */
  readonly sectionOf: (offset: number) => string | null
  /** The sections whose folded findings are shown. */
  readonly unfolded: readonly string[]
  /** Whether the reader asked for what would be folded, so that nothing is. */
  readonly whole: boolean
  /** The finding in focus, which is never folded away. */
  readonly active: string | null
}

/** The name under which findings outside every section are grouped. */
export const NO_SECTION = 'Outside the sections'

/** Groups findings by section, in the order of the filing; a short list stays one, in the order it came. `list` is ordered by rank, and each group keeps that. */
export const groupFindings = (list: readonly FindingSuggestion[], all: number, { sectionOf, unfolded, whole, active }: Grouping): readonly FindingGroup[] => {
  if (all <= MOST_UNGROUPED) return [{ section: '', shown: list, weak: 0, open: true }]
  const bySection = new Map<string, FindingSuggestion[]>()
  for (const item of list) {
    const section = sectionOf(item.range.start) ?? NO_SECTION
    const own = bySection.get(section)
    if (own) own.push(item)
    else bySection.set(section, [item])
  }
  const place = (items: readonly FindingSuggestion[]): number => Math.min(...items.map(({ range }) => range.start))
  return [...bySection].sort(([, a], [, b]) => place(a) - place(b)).map(([section, items]) => {
    const weak = whole ? 0 : items.filter(isWeak).length
    const folding = weak > LEAST_FOLDED
    const open = !folding || unfolded.includes(section)
    return { section, shown: open ? items : items.filter((item) => !isWeak(item) || item.id === active), weak: folding ? weak : 0, open }
  })
}
