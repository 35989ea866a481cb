import { ChevronDown, ChevronRight, Pencil } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { RiskId } from '#contract/ids'
import { documentState } from '../../state/document/document'
import { findingsState } from '../../state/marks/findings'
import { risksByGroup } from '../../state/marks/risks'
import type { ForwardSuggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { workspaceState } from '../../state/window/workspace'
import { Icon } from '../../ui/icon'
import { Menu, MenuChoice, MenuLabel } from '../../ui/menu'
import { Cover } from '../suggestion/cover'
import { CertaintyMark } from '../suggestion/certainty-mark'
import { CitedSuggestion } from '../suggestion/cited-suggestion'
import { DecisionRow } from '../suggestion/decision-row'
import { CLASS_WORDS, SUBCLASS_WORDS } from '#model/suggestion-words'
import { markTriggers } from './mark-triggers'
import { CorrectedBy, SpanEditor } from '../suggestion/span-editor'

const TRIGGER_SAYS = { filing: 'On the list of words in this filing’s own safe harbor',
  lexicon: 'Not on the filing’s list; a word that Redwell knows' } as const

const MarkedWords = ({ suggestion }: { readonly suggestion: ForwardSuggestion }) => (
  <>
    {markTriggers(suggestion.exact, suggestion.forward.triggers).map((run, index) => (
      run.source === null
        ? run.text
        : <mark key={index} className="trigger" data-source={run.source} title={TRIGGER_SAYS[run.source]}>{run.text}</mark>
    ))}
  </>
)

/** The risk tags of a statement, and the menu that corrects them. */
const Risks = ({ suggestion }: { readonly suggestion: ForwardSuggestion }) => {
  const risks = useStore(workspaceState, workspaceState.select.risks)
  const { id, kind } = suggestion
  const toggle = (risk: RiskId): void => {
    const next = suggestion.risks.includes(risk) ? suggestion.risks.filter((kept) => kept !== risk) : [...suggestion.risks, risk]
    void findingsState.retagRisks({ kind, id }, next)
  }
  return (
    <div className="risks">
      {suggestion.risks.map((risk) => {
        const known = risks.find((tag) => tag.id === risk)
        return <span key={risk} className="risk" title={known?.scope}>{known?.label ?? risk}</span>
      })}
      <Menu
        label="Risk tags"
        trigger={
          <button type="button" className="risk-edit"
            aria-label={suggestion.risks.length === 0 ? 'Add risk tags' : 'Correct the risk tags'}
          >
            {suggestion.risks.length === 0 ? 'Add risk tags' : <Icon of={Pencil} size={12} />}
          </button>
        }
      >
        {risksByGroup(risks, suggestion.risks).map(({ group, label, risks: members }) => (
          <Fragment key={group}>
            <MenuLabel>{label}</MenuLabel>
            {members.map((risk) => (
              <MenuChoice key={risk.id} checked={suggestion.risks.includes(risk.id)} onSelect={() => toggle(risk.id)}>
                {risk.label}
              </MenuChoice>
            ))}
          </Fragment>
        ))}
      </Menu>
    </div>
  )
}

const Facts = ({ suggestion }: { readonly suggestion: ForwardSuggestion }) => {
  const { subclass, quantified, horizon } = suggestion.forward
  const facts = [
    subclass === undefined ? null : SUBCLASS_WORDS[subclass],
    quantified === true ? 'Quantified' : null,
    horizon ?? null,
    suggestion.speaker
  ].filter((fact) => fact !== null)
  return facts.length === 0 ? null : <span className="card-facts truncate" title={facts.join(' · ')}>{facts.join(' · ')}</span>
}

/** One forward-looking statement with its triggers marked, its risk tags and the cautions linked to it. */
export const ForwardCard = ({ suggestion }: { readonly suggestion: ForwardSuggestion }) => {
  const active = useStore(documentState, (state) => state.active?.kind === 'forward-looking' && state.active.id === suggestion.id)
  const [unfolded, setUnfolded] = useState(false)
  const open = active || unfolded
  const { forward, decision, exact } = suggestion
  return (
    <article className="card" data-kind={forward.class} data-active={active} data-verdict={decision?.verdict ?? 'suggested'}
      aria-label={`Forward-looking: ${exact.slice(0, 80)}`}
    >
      <header className="card-head">
        <span className="fls-class" data-class={forward.class} title={CLASS_WORDS[forward.class].says}>
          {CLASS_WORDS[forward.class].word}
        </span>
        <Facts suggestion={suggestion} />
        <span className="grow" />
        <CertaintyMark certainty={forward.certainty} />
        <button type="button" className="fold" aria-expanded={open} aria-label="Reasons and cautions" onClick={() => {
          if (active) documentState.activate(null)
          setUnfolded(!open)
        }}>
          <Icon of={open ? ChevronDown : ChevronRight} size={14} />
        </button>
      </header>
      <button type="button" className="card-words" data-open={open} title="Go to these words"
        onClick={() => findingsState.show(suggestion)}
      >
        <span>
          <MarkedWords suggestion={suggestion} />
        </span>
      </button>
      <Risks suggestion={suggestion} />
      <Cover suggestion={suggestion} open={open} />
      {open ? <SpanEditor suggestion={suggestion} /> : null}
      {open
        ? (
          <div className="why">
            <p>{forward.why}</p>
          </div>
        )
        : null}
      <CorrectedBy suggestion={suggestion} />
      <CitedSuggestion suggestion={suggestion} />
      <DecisionRow suggestion={suggestion} keys={active} />
    </article>
  )
}
