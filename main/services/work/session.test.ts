import { describe, expect, it } from 'vitest'
import type { WindowSession } from '#contract/session'
import { writeSetting } from '../../store/settings'
import { getSession, setSession } from './session'
import { createTemporaryLibrary } from '../testing/temporary-library'

const place = { filingId: 'f1', sequence: 1, top: 4120, gap: -3 }
const session: WindowSession = {
  tabs: [{ first: place, second: { ...place, filingId: 'f2' }, active: 'second', title: 'Elm Cove reports its year', passing: false }],
  current: 0,
  screen: 'reader',
  sidebarTab: 'outline',
  inspectorTab: 'notes',
  compare: { left: { filingId: 'f1', sequence: 1 }, right: { filingId: 'f2', sequence: 2 } },
  library: { place: { kind: 'folder', id: 'deal' }, scrolled: 480, cursor: 'f1' }
}

describe('the session', () => {
  it('is null until one was kept, then the last that was', async () => {
    const { services: { library } } = await createTemporaryLibrary()
    expect(getSession(library)).toEqual({ ok: true, value: null })
    setSession(library, { ...session, current: null })
    setSession(library, session)
    expect(getSession(library)).toEqual({ ok: true, value: session })
  })

  it.each([null, 7, 'words', [], {}, { version: 0, session }, { version: 2, session }])('passes over %j', async (stored) => {
    const { services: { library } } = await createTemporaryLibrary()
    writeSetting(library.db, 'window-session', stored)
    expect(getSession(library)).toEqual({ ok: true, value: null })
  })
})
