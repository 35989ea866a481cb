/** What stays the same in the library for all filings: tags, the risk taxonomy, the reader's settings, where the data lie. */
import type { Tag } from '#contract/annotation'
import type { RiskTag } from '#contract/finding'
import type { PersonId, RiskId, TagId } from '#contract/ids'
import type { Person } from '#contract/person'
import type { Settings, Workspace } from '#contract/library'
import { call } from '../../bridge/client'
import { createStore } from './create-store'
import { feedbackState } from './feedback'

interface WorkspaceState {
  readonly ready: boolean
  readonly tags: readonly Tag[]
  readonly risks: readonly RiskTag[]
  /** Everybody else whose work is in the library. */
  readonly people: readonly Person[]
  readonly settings: Settings
  readonly about: Pick<Workspace, 'dataFolder' | 'appVersion' | 'runtimeVersion'>
}

/** What a reader gets before choosing: a serif face at 17 px on 68 characters, the middle of what typographers advise. */
const DEFAULTS: Settings = { theme: 'system', fontSize: 17, measure: 68, lineHeight: 1.55, author: '' }
const LIMITS = { fontSize: { least: 12, most: 32 }, measure: { least: 45, most: 110 }, lineHeight: { least: 1.2, most: 2.2 } } as const

const initial: WorkspaceState = {
  ready: false,
  tags: [],
  risks: [],
  people: [],
  settings: DEFAULTS,
  about: { dataFolder: '', appVersion: '', runtimeVersion: '' }
}
const store = createStore(initial)

const load = async (): Promise<void> => {
  const answer = await call('workspace.get', null)
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  const { tags, risks, people = [], settings, dataFolder, appVersion, runtimeVersion } = answer.value
  store.set({ ready: true, tags, risks, people, settings, about: { dataFolder, appVersion, runtimeVersion } })
}

const within = (value: number, limit: { readonly least: number; readonly most: number }): number =>
  Math.min(limit.most, Math.max(limit.least, value))

/** Changes the named settings at once, then has them kept; falls back to what is kept where that fails. */
const setSettings = async (patch: Partial<Settings>): Promise<void> => {
  const before = store.get().settings
  const next = { ...before, ...patch }
  const settings: Settings = {
    ...next,
    fontSize: within(next.fontSize, LIMITS.fontSize),
    measure: within(next.measure, LIMITS.measure),
    lineHeight: Math.round(within(next.lineHeight, LIMITS.lineHeight) * 100) / 100
  }
  store.set({ settings })
  const answer = await call('settings.set', settings)
  if (answer.ok) return
  store.set({ settings: before })
  feedbackState.fail(answer.failure)
}

/** Makes the text `steps` pixels larger (smaller where negative), or as it came where null. */
const resizeText = (steps: number | null): Promise<void> =>
  setSettings({ fontSize: steps === null ? DEFAULTS.fontSize : store.get().settings.fontSize + steps })

const replaceTags = (tags: readonly Tag[]): void => store.set({ tags })

const select = {
  ready: (state: WorkspaceState) => state.ready,
  tags: (state: WorkspaceState) => state.tags,
  risks: (state: WorkspaceState) => state.risks,
  settings: (state: WorkspaceState) => state.settings,
  about: (state: WorkspaceState) => state.about,
  tag: (id: TagId | null) => (state: WorkspaceState): Tag | null => state.tags.find((tag) => tag.id === id) ?? null,
  personName: (id: PersonId) => (state: WorkspaceState): string => state.people.find((person) => person.id === id)?.name ?? 'Somebody',
  riskLabel: (id: RiskId) => (state: WorkspaceState): string => state.risks.find((risk) => risk.id === id)?.label ?? id
}

/** The state module of the workspace. */
export const workspaceState = { store, load, setSettings, resizeText, replaceTags, select }
