/** What the keys that accept and reject do: decide, take the same decision back, and go on to what is left. */
import type { DecisionVerdict } from '#contract/annotation'
import { documentState } from '../document/document'
import { findingsState } from '../marks/findings'
import { marksState } from '../marks/marks'
import { reviewState } from '../review/review'
import { viewState } from '../window/view'
import { workspaceState } from '../window/workspace'

/** Puts the next suggestion that is undecided in focus, behind the one in focus in the list in front; answers how, or null where none is left behind it. It is looked up before the decision, since a filter may let go of what was decided. */
const wayOn = (): (() => void) | null => {
  if (!(workspaceState.store.get().settings.goOn ?? true) || reviewState.store.get().queue !== null) return null
  return viewState.store.get().inspectorTab === 'marks' ? marksState.wayOn() : findingsState.wayOn()
}

/**
 * Accepts or rejects the suggestion in focus and goes on to the next one of the list that is undecided, where the settings say so
 * and nothing else leads through what is left. The same key on one that is so decided takes the decision back and stays; so does a
 * change of mind.
 */
export const decideByKey = async (verdict: DecisionVerdict): Promise<void> => {
  const { active } = documentState.store.get()
  const suggestion = active && findingsState.find(active)
  if (!active || !suggestion) return
  if (suggestion.decision?.verdict === verdict) {
    await findingsState.decide(active, null)
    return
  }
  const goOn = suggestion.decision === null ? wayOn() : null
  await findingsState.decide(active, verdict)
  const decided = findingsState.find(active)?.decision?.verdict === verdict
  if (decided && documentState.store.get().active === active) goOn?.()
}
