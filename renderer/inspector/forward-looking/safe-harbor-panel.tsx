import { ShieldAlert, ShieldQuestion } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { SafeHarborItem } from '#contract/finding'
import { countWords } from '#model/words'
import { documentState } from '../../state/document/document'
import { findingsState } from '../../state/marks/findings'
import type { ForwardSuggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { workspaceState } from '../../state/window/workspace'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { coverageOf, specificityWord, type Coverage, type FactorUse } from './safe-harbor'

const Part = (
  { title, count, says, children }: { readonly title: string; readonly count: number; readonly says: string; readonly children: ReactNode }
) => (
  <section className="harbor-part">
    <h3>
      {title} <span className="badge">{count}</span>
    </h3>
    <p className="harbor-says">{says}</p>
    {children}
  </section>
)

const go = (range: { readonly start: number; readonly end: number }): void => documentState.reveal({ start: range.start, end: range.end })

const Words = ({ words }: Pick<Coverage, 'words'>) => (
  <ul className="harbor-words">
    {words.map((word) => (
      <li key={word.start}>
        <button type="button" className="harbor-word" data-unused={word.used === 0} onClick={() => go(word)}
          title={word.used === 0 ? 'On the list, and marks no statement of this document' : `Marks ${countWords(word.used, 'statement')}`}
        >
          {word.text}
          <span className="numeric">{word.used === 0 ? 'unused' : word.used}</span>
        </button>
      </li>
    ))}
  </ul>
)

const RiskNames = ({ item }: { readonly item: SafeHarborItem }) => {
  const risks = useStore(workspaceState, workspaceState.select.risks)
  return item.risks.length === 0
    ? null
    : <span className="harbor-risks">{item.risks.map((id) => risks.find((risk) => risk.id === id)?.label ?? id).join(' · ')}</span>
}

const StatementLinks = ({ statements }: { readonly statements: readonly ForwardSuggestion[] }) => (
  <ul className="harbor-statements">
    {statements.map((item) => (
      <li key={item.id}>
        <button type="button" className="harbor-statement" onClick={() => findingsState.show(item)}>{item.exact}</button>
      </li>
    ))}
  </ul>
)

const Factor = ({ use }: { readonly use: FactorUse }) => {
  const [open, setOpen] = useState(false)
  const { factor, statements } = use
  const { specificity } = factor
  return (
    <li className="harbor-factor" data-untouched={statements.length === 0}>
      <button type="button" className="harbor-text" title="Go to this caution" onClick={() => go(factor)}>{factor.text}</button>
      <p className="harbor-facts">
        <RiskNames item={factor} />
        {specificity === undefined
          ? null
          : (
            <span title={`${String(Math.round(specificity * 10) / 10)} names, numbers and dates per 100 words`}>
              {specificityWord(specificity)}
            </span>
          )}
      </p>
      {statements.length === 0
        ? <p className="harbor-none">No statement touches it.</p>
        : (
          <button type="button" className="harbor-count" aria-expanded={open} onClick={() => setOpen(!open)}>
            {countWords(statements.length, 'statement')}
          </button>
        )}
      {open ? <StatementLinks statements={statements} /> : null}
    </li>
  )
}

/** The filing's own safe harbor: its words, subjects and risk factors, each with its use, and what it leaves out. */
export const SafeHarborPanel = () => {
  const content = useStore(documentState, documentState.select.content)
  const decisions = useStore(findingsState, findingsState.select.decisions)
  const { forward } = findingsState.suggestions(content, decisions)
  const coverage = useMemo(() => (content ? coverageOf(content, forward) : null), [content, forward])
  const harbor = content?.safeHarbor ?? null
  if (harbor === null || coverage === null) {
    return (
      <EmptyState icon={ShieldQuestion} title="No safe harbor found"
        text="This document has no paragraph that marks its forward-looking statements and names what could make them fail. Other documents of the filing may." />
    )
  }
  const [first] = harbor.ranges
  return (
    <div className="panel-list harbor">
      <p className="harbor-lead">
        Read from the filing’s own cautionary paragraph. Links are made by shared words and risk tags; they are no legal opinion.
        {first ? <button type="button" className="link-button" onClick={() => go(first)}>Go to the paragraph</button> : null}
      </p>
      <Part title="Its words" count={coverage.words.length}
        says={`Words the filing says mark a forward-looking statement${harbor.openEnded === true ? ', “and similar expressions”' : ''}.`}
      >
        <Words words={coverage.words} />
      </Part>
      {coverage.unlisted.length === 0
        ? null
        : (
          <Part title="Used, not listed" count={coverage.unlisted.length}
            says="Words that mark statements here and stand on no list of the filing."
          >
            <ul className="harbor-words">
              {coverage.unlisted.map(({ text, used }) => (
                <li key={text}>
                  <span className="harbor-word" data-unlisted>
                    {text}
                    <span className="numeric">{used}</span>
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        )}
      <Part title="Subjects" count={harbor.subjects.length} says="What the filing says its forward-looking statements are about.">
        <ul className="harbor-list">
          {harbor.subjects.map((subject) => (
            <li key={subject.id}>
              <button type="button" className="harbor-text" onClick={() => go(subject)}>{subject.text}</button>
              <p className="harbor-facts">
                <RiskNames item={subject} />
              </p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Cautions" count={coverage.factors.length} says="Risk factors it names, and the statements linked to each.">
        <ul className="harbor-list">{coverage.factors.map((use) => <Factor key={use.factor.id} use={use} />)}</ul>
      </Part>
      <Part title="Statements without a caution" count={coverage.uncovered.length} says="No risk factor of the paragraph speaks of these.">
        {coverage.uncovered.length === 0
          ? (
            <p className="harbor-none">
              <Icon of={ShieldAlert} size={13} />None: each statement has a linked caution.
            </p>
          )
          : <StatementLinks statements={coverage.uncovered} />}
      </Part>
    </div>
  )
}
