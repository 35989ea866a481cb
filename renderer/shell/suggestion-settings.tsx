import { Eye } from 'lucide-react'
import { unwantedState } from '../state/marks/unwanted'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { DateText } from '../ui/date-text'

const KINDS = { finding: 'Finding', 'forward-looking': 'Forward-looking' } as const

/** What is not suggested any more, each with the way back, and the decisions as labels. */
export const SuggestionSettings = () => {
  const list = useStore(unwantedState, unwantedState.select.list)
  return (
    <section className="suggestion-settings" aria-labelledby="suggestion-settings-title">
      <h3 id="suggestion-settings-title" className="setting-label">Not suggested any more</h3>
      <p className="setting-about">
        Sentences that share at least four in five words with one of these are not suggested. Nothing is added here but by your own choice.
      </p>
      {list.length === 0
        ? (
          <p className="setting-about">
            Nothing yet. On the card of a suggestion, the arrow beside Reject offers “Reject, and do not suggest sentences like this”.
          </p>
        )
        : (
          <ul className="unwanted-list" aria-label="Not suggested any more">
            {list.map(({ id, kind, company, exact, createdAt }) => (
              <li key={id}>
                <div>
                  <p className="unwanted-exact" title={exact}>{exact}</p>
                  <p className="setting-about">
                    {KINDS[kind]} · {company ?? 'Everywhere'} · <DateText iso={createdAt} label="Since" />
                  </p>
                </div>
                <Button size="small" icon={Eye} onClick={() => void unwantedState.remove(id)}>Suggest again</Button>
              </li>
            ))}
          </ul>
        )}
      <h3 className="setting-label">Decisions as labels</h3>
      <p className="setting-about">
        Every accepted and rejected suggestion, as a file by which the suggestions can be measured. It holds the words decided on, and stays
        on this computer.
      </p>
      <Button tone="plain" size="small" onClick={() => void unwantedState.exportLabels()}>Export labels…</Button>
    </section>
  )
}
