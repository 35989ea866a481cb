import type { Command } from './command'
import { always, reading } from './command-conditions'
import { compareState } from '../compare/compare'
import type { CompareSide } from '../compare/compare-places'
import { copyText } from '../window/clipboard'
import { documentState } from '../document/document'
import { copiesState } from '../compare/family-copies'
import { seriesState } from '../figures/series'
import { seenState } from '../compare/seen'
import { viewState } from '../window/view'

const copied = (): boolean => reading() && copiesState.store.get().places.length > 0
const dimming = (): boolean => reading() && seenState.store.get().on

/** Compares the filing that is read, or two that are to be chosen, with another. */
const compare = (): void => {
  const { open } = documentState.store.get()
  void compareState.begin(viewState.store.get().screen === 'reader' && open ? open.filing.id : null)
}

const hasRow = (side: CompareSide) => (): boolean => compareState.isShown() && (compareState.rowInHand()?.[side] ?? null) !== null
const copyRow = (side: CompareSide) => (): void => void copyText(compareState.rowInHand()?.[side]?.text ?? '', 'Passage copied.')

/** The commands of a comparison, and of what a company's earlier filings say already. */
export const COMPARE: readonly Command[] = [
  { id: 'window.compare', label: 'Compare with another filing…', group: 'Filing', keys: ['Ctrl+D'], when: always, run: compare },
  { id: 'window.next-change', label: 'Next change', group: 'Filing', keys: ['F8'], when: compareState.isShown,
    run: () => compareState.step(1) },
  { id: 'window.previous-change', label: 'Previous change', group: 'Filing', keys: ['Shift+F8'], when: compareState.isShown,
    run: () => compareState.step(-1) },
  { id: 'window.row-open-left', label: 'Open the left filing here', group: 'Filing', keys: [], when: hasRow('left'),
    run: () => compareState.openRow('left') },
  { id: 'window.row-open-right', label: 'Open the right filing here', group: 'Filing', keys: [], when: hasRow('right'),
    run: () => compareState.openRow('right') },
  { id: 'window.row-copy-left', label: 'Copy the passage on the left', group: 'Filing', keys: [], when: hasRow('left'),
    run: copyRow('left') },
  { id: 'window.row-copy-right', label: 'Copy the passage on the right', group: 'Filing', keys: [], when: hasRow('right'),
    run: copyRow('right') },
  { id: 'window.compare-mode', label: 'Changes side by side or in one text', group: 'View', keys: ['Alt+V'], when: compareState.isShown,
    run: compareState.toggleMode },
  { id: 'window.dim-seen', label: 'Dim what was seen before', group: 'View', keys: ['d'], when: reading, run: seenState.toggle },
  { id: 'window.first-seen', label: 'Where was this sentence first seen?', group: 'Find', keys: ['Shift+D'], when: dimming,
    run: seenState.sayFirst },
  { id: 'window.go-first-seen', label: 'Go to where the sentence was first seen', group: 'Find', keys: ['Alt+Shift+D'], when: dimming,
    run: seenState.goToFirst },
  { id: 'window.measure', label: 'This measure over the filings…', group: 'Find', keys: ['y'],
    when: () => reading() && seriesState.inHand() !== null, run: seriesState.showInHand },
  { id: 'window.also-in', label: 'Is this sentence also in…', group: 'Find', keys: ['Alt+D'], when: reading,
    run: () => void seenState.showAlso() },
  { id: 'window.next-copied', label: 'Next highlight of another copy', group: 'Find', keys: ['Alt+M'], when: copied,
    run: () => copiesState.step(1) },
  { id: 'window.previous-copied', label: 'Previous highlight of another copy', group: 'Find', keys: ['Alt+Shift+M'], when: copied,
    run: () => copiesState.step(-1) },
  { id: 'window.go-copied', label: 'Go to this highlight in the other copy', group: 'Find', keys: ['Shift+G'], when: copied,
    run: copiesState.goToFocused }
]
