import type { MeasureSeries, SeriesPoint } from '#contract/comparison'
import { measureTitle } from '#model/measure-key'
import { valueChange, valueWithUnit } from '#model/number-change'
import { countWords } from '#model/words'
import { seriesState } from '../../state/figures/series'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { useDateWords } from '../../ui/date-text'
import { Dialog } from '../../ui/dialog'
import { MeasureLine } from './measure-line'

const LENGTHS: Readonly<Record<number, string>> = { 0: 'at the end of each period', 3: 'for three months', 6: 'for six months',
  9: 'for nine months', 12: 'for a year' }

const Row = (
  { point, before, unit }: { readonly point: SeriesPoint; readonly before: SeriesPoint | undefined; readonly unit: string | null }
) => {
  const { short } = useDateWords()
  const change = before ? valueChange(before.value, point.value, unit) : null
  const names = [point.form, point.exhibit].filter((name) => name !== null && name !== '')
  return (
    <tr>
      <td title={point.period}>{short(point.end)}</td>
      <td className="numeric">{valueWithUnit(point.value, unit)}</td>
      <td className="numeric">{change?.difference ?? ''}</td>
      <td className="numeric">{change?.percent ?? ''}</td>
      <td>
        <button type="button" className="measure-place" title={`${point.title}: go to “${point.text}”`}
          onClick={() => void seriesState.goTo(point)}
        >
          {[...new Set(names), short(point.date)].join(' · ')}
        </button>
      </td>
    </tr>
  )
}

const Series = ({ series }: { readonly series: MeasureSeries }) => {
  const { points, unit, months, filings } = series
  const lead = `${countWords(points.length, 'value')} ${LENGTHS[months ?? -1] ?? 'of like periods'}, found in ${
    countWords(filings, 'filing')
  } of the company that were read. Filings that name the measure differently, or give no such period, are not listed.`
  return (
    <>
      <p className="measure-lead">{lead}</p>
      {points.length > 1 ? <MeasureLine series={series} /> : null}
      <table className="measure-table">
        <thead>
          <tr>
            <th scope="col">Period to</th>
            <th scope="col" className="numeric">Value</th>
            <th scope="col" className="numeric">Change</th>
            <th scope="col" className="numeric">In %</th>
            <th scope="col">Told in</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, at) => <Row key={`${point.filingId} ${point.end}`} point={point} before={points[at - 1]} unit={unit} />)}
        </tbody>
      </table>
    </>
  )
}

/** One measure over the filings of a company, as a line and a table in which each value leads to its words. */
export const MeasureDialog = () => {
  const dialog = useStore(viewState, viewState.select.dialog)
  const phase = useStore(seriesState, seriesState.select.phase)
  const measure = useStore(seriesState, seriesState.select.measure)
  const series = useStore(seriesState, seriesState.select.series)
  const failure = useStore(seriesState, seriesState.select.failure)
  return (
    <Dialog open={dialog === 'measure'} onClose={viewState.closeDialog} width="wide" title={`${measureTitle(measure)} over the filings`}>
      {phase === 'working' ? <p role="status">Looking through the company’s filings…</p> : null}
      {phase === 'failed' ? <p role="alert">{failure?.message} {failure?.remedy}</p> : null}
      {phase === 'done' && series === null
        ? <p>This figure has no period with an end date, or states only a change, so it cannot be followed.</p>
        : null}
      {series ? <Series series={series} /> : null}
    </Dialog>
  )
}
