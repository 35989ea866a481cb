import type { MeasureSeries } from '#contract/comparison'
import { valueWithUnit } from '#model/number-change'

const WIDTH = 640
const HEIGHT = 120
const EDGE = 8

const dayOf = (end: string): number => Date.parse(`${end}T00:00:00Z`)

/** Values over time as a line, with the highest and the lowest beside it; what it shows stands in the table too, so it is not read out. */
export const MeasureLine = ({ series: { points, unit } }: { readonly series: MeasureSeries }) => {
  const days = points.map(({ end }) => dayOf(end))
  const values = points.map(({ value }) => value)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const x = (day: number): number => EDGE + ((day - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE)
  const y = (value: number): number => HEIGHT - EDGE - ((value - least) / (most - least || 1)) * (HEIGHT - 2 * EDGE)
  const places = points.map(({ end, value }) => [x(dayOf(end)), y(value)] as const)
  return (
    <div className="measure-line" aria-hidden="true">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} preserveAspectRatio="none">
        {least < 0 && most > 0 ? <line className="measure-zero" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} /> : null}
        <polyline points={places.map(([left, top]) => `${left.toFixed(1)},${top.toFixed(1)}`).join(' ')} />
        {places.map(([left, top], at) => <circle key={at} cx={left} cy={top} r={3.5} />)}
      </svg>
      <span className="measure-most numeric">{valueWithUnit(most, unit)}</span>
      {most === least ? null : <span className="measure-least numeric">{valueWithUnit(least, unit)}</span>}
    </div>
  )
}
