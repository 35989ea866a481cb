import { type RefObject, useEffect, useState } from 'react'
import { Copy, Maximize2, Minimize2, TextQuote } from 'lucide-react'
import { commands } from '../../state/commands/commands'
import { documentState } from '../../state/document/document'
import { tableViewState } from '../../state/document/table-view'
import { tablesState } from '../../state/marks/tables'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { IconButton } from '../../ui/button'
import { MenuAt, MenuItem } from '../../ui/menu'

/** How long the pointer rests on a table before its buttons show, in ms. */
const REST_MS = 120

interface Place {
  readonly id: string
  readonly right: number
  readonly top: number
}

const tableAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-table]') : null

/** Follows which table the pointer rests on or the focus is in, and where its buttons go. */
const useTableInHand = (page: RefObject<HTMLElement | null>): Place | null => {
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    const element = page.current
    if (!element) return undefined
    let timer = 0
    const take = (table: HTMLElement | null): void => {
      const id = table?.dataset['table'] ?? null
      tablesState.setInHand(id)
      if (!table || id === null) {
        setPlace(null)
        return
      }
      const { right, top } = table.getBoundingClientRect()
      const edge = element.getBoundingClientRect().top
      setPlace((before) => (before?.id === id ? before : { id, right, top: Math.max(top, edge) }))
    }
    const move = ({ target }: PointerEvent): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => take(tableAt(target)), REST_MS)
    }
    const leave = ({ relatedTarget }: PointerEvent): void => {
      clearTimeout(timer)
      if (relatedTarget instanceof Element && relatedTarget.closest('.table-acts')) return
      take(null)
    }
    const focused = ({ target }: FocusEvent): void => take(tableAt(target))
    const scrolled = (): void => {
      clearTimeout(timer)
      setPlace(null)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('focusin', focused)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('focusin', focused)
      element.removeEventListener('scroll', scrolled)
    }
  }, [page])
  return place
}

/** Follows where a table was pressed with the right button. */
const useTableMenu = (page: RefObject<HTMLElement | null>) => {
  const [menu, setMenu] = useState<{ readonly id: string; readonly x: number; readonly y: number } | null>(null)
  useEffect(() => {
    const element = page.current
    if (!element) return undefined
    const ask = (event: MouseEvent): void => {
      const id = tableAt(event.target)?.dataset['table']
      if (id === undefined || event.defaultPrevented) return
      event.preventDefault()
      setMenu({ id, x: event.clientX, y: event.clientY })
    }
    element.addEventListener('contextmenu', ask)
    return () => element.removeEventListener('contextmenu', ask)
  }, [page])
  return { menu, close: () => setMenu(null) }
}

/** What can be done with the table under the hand: buttons at its corner while the pointer rests on it, and a menu by the right button. */
export const TableHand = ({ page }: { readonly page: RefObject<HTMLElement | null> }) => {
  const place = useTableInHand(page)
  const { menu, close } = useTableMenu(page)
  const whole = useStore(viewState, viewState.select.whole)
  const content = useStore(documentState, documentState.select.content)
  const asInSource = useStore(tableViewState, tableViewState.select.asInSource)
  const isEither = (id: string): boolean => content !== null && tableViewState.isEither(content, id)
  const sourceLabel = asInSource ? 'Text tables as tables' : 'As in the source'
  const act = (run: () => void) => (): void => {
    close()
    run()
  }
  return (
    <>
      {place ?
        (
          <div className="table-acts" role="toolbar" aria-label="Table" style={{ left: place.right, top: place.top }}>
            <IconButton size="small" icon={Copy} label="Copy the table" keys={commands.keysOf('window.table-copy')}
              onClick={() => tablesState.copy({ negative: false }, place.id)} />
            {isEither(place.id) ?
              (
                <IconButton size="small" icon={TextQuote} label={sourceLabel} keys={commands.keysOf('window.table-source')}
                  onClick={() => tablesState.toggleSource(place.id)} />
              ) :
              null}
            <IconButton size="small" icon={whole === null ? Maximize2 : Minimize2} keys={commands.keysOf('window.table-whole')}
              label={whole === null ? 'The whole window for the table' : 'Bring the panes back'}
              onClick={() => tablesState.toggleWhole(place.id)} />
          </div>
        ) :
        null}
      {menu ?
        (
          <MenuAt x={menu.x} y={menu.y} label="Table" onClose={close}>
            <MenuItem onSelect={act(() => tablesState.copy({ negative: false }, menu.id))}>Copy the table</MenuItem>
            <MenuItem onSelect={act(() => tablesState.copy({ negative: true }, menu.id))}>
              Copy, numbers in brackets as negative ones
            </MenuItem>
            {isEither(menu.id) ?
              <MenuItem onSelect={act(() => tablesState.toggleSource(menu.id))}>{sourceLabel}</MenuItem> :
              null}
            <MenuItem onSelect={act(() => tablesState.toggleWhole(menu.id))}>
              {whole === null ? 'The whole window for the table' : 'Bring the panes back'}
            </MenuItem>
          </MenuAt>
        ) :
        null}
    </>
  )
}
