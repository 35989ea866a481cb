import type { RiskTag } from '#contract/finding'
import { fail, ok } from '#contract/result'
import { beforeEach, expect, it } from 'vitest'
import { feedbackState } from '../window/feedback'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { risksByGroup, risksState } from './risks'
import { workspaceState } from '../window/workspace'

const risks: readonly RiskTag[] = [
  { id: 'a', label: 'A', scope: '', group: 'finance', hidden: false, own: false },
  { id: 'b', label: 'B', scope: '', group: 'finance', hidden: true, own: false },
  { id: 'c', label: 'C', scope: '', group: 'development', hidden: true, own: true }
]
let memory: MemoryApi
beforeEach(() => {
  memory = installMemoryApi()
  workspaceState.store.set({ risks })
})

it('stands in groups; hidden tags are offered only where they are carried', () => {
  const shape = (list: ReturnType<typeof risksByGroup>): string =>
    list.map(({ group, risks: members }) => `${group}:${members.map(({ id }) => id).join('')}`).join(' ')
  expect(shape(risksByGroup(risks))).toBe('development:c operations: finance:ab surroundings:')
  expect(shape(risksByGroup(risks, []))).toBe('finance:a')
  expect(shape(risksByGroup(risks, ['c', 'b']))).toBe('development:c finance:ab')
})

it('takes over the taxonomy that a change answers with, and says why where it was refused', async () => {
  const [first] = risks
  if (!first) throw new Error('no tag')
  memory.answer({ 'risk.save': ({ label }) => ok([{ ...first, label }]) })
  expect(await risksState.rename(first, ' Money ')).toBe(true)
  expect(workspaceState.store.get().risks.map(({ label }) => label)).toEqual(['Money'])
  expect(await risksState.rename(first, 'A')).toBe(true)
  expect(await risksState.add('finance', '  ')).toBe(false)
  expect(memory.calls).toHaveLength(1)
  memory.answer({ 'risk.hide': () => fail('not-found', 'This risk tag no longer exists.') })
  expect(await risksState.hide(first, true)).toBe(false)
  expect(feedbackState.store.get().toasts.at(-1)?.text).toBe('This risk tag no longer exists.')
})
