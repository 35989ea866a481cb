import { ListChecks, ShieldAlert, Sigma } from 'lucide-react'
import { useState } from 'react'
import type { ChangeKind, ComparedItem, ComparedPassage, Comparison, WordRun } from '#contract/comparison'
import { CHANGE_KINDS } from '#model/change-words'
import { changeWords, valueChange } from '#model/number-change'
import { compareState } from '../state/compare/compare'
import type { CompareSide } from '../state/compare/compare-places'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/fields'
import { ChangedWords } from '../ui/changed-words'
import { KindLabel } from './compare-row'
import { countWords } from '#model/words'

const LISTS: readonly { readonly list: ComparedItem['list']; readonly title: string }[] = [
  { list: 'word', title: 'Words that mark forward-looking statements' },
  { list: 'subject', title: 'Subjects' },
  { list: 'risk-factor', title: 'Risk factors' }
]

const SideCell = (
  { side, passage, kind, words }: { readonly side: CompareSide; readonly passage: ComparedPassage | null; readonly kind: ChangeKind;
    readonly words: readonly WordRun[] }
) => (
  <td>
    {passage
      ? (
        <button type="button" className="compare-words" title={`Open the ${side} filing here`}
          onClick={() => void compareState.openAt(side, passage)}
        >
          {words.length > 0
            ? <ChangedWords words={words} side={side} />
            : kind === 'added'
            ? <ins>{passage.text}</ins>
            : kind === 'removed'
            ? <del>{passage.text}</del>
            : passage.text}
        </button>
      )
      : <span>–</span>}
  </td>
)

/** The gravest first, what is the same last; those of one kind in their order. */
const changesFirst = <T extends { readonly kind: ChangeKind }>(members: readonly T[]): readonly T[] => {
  const rank = ({ kind }: T): number => (kind === 'same' ? CHANGE_KINDS.length : CHANGE_KINDS.indexOf(kind))
  return [...members].sort((a, b) => rank(a) - rank(b))
}

/** The members that pass the filters of the bar. */
const usePassing = <T extends { readonly kind: ChangeKind }>(members: readonly T[]): readonly T[] => {
  const shown = useStore(compareState, compareState.select.shown)
  return shown.length === 0 ? members : members.filter(({ kind }) => shown.includes(kind))
}

const Head = ({ names }: { readonly names: readonly string[] }) =>
  <thead>
    <tr>{names.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
  </thead>

/** The words, subjects and risk factors of both safe harbors, changes first. */
export const CompareSafeHarbors = ({ comparison }: { readonly comparison: Comparison }) => {
  const passing = usePassing(comparison.items)
  if (comparison.items.length === 0)
    return (
      <EmptyState icon={ListChecks} title="No safe harbor on either side"
        text="Neither document has a paragraph that marks its forward-looking statements and names what could make them fail. Other documents of the filings may." />
    )
  return (
    <div className="compare-scroll" tabIndex={0} role="region" aria-label="Safe harbors">
      {LISTS.map(({ list, title }) => {
        const items = comparison.items.filter((item) => item.list === list)
        const rows = changesFirst(passing.filter((item) => item.list === list))
        return (
          <section key={list} className="compare-list" aria-label={title}>
            <h2>
              {title}
              <span className="badge">{items.filter(({ kind }) => kind !== 'same').length} changed of {items.length}</span>
            </h2>
            {items.length === 0 ?
              <p className="compare-lead">Neither side lists any.</p> :
              rows.length === 0 ?
              <p className="compare-lead">None of these passes the filter.</p> :
              (
                <table>
                  <Head names={['Change', 'Left', 'Right']} />
                  <tbody>
                    {rows.map((item, at) => (
                      <tr key={at} data-kind={item.kind}>
                        <td>
                          <KindLabel row={{ kind: item.kind, moved: false }} />
                        </td>
                        <SideCell side="left" passage={item.left} kind={item.kind} words={item.words} />
                        <SideCell side="right" passage={item.right} kind={item.kind} words={item.words} />
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
          </section>
        )
      })}
    </div>
  )
}

/** The risk factors of item 1A of both, matched by their headings: which were added, removed and reworded, and how much of each. */
export const CompareFactors = ({ comparison }: { readonly comparison: Comparison }) => {
  const factors = changesFirst(usePassing(comparison.factors))
  if (comparison.factors.length === 0)
    return (
      <EmptyState icon={ShieldAlert} title="No risk factors on either side"
        text="Neither document has an item 1A with headed risk factors. Annual and quarterly reports have since 2005; releases name theirs in the safe harbor." />
    )
  return (
    <div className="compare-scroll" tabIndex={0} role="region" aria-label="Risk factors of both">
      <section className="compare-list" aria-label="Risk factors">
        <h2>
          Risk factors of item 1A<span className="badge">
            {comparison.factors.filter(({ kind }) => kind !== 'same').length} changed of {comparison.factors.length}
          </span>
        </h2>
        {factors.length === 0 ? <p className="compare-lead">None of these passes the filter.</p> : (
          <table>
            <Head names={['Change', 'Left', 'Right', 'Text']} />
            <tbody>
              {factors.map((factor, at) => (
                <tr key={at} data-kind={factor.kind}>
                  <td>
                    <KindLabel row={factor} />
                  </td>
                  <SideCell side="left" passage={factor.left} kind={factor.kind} words={factor.words} />
                  <SideCell side="right" passage={factor.right} kind={factor.kind} words={factor.words} />
                  <td>
                    {factor.row < 0
                      ? null
                      : (
                        <Button size="small" onClick={() => compareState.goTo(factor.row)}>
                          {factor.changes === 0 ? 'Read' : countWords(factor.changes, 'change')}
                        </Button>
                      )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  )
}

/** How many figures are drawn at a time; a comparison of two annual reports has thousands. */
const STEP = 200

/** Figures of both that differ first, then those of both that agree, then those of one side. */
const figuresFirst = (figures: Comparison['figures']): Comparison['figures'] => {
  const order: readonly ChangeKind[] = ['number-changed', 'same', 'added', 'removed']
  return [...figures].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** By how much a figure changed, in its unit and in hundredths. */
const byWords = ({ values, unit }: Comparison['figures'][number]): string => {
  const change = values ? valueChange(values.left, values.right, unit) : null
  return change ? changeWords(change) : ''
}

/** The figures of both documents, joined by what they measure and for which period; those that differ first. */
export const CompareFigures = ({ comparison }: { readonly comparison: Comparison }) => {
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(STEP)
  const passing = usePassing(comparison.figures)
  if (comparison.figures.length === 0)
    return <EmptyState icon={Sigma} title="No figures to match" text="Neither document states a number together with what it measures." />
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const figures = figuresFirst(passing).filter(({ measure, period, left, right }) => {
    const hay = `${measure} ${period ?? ''} ${left?.text ?? ''} ${right?.text ?? ''}`.toLowerCase()
    return words.every((word) => hay.includes(word))
  })
  return (
    <div className="compare-scroll" tabIndex={0} role="region" aria-label="Figures of both">
      <section className="compare-list compare-figures" aria-label="Figures">
        <div className="compare-list-head">
          <TextField label="Filter the figures" placeholder="Filter by measure, period or number" value={query}
            onChange={(event) => setQuery(event.target.value)} />
          <p className="compare-lead">Matched by measure and period. Periods worded differently on the two sides are not matched.</p>
        </div>
        {figures.length === 0 ? <p className="compare-lead">No figure passes the filter.</p> : (
          <table>
            <Head names={['Change', 'Measure', 'Period', 'Left', 'Right', 'By']} />
            <tbody>
              {figures.slice(0, most).map((figure, at) => (
                <tr key={at} data-kind={figure.kind}>
                  <td>
                    <KindLabel row={{ kind: figure.kind, moved: false }} />
                  </td>
                  <td>{figure.measure}</td>
                  <td>{figure.period ?? '–'}</td>
                  <SideCell side="left" passage={figure.left} kind={figure.kind} words={[]} />
                  <SideCell side="right" passage={figure.right} kind={figure.kind} words={[]} />
                  <td className="numeric compare-by">{byWords(figure)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {figures.length > most
          ? (
            <Button tone="plain" onClick={() => setMost(most + STEP)}>
              Show {Math.min(STEP, figures.length - most)} more of {figures.length - most}
            </Button>
          )
          : null}
      </section>
    </div>
  )
}
