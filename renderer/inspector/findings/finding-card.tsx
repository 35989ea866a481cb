import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Evidence, FindingFlag, Polarity } from '#contract/finding'
import type { TextRange } from '#contract/range'
import { documentState } from '../../state/document/document'
import { shownText } from '#model/quote'
import { findingsState } from '../../state/marks/findings'
import type { FindingSuggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { Icon } from '../../ui/icon'
import { Tooltip } from '../../ui/tooltip'
import { CertaintyMark } from '../suggestion/certainty-mark'
import { CitedSuggestion } from '../suggestion/cited-suggestion'
import { DecisionRow } from '../suggestion/decision-row'
import { FLAG_WORDS, POLARITY_WORDS, ROLE_WORDS, TYPE_WORDS } from '#model/suggestion-words'
import { CorrectedBy, SpanEditor } from '../suggestion/span-editor'
import { POLARITY_ICONS } from '../suggestion/finding-words'

/** Polarity as drawing and word. */
export const PolarityMark = ({ polarity, small = false }: { readonly polarity: Polarity; readonly small?: boolean }) => {
  const { word, says } = POLARITY_WORDS[polarity]
  const icon = POLARITY_ICONS[polarity]
  return (
    <span className="polarity" data-polarity={polarity} title={says}>
      <Icon of={icon} size={small ? 12 : 14} />
      {small ? <span className="visually-hidden">{word}</span> : word}
    </span>
  )
}

const Flags = ({ flags, explained }: { readonly flags: readonly FindingFlag[]; readonly explained: boolean }) => (
  flags.length === 0
    ? null
    : explained
    ? (
      <ul className="flags-explained" aria-label="Flags">
        {flags.map((flag) => (
          <li key={flag}>
            <Icon of={TriangleAlert} size={13} />
            <span>
              <strong>{FLAG_WORDS[flag].word}.</strong> {FLAG_WORDS[flag].says}
            </span>
          </li>
        ))}
      </ul>
    )
    : (
      <ul className="flags" aria-label="Flags">
        {flags.map((flag) => (
          <li key={flag} className="flag" title={FLAG_WORDS[flag].says}>
            <Icon of={TriangleAlert} size={11} />
            {FLAG_WORDS[flag].word}
          </li>
        ))}
      </ul>
    )
)

const EvidenceLine = ({ evidence, polarity }: { readonly evidence: Evidence; readonly polarity: Polarity }) => {
  const sentence = useStore(documentState, (state) => state.content?.sentences.find(({ id }) => id === evidence.sentence) ?? null)
  if (!sentence) return null
  return (
    <li>
      <button type="button" className="evidence" data-role={evidence.role} title="Go to this sentence"
        onClick={() => documentState.reveal({ start: sentence.start, end: sentence.end })}
      >
        <span className="evidence-head">
          {ROLE_WORDS[evidence.role]}
          {evidence.polarity === polarity ? null : <PolarityMark polarity={evidence.polarity} />}
          {sentence.speaker === null ? null : <span className="speaker">{sentence.speaker}</span>}
        </span>
        <span className="evidence-words">{sentence.text}</span>
      </button>
    </li>
  )
}

/** A title that tells the same outcome, above the sentences that do. */
const HeadlineLine = ({ range }: { readonly range: TextRange }) => {
  const words = useStore(documentState, (state) => state.content ? shownText(state.content.blocks, range) : '')
  return (
    <li>
      <button type="button" className="evidence" data-role="headline" title="Go to this headline"
        onClick={() => documentState.reveal(range)}
      >
        <span className="evidence-head">Headline</span>
        <span className="evidence-words">{words}</span>
      </button>
    </li>
  )
}

const Why = ({ finding }: Pick<FindingSuggestion, 'finding'>) => (
  <div className="why">
    <p>{finding.why}</p>
    {finding.scoreParts && finding.scoreParts.length > 0
      ? (
        <details>
          <summary>Rank {finding.score}</summary>
          <dl className="score">
            {finding.scoreParts.map(({ label, points }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="numeric">{points > 0 ? `+${String(points)}` : String(points).replace('-', '−')}</dd>
              </div>
            ))}
          </dl>
        </details>
      )
      : null}
  </div>
)

/** One finding: what kind, which way it speaks, its words, its warnings, and what was decided. In focus it unfolds to evidence and reasons. */
export const FindingCard = ({ suggestion }: { readonly suggestion: FindingSuggestion }) => {
  const active = useStore(documentState, (state) => state.active?.kind === 'finding' && state.active.id === suggestion.id)
  const [unfolded, setUnfolded] = useState(false)
  const { finding, exact, decision } = suggestion
  const open = active || unfolded
  const [first, ...others] = finding.evidence
  // A finding of one sentence is its own evidence; told twice it is noise.
  const self = useStore(documentState, (state) =>
    others.length === 0 && finding.headlines === undefined && first !== undefined &&
    state.content?.sentences.find(({ id }) => id === first.sentence)?.text === exact)
  return (
    <article className="card" data-kind="finding" data-active={active} data-verdict={decision?.verdict ?? 'suggested'}
      aria-label={`${TYPE_WORDS[finding.type]}: ${exact.slice(0, 80)}`}
    >
      <header className="card-head">
        {finding.ordinal === null
          ? null
          : <span className="ordinal" title={`Finding ${String(finding.ordinal)} as the release counts them`}>{finding.ordinal}</span>}
        <span className="card-type truncate">{TYPE_WORDS[finding.type]}</span>
        {finding.subject === undefined ? null : <span className="card-subject truncate" title={finding.subject}>{finding.subject}</span>}
        <span className="grow" />
        <CertaintyMark certainty={finding.certainty} />
        <PolarityMark polarity={finding.polarity} />
        <Tooltip text={open ? 'Fold' : 'Evidence and reasons'}>
          <button type="button" className="fold" aria-expanded={open} aria-label="Evidence and reasons" onClick={() => {
            if (active) documentState.activate(null)
            setUnfolded(!open)
          }}>
            <Icon of={open ? ChevronDown : ChevronRight} size={14} />
          </button>
        </Tooltip>
      </header>
      <button type="button" className="card-words" data-open={open} title="Go to these words"
        onClick={() => findingsState.show(suggestion)}
      >
        <span>{exact}</span>
      </button>
      <Flags flags={finding.flags} explained={open} />
      {open
        ? (
          <>
            {self
              ? null
              : (
                <>
                  <p className="card-part" aria-hidden="true">Evidence</p>
                  <ul className="evidence-list" aria-label="Evidence">
                    {finding.headlines?.map((range) => <HeadlineLine key={range.start} range={range} />)}
                    {finding.evidence.map((evidence) => (
                      <EvidenceLine key={evidence.sentence + evidence.role} evidence={evidence} polarity={finding.polarity} />
                    ))}
                  </ul>
                </>
              )}
            <p className="card-part">Why it was suggested</p>
            <Why finding={finding} />
            <SpanEditor suggestion={suggestion} />
          </>
        )
        : null}
      <CorrectedBy suggestion={suggestion} />
      <CitedSuggestion suggestion={suggestion} />
      <DecisionRow suggestion={suggestion} keys={active} />
    </article>
  )
}
