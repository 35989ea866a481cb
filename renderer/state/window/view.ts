/** How the window is arranged: which screen, which tabs, which panes, which kinds of mark are shown, which dialog is open. */
import { remember, remembered } from '../../bridge/remembered'
import { createStore } from './create-store'

/** The kinds of mark of the document itself. */
export type MarkLayer = 'finding' | 'core' | 'borderline' | 'boilerplate' | 'trigger' | 'mine'
/** All that the legend can show and hide: the kinds of mark, and the highlights made in another copy of the document. */
export type Layer = MarkLayer | 'copy'

/** The screens of the middle pane. */
export type Screen = 'library' | 'reader' | 'search' | 'compare' | 'review'
/** The tabs of the left pane. */
export type SidebarTab = 'library' | 'outline'
/** The tabs of the right pane. */
export type InspectorTab = 'findings' | 'forward-looking' | 'figures' | 'notes' | 'marks'
/** The dialogs of the window; one at a time. */
export type DialogName = 'export' | 'settings' | 'shortcuts' | 'palette' | 'about' | 'log' | 'describe' | 'move-to-folder' | 'watched'
  | 'link' | 'also-in' | 'measure' | 'take-in' | 'set-aside'

/** What is kept from one start to the next; widths in CSS pixels, the first half of the text in hundredths of the room of both. */
interface Layout {
  readonly sidebarOpen: boolean
  readonly sidebarWidth: number
  readonly inspectorOpen: boolean
  readonly inspectorWidth: number
  readonly firstHalf: number
  readonly hidden: readonly Layer[]
  readonly minimap: boolean
}

interface ViewState extends Layout {
  readonly screen: Screen
  readonly sidebarTab: SidebarTab
  readonly inspectorTab: InspectorTab
  readonly source: boolean
  readonly focus: boolean
  readonly dialog: DialogName | null
  /** Whether the window has no room for both side panes beside the text; then at most one is open, and which is not kept. */
  readonly narrow: boolean
  /** The block that has the whole window, the panes put away meanwhile; null while the window is as the reader arranged it. */
  readonly whole: string | null
}

const LAYOUT: Layout = {
  sidebarOpen: true,
  sidebarWidth: 264,
  inspectorOpen: true,
  inspectorWidth: 380,
  firstHalf: 50,
  hidden: [],
  minimap: true
}

const initial: ViewState = {
  ...LAYOUT,
  screen: 'library',
  sidebarTab: 'library',
  inspectorTab: 'findings',
  source: false,
  focus: false,
  dialog: null,
  narrow: false,
  whole: null
}
const store = createStore(initial)

const arrange = (patch: Partial<Layout>): void => {
  store.set(patch)
  const { sidebarWidth, inspectorWidth, firstHalf, hidden, minimap, narrow } = store.get()
  const { sidebarOpen, inspectorOpen } = narrow ? remembered('layout', LAYOUT) : store.get()
  remember('layout', { sidebarOpen, sidebarWidth, inspectorOpen, inspectorWidth, firstHalf, hidden, minimap } satisfies Layout)
}

/** From this width of the window on, in CSS pixels, the panes begin wider: the text has room to spare. */
const WIDE_WINDOW = 1700

/** Takes up the arrangement of the last time; a first one has the panes that suit a window of `room` CSS pixels. */
const restore = (room = 0): void => {
  store.set(remembered('layout', room < WIDE_WINDOW ? LAYOUT : { ...LAYOUT, sidebarWidth: 340, inspectorWidth: 500 }))
}

const show = (screen: Screen): void => {
  store.set({ whole: null, screen, sidebarTab: screen === 'reader' ? 'outline' : 'library' })
}
const setSidebarTab = (sidebarTab: SidebarTab): void => store.set({ sidebarTab })
const setInspectorTab = (inspectorTab: InspectorTab): void => store.set({ inspectorTab })

/** Opens or folds a pane; where there is room for one alone, the other makes way. */
const openPane = (pane: 'sidebar' | 'inspector', open: boolean): void => {
  const { narrow } = store.get()
  if (open) store.set({ whole: null })
  const other = narrow && open ? { [pane === 'sidebar' ? 'inspectorOpen' : 'sidebarOpen']: false } : {}
  arrange({ [pane === 'sidebar' ? 'sidebarOpen' : 'inspectorOpen']: open, ...other })
}
const toggleSidebar = (): void => openPane('sidebar', !store.get().sidebarOpen)
const toggleInspector = (): void => openPane('inspector', !store.get().inspectorOpen)
const openInspector = (inspectorTab: InspectorTab): void => {
  if (!store.get().inspectorOpen) openPane('inspector', true)
  store.set({ inspectorTab })
}

/** Width in CSS pixels below which a line of text is too short to read beside the panes: 30 characters and the margins. */
const LEAST_TEXT = 300

/** The width of the window, in CSS pixels, as it was told last. */
let windowWidth = Infinity

/** Takes note of the width of the window, in CSS pixels: panes fold where the text would have no room, and come back with it. */
const fit = (width: number): void => {
  windowWidth = width
  const { narrow, sidebarWidth, inspectorWidth } = store.get()
  const next = width < sidebarWidth + inspectorWidth + LEAST_TEXT
  if (next === narrow) return
  const { sidebarOpen, inspectorOpen } = remembered('layout', LAYOUT)
  store.set(next ? { narrow: true, sidebarOpen: false, inspectorOpen: false } : { narrow: false, sidebarOpen, inspectorOpen })
}

/** A wish for the width of a pane, cut to what leaves the text its room beside the other one. */
const leavingText = (wish: number, other: number): number =>
  Math.min(wish, Math.max(0, windowWidth - LEAST_TEXT - (store.get().narrow ? 0 : other)))
const setSidebarWidth = (wish: number): void => arrange({ sidebarWidth: leavingText(wish, store.get().inspectorWidth) })
const setInspectorWidth = (wish: number): void => arrange({ inspectorWidth: leavingText(wish, store.get().sidebarWidth) })
/** Gives the first half of the text so many hundredths of the room of both; without a number the halves are equal again. */
const setFirstHalf = (firstHalf = LAYOUT.firstHalf): void => arrange({ firstHalf })

/** Shows a kind of mark where it is hidden, and hides it where it is shown. */
const toggleLayer = (layer: Layer): void => {
  const { hidden } = store.get()
  arrange({ hidden: hidden.includes(layer) ? hidden.filter((kept) => kept !== layer) : [...hidden, layer] })
}
const toggleMinimap = (): void => arrange({ minimap: !store.get().minimap })
const toggleSource = (): void => store.set(({ source }) => ({ source: !source }))
const setSource = (source: boolean): void => store.set({ source })
const toggleFocus = (): void => store.set(({ focus }) => ({ focus: !focus }))
/** Gives the whole window to a block, or the panes their room again. */
const setWhole = (whole: string | null): void => store.set({ whole })
const openDialog = (dialog: DialogName): void => store.set({ dialog })
const closeDialog = (): void => store.set({ dialog: null })

const select = {
  screen: (state: ViewState) => state.screen,
  sidebarTab: (state: ViewState) => state.sidebarTab,
  inspectorTab: (state: ViewState) => state.inspectorTab,
  sidebarOpen: (state: ViewState) => state.sidebarOpen && state.whole === null,
  sidebarWidth: (state: ViewState) => state.sidebarWidth,
  inspectorOpen: (state: ViewState) => state.inspectorOpen && state.whole === null,
  inspectorWidth: (state: ViewState) => state.inspectorWidth,
  firstHalf: (state: ViewState) => state.firstHalf,
  hidden: (state: ViewState) => state.hidden,
  minimap: (state: ViewState) => state.minimap,
  source: (state: ViewState) => state.source,
  focus: (state: ViewState) => state.focus,
  dialog: (state: ViewState) => state.dialog,
  whole: (state: ViewState) => state.whole
}

/** The state module of the window's arrangement. */
export const viewState = {
  store,
  restore,
  fit,
  show,
  setSidebarTab,
  setInspectorTab,
  openInspector,
  toggleSidebar,
  toggleInspector,
  setSidebarWidth,
  setInspectorWidth,
  setFirstHalf,
  toggleLayer,
  toggleMinimap,
  toggleSource,
  setSource,
  toggleFocus,
  setWhole,
  openDialog,
  closeDialog,
  select
}
