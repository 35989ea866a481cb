import { ArrowDown, ArrowUp, MoveRight, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { FigureMention } from '#contract/figure'
import { figuresState } from '../state/figures'
import { useStore } from '../state/use-store'
import { Icon } from '../ui/icon'

/** Where a figure stands, in the reader's words. */
export const PLACE_WORDS: Readonly<Record<FigureMention['place'], string>> = { headline: 'Headline', body: 'Body', quotation: 'Quotation', table: 'Table' }

const DIRECTIONS: Readonly<Record<NonNullable<FigureMention['direction']>, { readonly icon: LucideIcon; readonly word: string }>> = {
  up: { icon: ArrowUp, word: 'up' }, down: { icon: ArrowDown, word: 'down' }, flat: { icon: MoveRight, word: 'flat' }
}

/** A value with its digits grouped, without the noise of binary fractions. */
export const numberWords = (value: number): string => Number(value.toPrecision(12)).toLocaleString('en-US', { maximumFractionDigits: 6 })

/** What the number is once its scale words are applied, where the words themselves do not show it. */
const scaled = ({ text, value, unit }: FigureMention): string | null => {
  const plain = numberWords(value)
  return text.replace(/,/g, '').includes(plain.replace(/,/g, '')) ? null : `= ${plain}${unit === null ? '' : ` ${unit}`}`
}

/** One figure of the register: its words, what it measures, and where it stands. A click goes to the words. */
export const FigureRow = ({ figure }: { readonly figure: FigureMention }) => {
  const shown = useStore(figuresState, (state) => state.shown === figure.id)
  const { text, measure, period, direction, place, conflictsWith } = figure
  const value = scaled(figure)
  const way = direction === null ? null : DIRECTIONS[direction]
  return (
    <button type="button" className="figure-row" data-shown-last={shown} title="Go to these words" onClick={() => { figuresState.show(figure) }}>
      <span className="figure-line">
        <span className="figure-name" data-unknown={measure === null}>{measure ?? 'No measure read'}</span>
        <span className="figure-value numeric">
          {way ? <span className="figure-way" title={`Told as ${way.word}`}><Icon of={way.icon} size={12} /><span className="visually-hidden">{way.word}</span></span> : null}
          <span className="figure-number">{text}</span>
        </span>
      </span>
      <span className="figure-line figure-facts">
        <span className="figure-about">
          {conflictsWith.length === 0 ? null : <span className="figure-flag"><Icon of={TriangleAlert} size={11} />Told differently</span>}
          {[PLACE_WORDS[place], period].filter((part) => part !== null).join(' · ')}
        </span>
        {value === null ? null : <span className="numeric figure-scaled">{value}</span>}
      </span>
    </button>
  )
}
