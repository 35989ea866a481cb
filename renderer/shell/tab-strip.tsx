import { Columns2, Copy, FileText, GitCompareArrows, LibraryBig, Pin, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { shortCompany } from '#model/filing-identity'
import { copyText } from '../state/window/clipboard'
import { commands } from '../state/commands/commands'
import { compareState } from '../state/compare/compare'
import { documentState } from '../state/document/document'
import { libraryState } from '../state/library/library'
import { tellApart, type ToldTab } from '../state/tabs/tab-words'
import { type Tab, tabsState } from '../state/tabs/tabs'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { useDateWords } from '../ui/date-text'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { MenuAt, MenuItem, MenuSeparator } from '../ui/menu'

interface MenuPlace {
  readonly id: number
  readonly x: number
  readonly y: number
}

/** What can be done with one tab. */
const TabMenu = ({ place, onClose }: { readonly place: MenuPlace; readonly onClose: () => void }) => {
  const tabs = useStore(tabsState, tabsState.select.tabs)
  const current = useStore(tabsState, tabsState.select.current)
  const tab = tabs.find(({ id }) => id === place.id)
  if (!tab) return null
  const { filingId } = tabsState.activePlace(tab)
  return (
    <MenuAt x={place.x} y={place.y} label="Tab" onClose={onClose}>
      <MenuItem icon={Columns2} disabled={tab.id === current} onSelect={() => void documentState.openBeside(filingId)}>
        Show beside what is read
      </MenuItem>
      {tab.passing ? <MenuItem icon={Pin} onSelect={() => tabsState.keep(tab.id)}>Keep this tab</MenuItem> : null}
      <MenuItem icon={GitCompareArrows} onSelect={() => void compareState.begin(filingId)}>Compare with…</MenuItem>
      <MenuItem icon={Copy} onSelect={() => void copyText(tab.title, 'Title copied.')}>Copy the title</MenuItem>
      <MenuSeparator />
      <MenuItem icon={X} hint={tab.id === current ? <Kbd keys={commands.keysOf('window.close-tab')} /> : undefined}
        onSelect={() => tabsState.close(tab.id)}
      >
        Close
      </MenuItem>
      <MenuItem disabled={tabs.length < 2} onSelect={() => tabsState.closeOthers(tab.id)}>Close the others</MenuItem>
      <MenuItem onSelect={() => tabsState.closeOthers(null)}>Close all</MenuItem>
    </MenuAt>
  )
}

/** Moves the focus along the strip; Delete closes a tab, as its button does for the pointer. */
const press = (event: KeyboardEvent<HTMLElement>): void => {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
  const at = tabs.findIndex((tab) => tab === document.activeElement)
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key]
  const id = Number(tabs[at]?.dataset['tab'])
  if (to !== undefined) tabs[Math.min(tabs.length - 1, Math.max(0, to))]?.focus()
  else if (event.key === 'Delete' && id > 0) {
    tabsState.close(id)
    tabs[at - 1]?.focus()
  } else return
  event.preventDefault()
  event.stopPropagation()
}

/** A tab's words as they are drawn, and whole, as a tooltip says them. */
interface DrawnTab extends ToldTab {
  readonly tab: Tab
  readonly whole: string
}

/** What tells the tabs from each other though they are cut: whose filing each is, what it is, and of when; the title where the company is not known. */
const useTabWords = (tabs: readonly Tab[]): readonly DrawnTab[] => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const trashed = useStore(libraryState, (state) => state.trashed)
  const { short } = useDateWords()
  const words = tabs.map((tab) => {
    const { filingId } = tabsState.activePlace(tab)
    const filing = filings.find(({ id }) => id === filingId) ?? trashed.find(({ id }) => id === filingId)
    // The end of a period is no day of filing, and says so.
    const day = filing?.filedAt ? short(filing.filedAt) : filing?.period ? `to ${short(filing.period)}` : ''
    const form = filing?.exhibit ?? filing?.form ?? ''
    const company = filing?.company ?? null
    return { who: company === null ? tab.title : shortCompany(company), form, day,
      whole: [tab.title, company, form, day].filter((part) => part !== null && part !== '').join(' · ') }
  })
  return tellApart(words).flatMap((told, at) => {
    const [tab, whole] = [tabs[at], words[at]?.whole]
    return tab === undefined || whole === undefined ? [] : [{ ...told, tab, whole }]
  })
}

interface OneTabProps {
  readonly words: DrawnTab
  readonly shown: boolean
  readonly onMenu: (place: MenuPlace) => void
}

/** One tab. The middle button closes it, the right one asks what can be done; who cannot see its cross has Delete, and the command. */
const OneTab = ({ words: { tab, who, form, day, twin, whole }, shown, onMenu }: OneTabProps) => {
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown) own.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown])
  const down = (event: PointerEvent): void => {
    if (event.button === 1) event.preventDefault()
  }
  const split = tab.second !== null && tab.second.filingId !== tab.first.filingId
  return (
    <div ref={own} className="strip-tab" data-shown={shown} data-passing={tab.passing} onPointerDown={down} onAuxClick={(event) => {
      if (event.button === 1) tabsState.close(tab.id)
    }} onContextMenu={(event) => {
      event.preventDefault()
      onMenu({ id: tab.id, x: event.clientX, y: event.clientY })
    }}>
      <button type="button" role="tab" className="strip-button" data-tab={tab.id} aria-selected={shown} tabIndex={shown ? 0 : -1}
        title={whole} aria-label={whole} onClick={() => tabsState.turnTo(tab.id)} onDoubleClick={() => tabsState.keep(tab.id)}
      >
        <Icon of={split ? Columns2 : FileText} size={13} />
        <span className="strip-words" data-twin={twin}>
          <span className="strip-title truncate">{who}</span>
          {form === '' ? null : <span className="strip-what">{form}</span>}
          {day === '' ? null : <span className="strip-what strip-day">{day}</span>}
        </span>
      </button>
      <button type="button" className="strip-close" tabIndex={-1} aria-hidden="true" title="Close" onClick={() => tabsState.close(tab.id)}>
        <Icon of={X} size={13} />
      </button>
    </div>
  )
}

const ComparisonTab = ({ shown }: { readonly shown: boolean }) => {
  const left = useStore(compareState, compareState.select.left)
  const right = useStore(compareState, compareState.select.right)
  if (!shown && !left && !right) return null
  const title = left && right ? `${left.open.filing.title} ↔ ${right.open.filing.title}` : 'Comparison'
  return (
    <div className="strip-tab" data-shown={shown}>
      <button type="button" role="tab" className="strip-button" aria-selected={shown} tabIndex={shown ? 0 : -1} title={title}
        onClick={() => viewState.show('compare')}
      >
        <Icon of={GitCompareArrows} size={13} />
        <span className="strip-title truncate">{title}</span>
      </button>
      <button type="button" className="strip-close" tabIndex={-1} aria-hidden="true" title="Close" onClick={compareState.close}>
        <Icon of={X} size={13} />
      </button>
    </div>
  )
}

/** The filings that are open and the comparison there is, with the way back to the library in front; nothing while there are none. */
export const TabStrip = () => {
  const tabs = useStore(tabsState, tabsState.select.tabs)
  const current = useStore(tabsState, tabsState.select.current)
  const screen = useStore(viewState, viewState.select.screen)
  const comparing = useStore(compareState, (state) => state.left !== null || state.right !== null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const drawn = useTabWords(tabs)
  if (tabs.length === 0 && !comparing && screen !== 'compare') return null
  const home = screen !== 'reader' && screen !== 'compare'
  return (
    <nav className="strip" aria-label="Open filings">
      <div role="tablist" aria-label="Open filings" className="strip-tabs" onKeyDown={press}>
        <button type="button" role="tab" className="strip-home" aria-label="Library" title="Library" aria-selected={home}
          tabIndex={home ? 0 : -1} data-shown={home} onClick={() => viewState.show('library')}
        >
          <Icon of={LibraryBig} size={15} />
        </button>
        {drawn.map((words) => (
          <OneTab key={words.tab.id} words={words} shown={screen === 'reader' && words.tab.id === current} onMenu={setMenu} />
        ))}
        <ComparisonTab shown={screen === 'compare'} />
      </div>
      {menu ? <TabMenu key={`${String(menu.x)} ${String(menu.y)}`} place={menu} onClose={() => setMenu(null)} /> : null}
    </nav>
  )
}
