import { Check, CheckCheck, ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import type { DecisionVerdict } from '#contract/annotation'
import { commands } from '../../state/commands/commands'
import { Kbd } from '../../ui/kbd'
import { findingsState } from '../../state/marks/findings'
import type { Suggestion } from '../../state/marks/suggestions'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu'
import { CLASS_WORDS, TYPE_WORDS } from '#model/suggestion-words'
import { countWords } from '#model/words'

const kindOf = (
  item: Suggestion
): string => (item.kind === 'finding' ? TYPE_WORDS[item.finding.type] : CLASS_WORDS[item.forward.class].word)

/** Shows what is about to be decided, every line of it, before anything is. */
const Preview = (
  { verdict, items, kept, onClose }: { readonly verdict: DecisionVerdict; readonly items: readonly Suggestion[]; readonly kept: number;
    readonly onClose: () => void }
) => {
  const act = verdict === 'accepted' ? 'Accept' : 'Reject'
  const decide = (): void => {
    onClose()
    void findingsState.decideAll(items, verdict)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${act} ${countWords(items.length, 'suggestion')}?`}
      width="wide"
      description="What is listed and undecided, and nothing else."
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone={verdict === 'accepted' ? 'primary' : 'danger'} onClick={decide}>{act} {items.length}</Button>
        </>
      }
    >
      <p className="bulk-says">
        Each goes from undecided to {verdict}. {kept === 0
          ? ''
          : kept === 1
          ? 'One listed suggestion is decided already and stays as it is. '
          : `${String(kept)} listed suggestions are decided already and stay as they are. `}One Undo takes all of it back.
      </p>
      <ol className="bulk-list" tabIndex={0} aria-label="Suggestions">
        {items.map((item) => (
          <li key={item.id}>
            <span className="bulk-kind">{kindOf(item)}</span>
            {item.exact}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

/** What a review goes through: what passes the filter, and what of it is listed, the rest being folded away. */
export interface ReviewMenuProps {
  readonly items: readonly Suggestion[]
  /** All that passes the filter; what is listed where nothing is folded. */
  readonly passing?: readonly Suggestion[]
}

/** How many of the suggestions that pass the filter were decided, how many are folded away, and what can be done with all that are listed. */
export const ReviewMenu = ({ items, passing = items }: ReviewMenuProps) => {
  const [verdict, setVerdict] = useState<DecisionVerdict | null>(null)
  const undecided = items.filter((item) => item.decision === null)
  if (passing.length === 0) return null
  const decided = items.length - undecided.length
  const done = passing.filter((item) => item.decision !== null).length
  const folded = passing.length - items.length
  return (
    <>
      <Menu
        label="Review"
        align="end"
        trigger={
          <button type="button" className="review">
            {done === passing.length
              ? (
                <>
                  <Icon of={CheckCheck} size={13} />All {passing.length} reviewed
                </>
              )
              : `${String(done)} of ${String(passing.length)} reviewed`}{' '}
            {folded === 0 ? null : <span className="review-folded">({folded} neutral folded)</span>}
            <Icon of={ChevronDown} size={12} />
          </button>
        }
      >
        <MenuItem hint={<Kbd keys={commands.keysOf('window.next-left')} />} disabled={undecided.length === 0}
          onSelect={findingsState.stepLeft}
        >
          Next undecided
        </MenuItem>
        <MenuItem hint={<Kbd keys={commands.keysOf('next-suggestion')} />} onSelect={() => findingsState.step(1)}>Next suggestion</MenuItem>
        <MenuItem hint={<Kbd keys={commands.keysOf('previous-suggestion')} />} onSelect={() => findingsState.step(-1)}>
          Previous suggestion
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Check} disabled={undecided.length === 0} onSelect={() => setVerdict('accepted')}>
          Accept the {undecided.length} listed…
        </MenuItem>
        <MenuItem icon={X} disabled={undecided.length === 0} onSelect={() => setVerdict('rejected')}>
          Reject the {undecided.length} listed…
        </MenuItem>
      </Menu>
      {verdict === null ? null : <Preview verdict={verdict} items={undecided} kept={decided} onClose={() => setVerdict(null)} />}
    </>
  )
}
