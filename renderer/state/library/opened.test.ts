import { expect, it } from 'vitest'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { documentState } from '../document/document'
import { libraryState } from './library'
import { followOpening } from './opened'

const filing = (id: string, openedAt: string | null): FilingSummary =>
  ({ id, title: id, importedAt: '2026-01-01T00:00:00.000Z', openedAt, trashedAt: null }) as unknown as FilingSummary

it('counts a filing as read last at the moment it is opened', () => {
  libraryState.store.set({ filings: [filing('a', '2026-02-01T00:00:00.000Z'), filing('b', null)] })
  const stop = followOpening()
  documentState.store.set({ open: { filing: filing('b', null) } as OpenFiling })
  const [first, second] = libraryState.store.get().filings
  expect([first?.id, second?.id]).toEqual(['b', 'a'])
  expect((first?.openedAt ?? '') > (second?.openedAt ?? '')).toBe(true)
  stop()
  documentState.store.set({ open: { filing: filing('a', null) } as OpenFiling })
  expect(libraryState.store.get().filings[0]?.id).toBe('b')
})
