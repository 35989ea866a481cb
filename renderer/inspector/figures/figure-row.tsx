import { ArrowDown, ArrowUp, MoveRight, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { FigureMention } from '#contract/figure'
import { plainNumber, scaledNumber } from '#model/number-change'
import { documentState } from '../../state/document/document'
import { figuresState } from '../../state/figures/figures'
import { shownText } from '#model/quote'
import { useStore } from '../../state/window/use-store'
import { Icon } from '../../ui/icon'

/** Where a figure stands, in the reader's words. */
export const PLACE_WORDS: Readonly<Record<FigureMention['place'], string>> = { headline: 'Headline', body: 'Body', quotation: 'Quotation',
  table: 'Table' }

const DIRECTIONS: Readonly<Record<NonNullable<FigureMention['direction']>, { readonly icon: LucideIcon; readonly word: string }>> = {
  up: { icon: ArrowUp, word: 'up' },
  down: { icon: ArrowDown, word: 'down' },
  flat: { icon: MoveRight, word: 'flat' }
}

/** What the number is once the scale its table sets is applied; null where its own words say it. */
const scaled = ({ text, value, unit, fact }: FigureMention): string | null => {
  const plain = plainNumber(Math.abs(value)).replace(/,/g, '')
  // A sign other than the one in sight is told.
  if (fact?.shownNegative !== undefined) return `${scaledNumber(value)}${unit === null ? '' : ` ${unit}`}`
  const says = /[a-z]{4}/i.test(text) || text.replace(/,/g, '').includes(plain)
  return says ? null : `${scaledNumber(value)}${unit === null ? '' : ` ${unit}`}`
}

/** That a figure is taken from a fact, and where its sign is not the one in sight, that too. */
const signWords = ({ shownNegative }: NonNullable<FigureMention['fact']>): string =>
  shownNegative === undefined ? 'from XBRL' : `from XBRL, tagged ${shownNegative ? 'positive' : 'negative'}`

/** How much of a sentence stands around a figure that has no other name, in code units on each side. */
const AROUND = 34

/** The words around a figure, which say what it is where nothing else does; null where they are not wanted. */
const useWordsAround = ({ sentence, range }: FigureMention, wanted: boolean): string | null => {
  const found = useStore(documentState,
    (state) => (wanted && sentence !== null ? state.content?.sentences.find(({ id }) => id === sentence) ?? null : null))
  const blocks = useStore(documentState, (state) => state.content?.blocks ?? null)
  if (!found || !blocks) return null
  const before = shownText(blocks, { start: found.start, end: range.start })
  const after = shownText(blocks, { start: range.start, end: found.end })
  const cut = after.slice(0, AROUND + (range.end - range.start))
  return `${before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, '')}` : before}${
    cut.length < after.length ? `${cut.replace(/\s\S*$/, '')}…` : cut
  }`
}

/** The name of a row: the measure, under the head of its measure the period, else the words around the figure. */
const Name = ({ figure, headed }: { readonly figure: FigureMention; readonly headed: boolean }) => {
  const { measure, period, place } = figure
  const name = headed ? period : measure
  const around = useWordsAround(figure, name === null)
  if (name !== null)
    return <span className="figure-name">{name}{headed ? <span className="figure-place">{PLACE_WORDS[place]}</span> : null}</span>
  return <span className="figure-name" data-unknown="true">{around ?? (headed ? PLACE_WORDS[place] : 'No measure read')}</span>
}

/** One figure of the register: its words, what it measures, and where it stands. A click goes to the words. Under the head of its measure it leaves that out. */
export const FigureRow = ({ figure, headed = false }: { readonly figure: FigureMention; readonly headed?: boolean }) => {
  const shown = useStore(figuresState, (state) => state.shown === figure.id)
  const { text, period, direction, place, conflictsWith, fact } = figure
  const value = scaled(figure)
  const way = direction === null ? null : DIRECTIONS[direction]
  const about = [...(headed ? [] : [PLACE_WORDS[place], ...(period === null ? [] : [period])]), ...(fact ? [signWords(fact)] : [])]
  const otherwise = fact?.read ?
    `Its words read ${plainNumber(fact.read.value)}${fact.read.unit === null ? '' : ` ${fact.read.unit}`}${
      fact.read.period === null ? '' : `, ${fact.read.period}`
    }` :
    null
  return (
    <button type="button" className="figure-row" data-shown-last={shown} title="Go to these words"
      onClick={() => figuresState.show(figure)}
    >
      <span className="figure-line">
        <Name figure={figure} headed={headed} />
        <span className="figure-value numeric">
          {way
            ? (
              <span className="figure-way" title={`Stated as ${way.word}`}>
                <Icon of={way.icon} size={12} />
                <span className="visually-hidden">{way.word}</span>
              </span>
            )
            : null}
          <span className="figure-number">{text}</span>
        </span>
      </span>
      {about.length === 0 && value === null && conflictsWith.length === 0
        ? null
        : (
          <span className="figure-line figure-facts">
            <span className="figure-about">
              {conflictsWith.length === 0 ? null : (
                <span className="figure-flag">
                  <Icon of={TriangleAlert} size={11} />Stated differently
                </span>
              )}
              {otherwise === null ? null : (
                <span className="figure-flag" title={otherwise}>
                  <Icon of={TriangleAlert} size={11} />Read differently from the words
                  <span className="visually-hidden">: {otherwise}</span>
                </span>
              )}
              {about.join(' · ')}
            </span>
            {value === null ? null : <span className="numeric figure-scaled">{value}</span>}
          </span>
        )}
    </button>
  )
}
