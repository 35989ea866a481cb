import { useMemo } from 'react'
import { X } from 'lucide-react'
import { copiesState } from '../../state/compare/family-copies'
import { marksState } from '../../state/marks/marks'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { Icon } from '../../ui/icon'
import { Tooltip } from '../../ui/tooltip'
import { LAYERS } from './layers'
import { countLayers, type Mark } from './marks'

/** What the legend takes: the marks it counts, and whether the text shows only those that pass the filter of the list of marks. */
export interface LegendProps {
  readonly marks: readonly Mark[]
  readonly only: boolean
}

/** The legend of the marks: how each kind looks, how many there are, and a button to show or hide it. */
export const Legend = ({ marks, only }: LegendProps) => {
  const hidden = useStore(viewState, viewState.select.hidden)
  const copied = useStore(copiesState, copiesState.select.places).length
  const counts = { ...useMemo(() => countLayers(marks), [marks]), copy: copied }
  return (
    <div className="legend" role="group" aria-label="Marks shown">
      {LAYERS.filter(({ layer }) => layer !== 'copy' || copied > 0).map(({ layer, label, about }) => {
        const shown = !hidden.includes(layer)
        return (
          <Tooltip key={layer} text={`${about}. ${shown ? 'Shown' : 'Hidden'}.`}>
            <button type="button" className="legend-entry" aria-pressed={shown} onClick={() => viewState.toggleLayer(layer)}>
              <span className={`legend-sample sample-${layer}`} aria-hidden="true">Aa</span>
              <span className={`legend-label sample-${layer}`}>{label}</span>
              <span className="legend-count numeric">{counts[layer]}</span>
            </button>
          </Tooltip>
        )
      })}
      {only
        ? (
          <button type="button" className="pill pill-toggle legend-only" data-on="true" title="Show all marks again"
            onClick={marksState.toggleOnly}
          >
            Filtered marks only<Icon of={X} size={12} />
          </button>
        )
        : null}
    </div>
  )
}
