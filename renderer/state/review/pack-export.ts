/** An evidence pack that is being made: what it would carry out of the house, and how it is to be made. */
import type { WorkScope } from '#contract/exchange'
import type { PackLook, WrittenPack } from '#contract/pack'
import type { Result } from '#contract/result'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'

interface PackState {
  readonly look: PackLook | null
  /** As typed; empty for the name that is proposed. */
  readonly name: string
  readonly linked: boolean
  readonly printed: boolean
  /** What becomes of notes that quote a filing outside; null until it was said. */
  readonly quoting: 'keep' | 'leave' | null
  readonly sign: boolean
  readonly passphrase: string
  readonly written: WrittenPack | null
}

const initial: PackState = { look: null, name: '', linked: true, printed: true, quoting: null, sign: false, passphrase: '', written: null }
const store = createStore(initial)

/** Whether a scope holds all work on its filings: only then are whole documents printed into a pack. */
const isWhole = ({ tags, statuses, authors, section, kinds, decisions }: WorkScope): boolean =>
  [tags, statuses, authors, section, kinds, decisions].every((filter) => filter === null || filter === undefined)

let asked = 0

/** Looks anew at what a pack of a scope would carry; an older answer that comes late is let go. */
const look = async (scope: WorkScope): Promise<void> => {
  asked += 1
  const mine = asked
  const answer = await call('pack.look', { scope, linked: store.get().linked })
  if (mine === asked && answer.ok) store.set({ look: answer.value })
}

/** Makes the screen ready for another pack. */
const begin = (): void => store.set(initial)

const choose = (patch: Partial<Pick<PackState, 'name' | 'linked' | 'printed' | 'quoting' | 'sign' | 'passphrase'>>): void =>
  store.set(patch)

/** Whether the key is locked with a passphrase, or would be. */
const needsPassphrase = ({ look: seen, sign }: PackState): boolean =>
  sign && (seen?.key ? seen.key.kept === 'passphrase' : seen?.keepsKeys === false)

/** Whether all is said that a pack needs: what becomes of quotations of other filings, and a passphrase where the key has one. */
const isReady = (state: PackState): boolean =>
  state.look !== null && state.look.filings.length > 0 && (state.look.quotations.length === 0 || state.quoting !== null) &&
  (!needsPassphrase(state) || state.passphrase.length >= 8)

/** Makes the pack and asks where to save it; null where that was cancelled. */
const write = async (scope: WorkScope): Promise<Result<WrittenPack | null>> => {
  const state = store.get()
  const answer = await call('pack.write', { scope, linked: state.linked, name: state.name.trim() || state.look?.name || 'Pack',
    printed: state.printed && isWhole(scope) && state.quoting !== 'leave', quoting: state.quoting ?? 'keep', sign: state.sign,
    passphrase: needsPassphrase(state) ? state.passphrase : null, path: null })
  if (answer.ok) {
    store.set({ written: answer.value, passphrase: '' })
    void look(scope)
  }
  return answer
}

const select = {
  look: (state: PackState) => state.look,
  name: (state: PackState) => state.name,
  linked: (state: PackState) => state.linked,
  printed: (state: PackState) => state.printed,
  quoting: (state: PackState) => state.quoting,
  sign: (state: PackState) => state.sign,
  passphrase: (state: PackState) => state.passphrase,
  written: (state: PackState) => state.written,
  isReady,
  needsPassphrase
}

/** The state module of evidence packs. */
export const packExportState = { store, begin, look, choose, write, isWhole, select }
