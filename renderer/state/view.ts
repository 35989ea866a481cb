/** How the window is arranged: which screen, which tabs, which panes, which kinds of mark are shown, which dialog is open. */
import { remember, remembered } from '../bridge/remembered'
import { createStore } from './create-store'

/** The kinds of mark the legend can show and hide. */
export type MarkLayer = 'finding' | 'core' | 'borderline' | 'boilerplate' | 'trigger' | 'mine'

/** The screens of the middle pane. */
export type Screen = 'library' | 'reader' | 'search'
/** The tabs of the left pane. */
export type SidebarTab = 'library' | 'outline'
/** The tabs of the right pane. */
export type InspectorTab = 'findings' | 'forward-looking' | 'figures' | 'notes'
/** The dialogs of the window; one at a time. */
export type DialogName = 'export' | 'settings' | 'shortcuts' | 'palette' | 'about'

/** What is kept from one start to the next; widths in CSS pixels. */
interface Layout {
  readonly sidebarOpen: boolean
  readonly sidebarWidth: number
  readonly inspectorOpen: boolean
  readonly inspectorWidth: number
  readonly hidden: readonly MarkLayer[]
  readonly minimap: boolean
}

interface ViewState extends Layout {
  readonly screen: Screen
  readonly sidebarTab: SidebarTab
  readonly inspectorTab: InspectorTab
  readonly source: boolean
  readonly focus: boolean
  readonly dialog: DialogName | null
}

const LAYOUT: Layout = {
  sidebarOpen: true, sidebarWidth: 264, inspectorOpen: true, inspectorWidth: 380, hidden: [], minimap: true
}

const initial: ViewState = {
  ...LAYOUT, screen: 'library', sidebarTab: 'library', inspectorTab: 'findings', source: false, focus: false, dialog: null
}
const store = createStore(initial)

const arrange = (patch: Partial<Layout>): void => {
  store.set(patch)
  const { sidebarOpen, sidebarWidth, inspectorOpen, inspectorWidth, hidden, minimap } = store.get()
  remember('layout', { sidebarOpen, sidebarWidth, inspectorOpen, inspectorWidth, hidden, minimap } satisfies Layout)
}

/** Takes up the arrangement of the last time. */
const restore = (): void => { store.set(remembered('layout', LAYOUT)) }

const show = (screen: Screen): void => {
  store.set({ screen, sidebarTab: screen === 'reader' ? 'outline' : 'library' })
}
const setSidebarTab = (sidebarTab: SidebarTab): void => { store.set({ sidebarTab }) }
const setInspectorTab = (inspectorTab: InspectorTab): void => { store.set({ inspectorTab }) }
const toggleSidebar = (): void => { arrange({ sidebarOpen: !store.get().sidebarOpen }) }
const toggleInspector = (): void => { arrange({ inspectorOpen: !store.get().inspectorOpen }) }
const openInspector = (inspectorTab: InspectorTab): void => {
  if (!store.get().inspectorOpen) arrange({ inspectorOpen: true })
  store.set({ inspectorTab })
}
const setSidebarWidth = (sidebarWidth: number): void => { arrange({ sidebarWidth }) }
const setInspectorWidth = (inspectorWidth: number): void => { arrange({ inspectorWidth }) }

/** Shows a kind of mark where it is hidden, and hides it where it is shown. */
const toggleLayer = (layer: MarkLayer): void => {
  const { hidden } = store.get()
  arrange({ hidden: hidden.includes(layer) ? hidden.filter((kept) => kept !== layer) : [...hidden, layer] })
}
const toggleMinimap = (): void => { arrange({ minimap: !store.get().minimap }) }
const toggleSource = (): void => { store.set(({ source }) => ({ source: !source })) }
const setSource = (source: boolean): void => { store.set({ source }) }
const toggleFocus = (): void => { store.set(({ focus }) => ({ focus: !focus })) }
const openDialog = (dialog: DialogName): void => { store.set({ dialog }) }
const closeDialog = (): void => { store.set({ dialog: null }) }

const select = {
  screen: (state: ViewState) => state.screen,
  sidebarTab: (state: ViewState) => state.sidebarTab,
  inspectorTab: (state: ViewState) => state.inspectorTab,
  sidebarOpen: (state: ViewState) => state.sidebarOpen,
  sidebarWidth: (state: ViewState) => state.sidebarWidth,
  inspectorOpen: (state: ViewState) => state.inspectorOpen,
  inspectorWidth: (state: ViewState) => state.inspectorWidth,
  hidden: (state: ViewState) => state.hidden,
  minimap: (state: ViewState) => state.minimap,
  source: (state: ViewState) => state.source,
  focus: (state: ViewState) => state.focus,
  dialog: (state: ViewState) => state.dialog
}

/** The state module of the window's arrangement. */
export const viewState = {
  store, restore, show, setSidebarTab, setInspectorTab, openInspector, toggleSidebar, toggleInspector, setSidebarWidth, setInspectorWidth,
  toggleLayer, toggleMinimap, toggleSource, setSource, toggleFocus, openDialog, closeDialog, select
}
