/** The risk taxonomy as the analyst shapes it: which tags there are, what they are called, which are offered. */
import type { Calls } from '#contract/calls'
import type { RiskGroup, RiskTag } from '#contract/finding'
import type { RiskId } from '#contract/ids'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { workspaceState } from '../window/workspace'

/** The upper level of the taxonomy, in the order of the settings. */
export const RISK_GROUPS: readonly { readonly group: RiskGroup; readonly label: string }[] = [
  { group: 'development', label: 'Product development' },
  { group: 'operations', label: 'Business and operations' },
  { group: 'finance', label: 'Finance' },
  { group: 'surroundings', label: 'Law and the wider world' }
]

/** The tags of each group; a tag without one stands in the last. With `offered`, without those that are hidden and not among the ids given. */
export const risksByGroup = (risks: readonly RiskTag[],
  offered: readonly RiskId[] | null = null
): readonly { readonly group: RiskGroup; readonly label: string; readonly risks: readonly RiskTag[] }[] =>
  RISK_GROUPS.map(({ group, label }) => ({
    group,
    label,
    risks: risks.filter((risk) =>
      (risk.group ?? 'surroundings') === group && (offered === null || risk.hidden !== true || offered.includes(risk.id))
    )
  })).filter(({ risks: members }) => offered === null || members.length > 0)

interface RisksState {
  readonly busy: boolean
}

const initial: RisksState = { busy: false }
const store = createStore(initial)

const change = async <N extends 'risk.save' | 'risk.hide'>(name: N, args: Calls[N]['args'], text: string): Promise<boolean> => {
  store.set({ busy: true })
  const answer = await call(name, args)
  store.set({ busy: false })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  workspaceState.store.set({ risks: answer.value })
  historyState.did(text)
  return true
}

/** Makes a tag of the analyst's own; answers whether it was made. */
const add = async (group: RiskGroup, label: string): Promise<boolean> =>
  label.trim() !== '' && change('risk.save', { id: null, label: label.trim(), group }, 'Risk tag added.')

/** Names a tag anew; answers whether it now is so called. */
const rename = async (risk: RiskTag, label: string): Promise<boolean> => {
  const words = label.trim()
  if (words === risk.label) return true
  return words !== '' && change('risk.save', { id: risk.id, label: words, group: risk.group ?? 'surroundings' }, 'Risk tag renamed.')
}

/** Keeps a tag from being offered, or offers it again. */
const hide = (risk: RiskTag, hidden: boolean): Promise<boolean> =>
  change('risk.hide', { id: risk.id, hidden }, hidden ? 'Risk tag hidden.' : 'Risk tag offered again.')

/** Fetches the taxonomy again after an undo, until the returned function is called. */
const start = (): () => void =>
  subscribe('library.changed', ({ filingId }) => {
    if (filingId === null) void workspaceState.load()
  })

/** The state module of the risk taxonomy. */
export const risksState = { store, start, add, rename, hide, select: { busy: (state: RisksState) => state.busy } }
