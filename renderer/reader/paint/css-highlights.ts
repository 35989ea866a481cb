import { liveRanges } from '../live-range'
import { type Surface } from '../../state/document/surface'
import { shownRange } from '#model/text-map'
import { difference } from './difference'
import { type PaintKind, priorityOf } from './kinds'
import type { Painter, PaintLayer, Stroke, StrokesIn } from './painter'

interface Painted {
  readonly kind: PaintKind
  readonly ranges: readonly StaticRange[]
}

interface Shown {
  readonly surface: Surface
  readonly element: Element
  readonly painted: Map<PaintLayer, ReadonlyMap<string, Painted>>
}

const NOTHING: ReadonlyMap<string, Painted> = new Map()

const LAYERS: readonly PaintLayer[] = ['seen', 'copies', 'marks', 'find', 'focus', 'chosen']

const highlightOf = (kind: PaintKind): Highlight => {
  const known = CSS.highlights.get(kind)
  if (known) return known
  const made = new Highlight()
  made.priority = priorityOf(kind)
  CSS.highlights.set(kind, made)
  return made
}

/** Source bounds of a surface; its map is ordered by source as it is by what is shown. */
const boundsOf = ({ map }: Surface): { readonly start: number; readonly end: number } => ({ start: map[2] ?? 0,
  end: (map[map.length - 2] ?? 0) + (map[map.length - 1] ?? 0) })

const keyOf = ({ kind, start, end }: Stroke): string => `${kind} ${String(start)} ${String(end)}`

/**
 * The painter over the CSS Custom Highlight API: one registered highlight per kind, ranges added and removed by difference.
 * Ranges are static: the text they stand on is never changed, and a live range would be adjusted on every scroll.
 */
export const createCssPainter = (): Painter => {
  const shown = new Map<string, Shown>()
  const layers = new Map<PaintLayer, StrokesIn>()

  const paint = (place: Shown, layer: PaintLayer): void => {
    const { start, end } = boundsOf(place.surface)
    const rangesOf = liveRanges(place.element)
    const { after, added, removed } = difference(place.painted.get(layer) ?? NOTHING, layers.get(layer)?.(start, end) ?? [], keyOf,
      (stroke): Painted | null => {
        const span = shownRange(place.surface.map, stroke)
        return span && { kind: stroke.kind, ranges: rangesOf(span.start, span.end) }
      })
    for (const { kind, ranges } of added) for (const range of ranges) highlightOf(kind).add(range)
    for (const { kind, ranges } of removed) for (const range of ranges) CSS.highlights.get(kind)?.delete(range)
    place.painted.set(layer, after)
  }

  const hide = (id: string): void => {
    for (const strokes of shown.get(id)?.painted.values() ?? []) {
      for (const { kind, ranges } of strokes.values()) for (const range of ranges) CSS.highlights.get(kind)?.delete(range)
    }
    shown.delete(id)
  }

  return {
    show: (surface, element) => {
      hide(surface.id)
      const place: Shown = { surface, element, painted: new Map() }
      shown.set(surface.id, place)
      for (const layer of LAYERS) paint(place, layer)
    },
    hide,
    setLayer: (layer, strokes) => {
      if (strokes) layers.set(layer, strokes)
      else layers.delete(layer)
      for (const place of shown.values()) paint(place, layer)
    },
    destroy: () => {
      for (const id of [...shown.keys()]) hide(id)
    }
  }
}
