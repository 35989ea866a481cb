import { type MouseEvent, useCallback, useEffect, useRef } from 'react'
import type { BlockIndex } from '#model/block-index'
import { findState } from '../../state/document/find'
import { useStore } from '../../state/window/use-store'
import { type MarkLayer, viewState } from '../../state/window/view'
import { workspaceState } from '../../state/window/workspace'
import type { BlockVirtualizer } from '../text/block-list'
import type { Mark } from '../paint/marks'

const COLOURS: Readonly<Record<MarkLayer, string>> = {
  finding: '--kind-finding-line',
  core: '--kind-core-line',
  borderline: '--kind-core-line',
  boilerplate: '--kind-boilerplate-line',
  trigger: '--kind-trigger',
  mine: '--tag-yellow-line'
}

/** The third of the strip each layer is drawn in, from the left, so that none covers another; hits are drawn across all. */
const LANES: Readonly<Partial<Record<MarkLayer, number>>> = { finding: 0, core: 1, borderline: 1, mine: 2 }
const TICK = 2
const LANE = 4

const tagColour = ({ kind }: Mark): string => {
  const colour = /^tag-([a-z]+)-/.exec(kind)?.[1]
  return colour === undefined ? COLOURS.mine : `--tag-${colour}-line`
}

/** Heights become known while the page moves; the strip follows once none did for this long, in ms. */
const SETTLED_MS = 150

/** What the strip takes. */
export interface MinimapProps {
  readonly marks: readonly Mark[]
  readonly index: BlockIndex
  readonly list: BlockVirtualizer
}

/** Draws ticks on a strip; ten thousand marks fall on a few hundred rows, and each row and colour is drawn once. */
const createTicks = (element: HTMLCanvasElement, context: CanvasRenderingContext2D) => {
  const { clientWidth: width, clientHeight: height } = element
  const scale = window.devicePixelRatio
  element.width = width * scale
  element.height = height * scale
  context.scale(scale, scale)
  context.clearRect(0, 0, width, height)
  const style = getComputedStyle(element)
  const colours = new Map<string, { readonly value: string; readonly rows: Set<number> }>()
  const colourOf = (name: string) => {
    const known = colours.get(name)
    if (known) return known
    const made = { value: style.getPropertyValue(name), rows: new Set<number>() }
    colours.set(name, made)
    return made
  }
  return {
    width,
    /** Draws a tick at a part of the whole height, from 0 to 1. */
    tick: (part: number, name: string, x: number, across: number): void => {
      const y = Math.min(height - TICK, Math.round(part * height))
      const { value, rows } = colourOf(name)
      if (rows.has(y)) return
      rows.add(y)
      context.fillStyle = value
      context.fillRect(x, y, across, TICK)
    }
  }
}

/** A strip beside the scroll bar with a tick for each mark and hit of the whole document; a click goes there. For the eye only. */
export const Minimap = ({ marks, index, list }: MinimapProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  /** The height of the page, in CSS pixels, that the strip was drawn for. */
  const drawn = useRef(0)
  const hits = useStore(findState, findState.select.hits)
  const hidden = useStore(viewState, viewState.select.hidden)
  const theme = useStore(workspaceState, (state) => state.settings.theme)
  const total = list.getTotalSize()
  const draw = useCallback((): void => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const whole = list.getTotalSize()
    drawn.current = whole
    const { width, tick } = createTicks(element, context)
    const partAt = (offset: number): number | null => {
      const item = list.measurementsCache[index.at(offset)]
      return item ? (item.start + item.size / 2) / whole : null
    }
    for (const mark of marks) {
      const lane = LANES[mark.layer]
      const part = lane === undefined || hidden.includes(mark.layer) ? null : partAt(mark.start)
      if (lane !== undefined && part !== null)
        tick(part, mark.layer === 'mine' ? tagColour(mark) : COLOURS[mark.layer], lane * LANE, LANE - 1)
    }
    for (const hit of hits) {
      const part = partAt(hit.start)
      if (part !== null) tick(part, '--kind-hit-current', 0, width)
    }
    // Another theme has other colours under the same names.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [marks, hits, hidden, theme, index, list])
  useEffect(() => {
    // Observing something draws it at once.
    const watch = new ResizeObserver(draw)
    if (canvas.current) watch.observe(canvas.current)
    return () => watch.disconnect()
  }, [draw])
  useEffect(() => {
    const timer = setTimeout(() => {
      if (drawn.current !== total) draw()
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [draw, total])
  const jump = (event: MouseEvent<HTMLCanvasElement>): void => {
    const bounds = event.currentTarget.getBoundingClientRect()
    list.scrollToOffset(((event.clientY - bounds.top) / bounds.height) * total - bounds.height / 3)
  }
  return <canvas ref={canvas} className="minimap" aria-hidden="true" onClick={jump} />
}
