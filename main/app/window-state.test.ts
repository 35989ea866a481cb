import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_STATE, readWindowState, SMALLEST_WINDOW, writeWindowState } from './window-state'

const SCREENS = [{ x: 0, y: 0, width: 1920, height: 1080 }, { x: 1920, y: 0, width: 1280, height: 1024 }]

describe('readWindowState', () => {
  it('reads back what was written', () => {
    const bounds = { x: 2000, y: 40, width: 1100, height: 800 }
    expect(readWindowState(writeWindowState(bounds, true), SCREENS)).toEqual({ bounds, maximised: true })
  })

  it('lets the desktop place a window whose screen is gone', () => {
    const json = writeWindowState({ x: 4000, y: 40, width: 1100, height: 800 }, false)
    expect(readWindowState(json, SCREENS)).toEqual({ bounds: { width: 1100, height: 800 }, maximised: false })
  })

  it('opens at the first size where the kept one is too small or fits no screen', () => {
    expect(readWindowState(writeWindowState({ x: 0, y: 0, width: 10, height: 10 }, true), SCREENS)).toEqual({ ...FIRST_STATE,
      maximised: true })
    expect(readWindowState(writeWindowState({ x: 0, y: 0, width: 9000, height: 900 }, false), SCREENS)).toEqual(FIRST_STATE)
  })

  it('always gives a window that can be used, whatever the file holds', () => {
    const field = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null))
    const file = fc.oneof(fc.string(), fc.json(),
      fc.record({ x: field, y: field, width: field, height: field, maximised: field }).map((kept) => JSON.stringify(kept)))
    fc.assert(fc.property(file, (json) => {
      const { bounds } = readWindowState(json, SCREENS)
      expect(bounds.width).toBeGreaterThanOrEqual(SMALLEST_WINDOW.width)
      expect(bounds.height).toBeGreaterThanOrEqual(SMALLEST_WINDOW.height)
    }))
  })
})
