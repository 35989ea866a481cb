import { describe, expect, it, vi } from 'vitest'

/** The state as at a start of the window: what is kept in `kept` is all that it knows of the last time. */
const start = async (kept: Map<string, string>) => {
  vi.resetModules()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value) })
  const { viewState } = await import('./view')
  viewState.restore()
  return viewState
}

describe('the arrangement of the window', () => {
  it('begins with equal halves and keeps their border from one start to the next', async () => {
    const kept = new Map<string, string>()
    const view = await start(kept)
    expect(view.store.get().firstHalf).toBe(50)
    view.setFirstHalf(62)
    view.setSidebarWidth(300)
    const again = (await start(kept)).store.get()
    expect([again.firstHalf, again.sidebarWidth]).toEqual([62, 300])
  })

  it('leaves the text its room however wide the panes are pulled, and folds none of them for it', async () => {
    const view = await start(new Map())
    view.fit(1280)
    view.setSidebarWidth(480)
    view.setInspectorWidth(640)
    const { sidebarWidth, inspectorWidth } = view.store.get()
    expect([sidebarWidth, inspectorWidth]).toEqual([480, 500])
    view.fit(1281)
    expect(view.store.get().narrow).toBe(false)
  })

  it('makes the halves equal again where no share is told', async () => {
    const view = await start(new Map())
    view.setFirstHalf(30)
    view.setFirstHalf()
    expect(view.store.get().firstHalf).toBe(50)
  })

  it('takes up a layout that was kept before there were halves', async () => {
    const view = await start(new Map([['redwell.layout', JSON.stringify({ sidebarWidth: 222 })]]))
    expect([view.store.get().firstHalf, view.store.get().sidebarWidth]).toEqual([50, 222])
  })
})
