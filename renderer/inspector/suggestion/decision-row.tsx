import { commands } from '../../state/commands/commands'
import { Check, ChevronDown, EyeOff, RotateCcw, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { DecisionVerdict } from '#contract/annotation'
import { documentState } from '../../state/document/document'
import { unwantedState } from '../../state/marks/unwanted'
import { findingsState } from '../../state/marks/findings'
import type { Suggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { Button } from '../../ui/button'
import { DateText } from '../../ui/date-text'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { Menu, MenuItem } from '../../ui/menu'

/** Accept and Reject while a suggestion is one; afterwards what was decided, and the way back. `keys` shows the shortcuts: only the card in focus answers to them. */
export const DecisionRow = ({ suggestion, keys }: { readonly suggestion: Suggestion; readonly keys: boolean }) => {
  const busy = useStore(findingsState, findingsState.select.deciding(suggestion.id))
  const { decision, kind, id } = suggestion
  const ref = { kind, id }
  const row = useRef<HTMLDivElement>(null)
  const acted = useRef(false)
  const decide = (verdict: DecisionVerdict | null): void => {
    acted.current = true
    void findingsState.decide(ref, verdict)
  }
  const ask = (): void => {
    const filing = documentState.store.get().open?.filing
    if (filing) void unwantedState.ask(filing.id, suggestion, filing.company)
  }
  const verdict = decision?.verdict ?? null
  // The button that was pressed goes away with the decision; the next press is taken by the one in its place.
  useEffect(() => {
    if (acted.current && document.activeElement === document.body) row.current?.querySelector('button')?.focus({ preventScroll: true })
    acted.current = false
  }, [verdict])
  if (decision === null) {
    return (
      <div className="decision-row" ref={row}>
        <Button size="small" tone="plain" icon={Check} disabled={busy} onClick={() => decide('accepted')}>
          Accept{keys ? <Kbd keys={commands.keysOf('accept')} /> : null}
        </Button>
        <Button size="small" tone="plain" icon={X} disabled={busy} onClick={() => decide('rejected')}>
          Reject{keys ? <Kbd keys={commands.keysOf('reject')} /> : null}
        </Button>
        <Menu label="Sentences like this" align="end"
          trigger={
            <button type="button" className="reject-more" aria-label="Sentences like this" disabled={busy}>
              <Icon of={ChevronDown} size={13} />
            </button>
          }
        >
          <MenuItem icon={EyeOff} onSelect={ask}>Reject, and do not suggest sentences like this…</MenuItem>
        </Menu>
      </div>
    )
  }
  const accepted = decision.verdict === 'accepted'
  return (
    <div className="decision-row" ref={row}>
      <span className="decided" data-verdict={decision.verdict}>
        <Icon of={accepted ? Check : X} size={14} />
        {accepted ? 'Accepted' : 'Rejected'}
      </span>
      <span className="decided-at">
        <DateText iso={decision.decidedAt} label="Decided" />
      </span>
      <span className="grow" />
      <Button size="small" icon={RotateCcw} disabled={busy} onClick={() => decide(null)}>
        Undo{keys ? <Kbd keys={commands.keysOf('window.undecide')} /> : null}
      </Button>
    </div>
  )
}
