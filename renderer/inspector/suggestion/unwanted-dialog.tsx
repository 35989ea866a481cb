import type { UnwantedReach } from '#contract/unwanted'
import { sayAlike } from '#model/unwanted'
import { unwantedState } from '../../state/marks/unwanted'
import { useStore } from '../../state/window/use-store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Segments } from '../../ui/fields'

const EVERYWHERE = 'everywhere'
const COMPANY = 'company'

/** What it would hide, in a sentence. */
const sayReach = (reach: UnwantedReach | null): string => {
  if (reach === null) return 'Counting what this hides…'
  const { suggestions, filings } = reach
  if (suggestions === 0) return 'No other suggestion in the library is like it now; later ones will not be shown.'
  const hidden = suggestions === 1 ? 'one other undecided suggestion' : `${String(suggestions)} other undecided suggestions`
  return `This hides ${hidden} in ${
    filings === 1 ? 'one filing' : `${String(filings)} filings`
  }, and later ones. What you decided stays in sight.`
}

/** Asks before sentences like one are not suggested any more: which are meant, and how many that hides. */
export const UnwantedDialog = () => {
  const question = useStore(unwantedState, unwantedState.select.question)
  if (question === null) return null
  const { suggestion, company, forCompany, reach } = question
  return (
    <Dialog
      open
      onClose={unwantedState.close}
      title="Reject, and do not suggest sentences like this?"
      description="Undo takes it back; Settings, Suggestions lists it."
      foot={
        <>
          <Button onClick={unwantedState.close}>Cancel</Button>
          <Button tone="danger" disabled={reach === null} onClick={() => void unwantedState.confirm()}>Reject and hide the like</Button>
        </>
      }
    >
      <blockquote className="unwanted-words">{suggestion.exact}</blockquote>
      {company === null ?
        null :
        (
          <Segments label="Where" value={forCompany ? COMPANY : EVERYWHERE}
            options={[{ value: COMPANY, label: `For ${company}` }, { value: EVERYWHERE, label: 'Everywhere' }]}
            onChange={(value) => void unwantedState.setScope(value === COMPANY)} />
        )}
      <p className="unwanted-says">{sayAlike(suggestion.kind, suggestion.exact, forCompany ? company : null)}</p>
      <p className="unwanted-says" role="status">{sayReach(reach)}</p>
    </Dialog>
  )
}
