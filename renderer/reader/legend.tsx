import { useStore } from '../state/use-store'
import { viewState } from '../state/view'
import { Tooltip } from '../ui/tooltip'
import { LAYERS } from './layers'
import { countLayers, type Mark } from './marks'

/** The legend of the marks: how each kind looks, how many there are, and a button to show or hide it. */
export const Legend = ({ marks }: { readonly marks: readonly Mark[] }) => {
  const hidden = useStore(viewState, viewState.select.hidden)
  const counts = countLayers(marks)
  return (
    <div className="legend" role="group" aria-label="Marks shown">
      {LAYERS.map(({ layer, label, about }) => {
        const shown = !hidden.includes(layer)
        return (
          <Tooltip key={layer} text={`${about}. ${shown ? 'Shown' : 'Hidden'}.`}>
            <button type="button" className="legend-entry" aria-pressed={shown} onClick={() => { viewState.toggleLayer(layer) }}>
              <span className={`legend-sample sample-${layer}`} aria-hidden="true">Aa</span>
              <span className="legend-label">{label}</span>
              <span className="legend-count numeric">{counts[layer]}</span>
            </button>
          </Tooltip>
        )
      })}
    </div>
  )
}
