import { ListChecks, Sigma } from 'lucide-react'
import type { ChangeKind, ComparedItem, ComparedPassage, Comparison, WordRun } from '#contract/comparison'
import { compareState, type CompareSide } from '../state/compare'
import { EmptyState } from '../ui/empty-state'
import { ChangedWords } from './changed-words'
import { KindLabel } from './compare-row'

const LISTS: readonly { readonly list: ComparedItem['list']; readonly title: string }[] = [
  { list: 'word', title: 'Words that mark forward-looking statements' }, { list: 'subject', title: 'Subjects' }, { list: 'risk-factor', title: 'Risk factors' }
]

const SideCell = ({ side, passage, kind, words }: { readonly side: CompareSide; readonly passage: ComparedPassage | null; readonly kind: ChangeKind; readonly words: readonly WordRun[] }) => (
  <td>
    {passage
      ? (
        <button type="button" className="compare-words" title={`Open the ${side} filing here`} onClick={() => { void compareState.openAt(side, passage) }}>
          {words.length > 0 ? <ChangedWords words={words} side={side} /> : kind === 'added' ? <ins>{passage.text}</ins> : kind === 'removed' ? <del>{passage.text}</del> : passage.text}
        </button>
      )
      : <span>–</span>}
  </td>
)

const Head = ({ first }: { readonly first: string }) => <thead><tr><th scope="col">Change</th><th scope="col">{first}</th><th scope="col">Right</th></tr></thead>

/** The words, subjects and risk factors of both safe harbors, changes first. */
export const CompareSafeHarbors = ({ comparison }: { readonly comparison: Comparison }) => {
  if (comparison.items.length === 0) return <EmptyState icon={ListChecks} title="No safe harbor on either side" text="Neither document has a paragraph that marks its forward-looking statements and names what could make them fail. Other documents of the filings may." />
  return (
    <div className="compare-scroll" tabIndex={0} role="region" aria-label="Safe harbors">
      {LISTS.map(({ list, title }) => {
        const items = comparison.items.filter((item) => item.list === list)
        const sorted = [...items.filter(({ kind }) => kind !== 'same'), ...items.filter(({ kind }) => kind === 'same')]
        return (
          <section key={list} className="compare-list" aria-label={title}>
            <h2>{title}<span className="badge">{items.filter(({ kind }) => kind !== 'same').length} changed of {items.length}</span></h2>
            {items.length === 0 ? <p className="compare-lead">Neither side lists any.</p> : (
              <table>
                <Head first="Left" />
                <tbody>
                  {sorted.map((item, at) => (
                    <tr key={at} data-kind={item.kind}>
                      <td><KindLabel row={{ kind: item.kind, moved: false }} /></td>
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

/** How many figures are drawn; a comparison of two annual reports has thousands that stand on one side alone. */
const MOST_FIGURES = 400

const figuresFirst = (figures: Comparison['figures']): Comparison['figures'] => {
  const order: readonly ChangeKind[] = ['number-changed', 'same', 'added', 'removed']
  return [...figures].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** The figures of both documents, joined by what they measure and for which period; those that differ first. */
export const CompareFigures = ({ comparison }: { readonly comparison: Comparison }) => {
  if (comparison.figures.length === 0) return <EmptyState icon={Sigma} title="No figures to join" text="Neither document tells a number together with what it measures." />
  const figures = figuresFirst(comparison.figures)
  return (
    <div className="compare-scroll" tabIndex={0} role="region" aria-label="Figures of both">
      <section className="compare-list" aria-label="Figures">
        <p className="compare-lead">Joined by measure and period. A period that is told in other words on each side is not joined.</p>
        <table>
          <thead><tr><th scope="col">Change</th><th scope="col">Measure</th><th scope="col">Period</th><th scope="col">Left</th><th scope="col">Right</th></tr></thead>
          <tbody>
            {figures.slice(0, MOST_FIGURES).map((figure, at) => (
              <tr key={at} data-kind={figure.kind}>
                <td><KindLabel row={{ kind: figure.kind, moved: false }} /></td>
                <td>{figure.measure}</td>
                <td>{figure.period ?? '–'}</td>
                <SideCell side="left" passage={figure.left} kind={figure.kind} words={[]} />
                <SideCell side="right" passage={figure.right} kind={figure.kind} words={[]} />
              </tr>
            ))}
          </tbody>
        </table>
        {figures.length > MOST_FIGURES ? <p className="compare-lead">{figures.length - MOST_FIGURES} more stand on one side alone.</p> : null}
      </section>
    </div>
  )
}
