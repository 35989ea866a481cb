/**
 * Every command of the window, once: its words, its keys, when it applies and what it does. The menu bar, the keyboard, the
 * palette and the shortcut sheet all read this list.
 */
import type { Settings } from '#contract/library'
import type { TextRange } from '#contract/range'
import { annotationsState } from '../marks/annotations'
import { caretState } from '../document/caret'
import { copyText } from '../window/clipboard'
import type { Command } from './command'
import { always, hasActive, hasFiling, hasSuggestion, reading } from './command-conditions'
import { compareState } from '../compare/compare'
import { COMPARE } from './compare-commands'
import { decideByKey } from './decide-by-key'
import { documentState } from '../document/document'
import { embeddedState } from '../document/embedded'
import { feedbackState } from '../window/feedback'
import { findState } from '../document/find'
import { findingsState } from '../marks/findings'
import { halvesState } from '../document/halves'
import { withKeys, takenBy } from './keys'
import { libraryState } from '../library/library'
import { LIBRARY, REVIEW_SCREEN } from './library-commands'
import { canTag, MARK, release, SELECT, tagChosen } from './mark-commands'
import { rangeOfMark, stepMark } from '../marks/mark-list'
import { marksState } from '../marks/marks'
import { queueState } from '../library/queue'
import { searchState } from '../search/search'
import { similarToHere } from '../search/similar-to-here'
import { TABLES } from './table-commands'
import { TABS } from './tab-commands'
import { trailState } from '../window/trail'
import { VERSIONS } from './version-commands'
import { workImportState } from '../review/work-import'
import { viewState } from '../window/view'
import { workspaceState } from '../window/workspace'

const openFirst = async (choice: Promise<string | null>): Promise<void> => {
  const filingId = await choice
  if (filingId !== null) await documentState.openFiling(filingId)
}

const theme = (name: Settings['theme']) => (): void => void workspaceState.setSettings({ theme: name })

/** Leaves a comparison for where it was begun. */
const leaveComparison = (): void => {
  if (!trailState.goBack()) viewState.show('library')
}

/** Closes what is on top: the import queue, a comparison, else the search bar, else the selection, else the caret, else the mark in focus, else focus mode. */
const escape = (): void => {
  const { selection, active } = documentState.store.get()
  if (viewState.store.get().whole !== null) viewState.setWhole(null)
  else if (queueState.isShown()) queueState.hide()
  else if (viewState.store.get().screen === 'compare') leaveComparison()
  else if (annotationsState.store.get().attaching !== null) annotationsState.attach(null)
  else if (findState.store.get().open) findState.close()
  else if (selection) release()
  else if (caretState.store.get().at) caretState.leave()
  else if (active) documentState.activate(null)
  else if (viewState.store.get().focus) viewState.toggleFocus()
}

/** Back to the place before; in the search, the caret stands in its box as it did. */
const goBack = (): void => {
  if (trailState.goBack() && viewState.store.get().screen === 'search') searchState.focus()
}
const canGoBack = (): boolean => trailState.select.canGoBack(trailState.store.get())
const canGoForward = (): boolean => trailState.select.canGoForward(trailState.store.get())
const hasHits = (): boolean => searchState.select.count(searchState.store.get()) > 0
const onHit = (): boolean => viewState.store.get().screen === 'search' && hasHits()
const findSimilar = (): void => {
  const similarTo = similarToHere()
  if (similarTo) void searchState.findSimilar(similarTo)
}

const FILING: readonly Command[] = [
  { id: 'open', label: 'Open a filing…', group: 'Filing', keys: ['Ctrl+O'], when: always,
    run: () => void openFirst(libraryState.choose()) },
  { id: 'library', label: 'Go to the library', group: 'Filing', keys: ['Ctrl+L'], when: always, run: () => viewState.show('library') },
  { id: 'window.reader', label: 'Go back to the open filing', group: 'Filing', keys: ['Ctrl+Shift+L'], when: hasFiling,
    run: () => viewState.show('reader') },
  { id: 'export-pdf', label: 'Export PDF…', group: 'Filing', keys: ['Ctrl+E', 'Ctrl+P'], when: () => hasFiling() || compareState.isShown(),
    run: () => {
      if (compareState.isShown()) void compareState.exportPdf()
      else viewState.openDialog('export')
    } },
  { id: 'window.export-work', label: 'Export work…', group: 'Filing', keys: ['Ctrl+Shift+E'], when: always,
    run: () => viewState.openDialog('export') },
  { id: 'window.take-in', label: 'Take in work…', group: 'Filing', keys: [], when: always, run: workImportState.open },
  { id: 'window.set-aside', label: 'What was set aside…', group: 'Filing', keys: [], when: always,
    run: () => viewState.openDialog('set-aside') },
  { id: 'window.save-pdf', label: 'Save the PDF…', group: 'Filing', keys: [], when: () => embeddedState.pdfInHand() !== null,
    run: embeddedState.savePdfInHand },
  { id: 'window.back', label: 'Back', group: 'Filing', keys: ['Alt+ArrowLeft'], when: canGoBack, run: goBack },
  { id: 'window.forward', label: 'Forward', group: 'Filing', keys: ['Alt+ArrowRight'], when: canGoForward, run: trailState.goForward }
]

const FIND: readonly Command[] = [
  { id: 'find', label: 'Find in filing', group: 'Find', keys: ['Ctrl+F'], when: reading,
    run: () => findState.open(documentState.store.get().selection?.text) },
  { id: 'find-next', label: 'Next hit', group: 'Find', keys: ['F3', 'Ctrl+G'], when: reading, run: () => findState.step(1) },
  { id: 'find-previous', label: 'Previous hit', group: 'Find', keys: ['Shift+F3', 'Ctrl+Shift+G'], when: reading,
    run: () => findState.step(-1) },
  { id: 'search-library', label: 'Search the library', group: 'Find', keys: ['Ctrl+Shift+F'], when: always, run: searchState.focus },
  { id: 'window.next-library-hit', label: 'Next hit of the library search', group: 'Find', keys: ['F4'], when: hasHits,
    run: () => searchState.travel(1) },
  { id: 'window.previous-library-hit', label: 'Previous hit of the library search', group: 'Find', keys: ['Shift+F4'], when: hasHits,
    run: () => searchState.travel(-1) },
  { id: 'window.hit-open', label: 'Open the hit at its place', group: 'Find', keys: [], when: onHit,
    run: () => void searchState.openActive() },
  { id: 'window.hit-filing', label: 'Open the filing where it was read last', group: 'Find', keys: [], when: onHit,
    run: () => void searchState.openFilingInHand() },
  { id: 'window.hit-copy', label: 'Copy the words of the hit', group: 'Find', keys: [], when: onHit,
    run: () => void copyText(searchState.wordsInHand(), 'Words of the hit copied.') },
  { id: 'window.similar', label: 'Find similar sentences', group: 'Find', keys: ['l'], when: () => reading() && similarToHere() !== null,
    run: findSimilar }
]

/** Goes to the next (1) or the previous (-1) suggestion of the list in front; on a comparison, to a change. */
const stepSuggestion = (delta: 1 | -1): void => {
  if (compareState.isShown()) compareState.step(delta)
  else if (viewState.store.get().inspectorTab === 'marks') marksState.step(delta)
  else findingsState.step(delta)
}

const stepping = (): boolean => reading() || compareState.isShown()

const REVIEW: readonly Command[] = [
  { id: 'next-suggestion', label: 'Next suggestion or change', group: 'Review', keys: ['j'], when: stepping, run: () => stepSuggestion(1) },
  { id: 'previous-suggestion', label: 'Previous suggestion or change', group: 'Review', keys: ['k'], when: stepping,
    run: () => stepSuggestion(-1) },
  { id: 'window.next-left', label: 'Next undecided suggestion', group: 'Review', keys: ['Shift+J'], when: reading,
    run: findingsState.stepLeft },
  { id: 'accept', label: 'Accept the suggestion', group: 'Review', keys: ['a'], when: hasSuggestion,
    run: () => void decideByKey('accepted') },
  { id: 'reject', label: 'Reject the suggestion', group: 'Review', keys: ['x', 'r'], when: hasSuggestion,
    run: () => void decideByKey('rejected') },
  { id: 'window.undecide', label: 'Take the decision back', group: 'Review', keys: ['u'], when: hasSuggestion,
    run: () => void findingsState.decideActive(null) },
  { id: 'window.mark', label: 'Next mark of any kind', group: 'Review', keys: ['m'], when: reading, run: () => stepMark(1) },
  { id: 'window.mark-before', label: 'Previous mark', group: 'Review', keys: ['Shift+M'], when: reading, run: () => stepMark(-1) },
  { id: 'window.overlap', label: 'Next mark at this place', group: 'Review', keys: ['o'], when: hasActive,
    run: documentState.cycleOverlap },
  { id: 'window.findings', label: 'Show findings', group: 'Review', keys: ['Alt+1'], when: reading,
    run: () => viewState.openInspector('findings') },
  { id: 'window.forward-looking', label: 'Show forward-looking statements', group: 'Review', keys: ['Alt+2'], when: reading,
    run: () => viewState.openInspector('forward-looking') },
  { id: 'window.figures', label: 'Show figures and facts', group: 'Review', keys: ['Alt+3'], when: reading,
    run: () => viewState.openInspector('figures') },
  { id: 'window.notes', label: 'Show notes', group: 'Review', keys: ['Alt+4'], when: reading, run: () => viewState.openInspector('notes') },
  { id: 'window.marks', label: 'Show all marks', group: 'Review', keys: ['Alt+5'], when: reading,
    run: () => viewState.openInspector('marks') },
  { id: 'window.only-marks', label: 'Only the filtered marks in the text', group: 'Review', keys: [], when: reading,
    run: marksState.toggleOnly }
]

const isSplit = (): boolean => reading() && halvesState.store.get().split

/** The words that are selected, else those of the mark in focus. */
const placeInHand = (): TextRange | null => {
  const { selection, active } = documentState.store.get()
  return selection?.range ?? (active ? rangeOfMark(active) : null)
}
const hasPlace = (): boolean => reading() && placeInHand() !== null
const showBeside = (): void => {
  const place = placeInHand()
  if (place) documentState.revealBeside(place)
}

const VIEW: readonly Command[] = [
  { id: 'toggle-source', label: 'Source view', group: 'View', keys: ['v', 'Ctrl+U'], when: reading, run: viewState.toggleSource },
  { id: 'window.split', label: 'Split the text', group: 'View', keys: ['w'], when: reading, run: () => {
    viewState.setSource(false)
    halvesState.toggle()
  } },
  { id: 'window.other-half', label: 'Switch to the other half of the text', group: 'View', keys: ['F6'], when: isSplit,
    run: halvesState.switchOver },
  { id: 'window.beside', label: 'Show the mark or selection in the other half', group: 'View', keys: ['Shift+W'], when: hasPlace,
    run: showBeside },
  { id: 'window.focus', label: 'Fade what is not marked', group: 'View', keys: ['f'], when: reading, run: viewState.toggleFocus },
  { id: 'toggle-sidebar', label: 'Left pane', group: 'View', keys: ['[', 'Ctrl+\\'], when: always, run: viewState.toggleSidebar },
  { id: 'toggle-inspector', label: 'Right pane', group: 'View', keys: [']', 'Ctrl+|'], when: reading, run: viewState.toggleInspector },
  { id: 'window.minimap', label: 'Marks beside the scroll bar', group: 'View', keys: [], when: reading, run: viewState.toggleMinimap },
  { id: 'text-larger', label: 'Larger text', group: 'View', keys: ['Ctrl++', 'Ctrl+='], when: always,
    run: () => void workspaceState.resizeText(1) },
  { id: 'text-smaller', label: 'Smaller text', group: 'View', keys: ['Ctrl+-'], when: always,
    run: () => void workspaceState.resizeText(-1) },
  { id: 'text-reset', label: 'Reset text size', group: 'View', keys: ['Ctrl+0'], when: always,
    run: () => void workspaceState.resizeText(null) },
  { id: 'theme-system', label: 'Theme: system', group: 'View', keys: [], when: always, run: theme('system') },
  { id: 'theme-light', label: 'Theme: light', group: 'View', keys: [], when: always, run: theme('light') },
  { id: 'theme-sepia', label: 'Theme: sepia', group: 'View', keys: [], when: always, run: theme('sepia') },
  { id: 'theme-dark', label: 'Theme: dark', group: 'View', keys: [], when: always, run: theme('dark') },
  { id: 'theme-contrast', label: 'Theme: high contrast', group: 'View', keys: [], when: always, run: theme('contrast') }
]

const WINDOW: readonly Command[] = [
  { id: 'palette', label: 'All commands…', group: 'Window', keys: ['Ctrl+K', 'Ctrl+Shift+P'], when: always,
    run: () => viewState.openDialog('palette') },
  { id: 'shortcuts', label: 'Keyboard shortcuts', group: 'Window', keys: ['?'], when: always,
    run: () => viewState.openDialog('shortcuts') },
  { id: 'settings', label: 'Settings…', group: 'Window', keys: ['Ctrl+,'], when: always, run: () => viewState.openDialog('settings') },
  { id: 'window.log', label: 'Log and crash reports', group: 'Window', keys: [], when: always, run: () => viewState.openDialog('log') },
  { id: 'about', label: 'About Redwell', group: 'Window', keys: [], when: always, run: () => viewState.openDialog('about') },
  { id: 'window.escape', label: 'Close the topmost window', group: 'Window', keys: ['Escape'], when: always, run: escape }
]

/** The commands that are always there; those of the tags come and go with the tags. */
export const COMMANDS: readonly Command[] = [...FILING, ...TABS, ...VERSIONS, ...TABLES, ...COMPARE, ...LIBRARY, ...FIND, ...REVIEW,
  ...REVIEW_SCREEN, ...SELECT, ...MARK, ...VIEW, ...WINDOW]

/** The commands that apply a tag, one for each that has a digit or none. */
const tagCommands = (): readonly Command[] =>
  workspaceState.store.get().tags.map((tag) => ({
    id: `tag.${tag.id}`,
    label: `Tag as ${tag.name}`,
    group: 'Mark',
    keys: tag.shortcut === null ? [] : [tag.shortcut],
    when: canTag,
    run: () => tagChosen(tag.id)
  }))

/** Every command there is now, with the keys it came with. */
const asTheyCame = (): readonly Command[] => [...COMMANDS, ...tagCommands()]

/** Every command there is now, with the keys the reader chose. */
const all = (): readonly Command[] => withKeys(asTheyCame(), workspaceState.store.get().settings.keys ?? {})

/** Gives a command other keys, or (null) those it came with; answers the command that has them already, in which case nothing is changed. */
const bind = (id: Command['id'], keys: string | null): Command | null => {
  const { keys: chosen = {} } = workspaceState.store.get().settings
  const taken = keys === null ? null : takenBy(all(), asTheyCame(), id, keys)
  if (taken) return taken
  const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== id))
  void workspaceState.setSettings({ keys: keys === null ? others : { ...others, [id]: keys } })
  return null
}

const byId = (id: string): Command | undefined => all().find((command) => command.id === id)

/** Gives a command; says so where it does not apply. */
const run = (id: string): void => {
  const command = byId(id)
  if (!command) return
  if (command.when()) command.run()
  else feedbackState.announce(`${command.label}: not possible here.`)
}

/** The shortcut shown beside a command, or the empty string. */
const keysOf = (id: Command['id']): string => byId(id)?.keys[0] ?? ''

/** The commands of the window. */
export const commands = { all, asTheyCame, bind, run, keysOf }
