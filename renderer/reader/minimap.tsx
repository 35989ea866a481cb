import { type MouseEvent, useEffect, useRef } from 'react'
import type { BlockIndex } from '../state/block-index'
import { findState } from '../state/find'
import { useStore } from '../state/use-store'
import { type MarkLayer, viewState } from '../state/view'
import { workspaceState } from '../state/workspace'
import type { BlockVirtualizer } from './block-list'
import type { Mark } from './marks'

const COLOURS: Readonly<Record<MarkLayer, string>> = {
  finding: '--kind-finding-line', core: '--kind-core-line', borderline: '--kind-core-line', boilerplate: '--kind-boilerplate-line',
  trigger: '--kind-trigger', mine: '--tag-yellow-line'
}

/** The third of the strip each layer is drawn in, from the left, so that none covers another; hits are drawn across all. */
const LANES: Readonly<Partial<Record<MarkLayer, number>>> = { finding: 0, core: 1, borderline: 1, mine: 2 }
const TICK = 2
const LANE = 4

const tagColour = ({ kind }: Mark): string => {
  const colour = /^tag-([a-z]+)-/.exec(kind)?.[1]
  return colour === undefined ? COLOURS.mine : `--tag-${colour}-line`
}

/** What the strip takes. */
export interface MinimapProps {
  readonly marks: readonly Mark[]
  readonly index: BlockIndex
  readonly list: BlockVirtualizer
}

/** A strip beside the scroll bar with a tick for each mark and hit of the whole document; a click goes there. For the eye only. */
export const Minimap = ({ marks, index, list }: MinimapProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const hits = useStore(findState, findState.select.hits)
  const hidden = useStore(viewState, viewState.select.hidden)
  const theme = useStore(workspaceState, (state) => state.settings.theme)
  const total = list.getTotalSize()
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const draw = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      const scale = window.devicePixelRatio
      element.width = width * scale
      element.height = height * scale
      context.scale(scale, scale)
      context.clearRect(0, 0, width, height)
      const style = getComputedStyle(element)
      const drawn = new Set<string>()
      // Ten thousand marks fall on a few hundred rows: each row and colour is drawn once.
      const tick = (offset: number, colour: string, x: number, across: number): void => {
        const item = list.measurementsCache[index.at(offset)]
        if (!item) return
        const y = Math.min(height - TICK, Math.round(((item.start + item.size / 2) / total) * height))
        const key = `${colour} ${String(y)}`
        if (drawn.has(key)) return
        drawn.add(key)
        context.fillStyle = style.getPropertyValue(colour)
        context.fillRect(x, y, across, TICK)
      }
      for (const mark of marks) {
        const lane = LANES[mark.layer]
        if (lane === undefined || hidden.includes(mark.layer)) continue
        tick(mark.start, mark.layer === 'mine' ? tagColour(mark) : COLOURS[mark.layer], lane * LANE, LANE - 1)
      }
      for (const hit of hits) tick(hit.start, '--kind-hit-current', 0, width)
    }
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(element)
    return () => { watch.disconnect() }
  }, [marks, hits, hidden, theme, index, list, total])
  const jump = (event: MouseEvent<HTMLCanvasElement>): void => {
    const bounds = event.currentTarget.getBoundingClientRect()
    list.scrollToOffset(((event.clientY - bounds.top) / bounds.height) * total - bounds.height / 3)
  }
  return <canvas ref={canvas} className="minimap" aria-hidden="true" onClick={jump} />
}
