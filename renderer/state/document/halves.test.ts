import { beforeEach, describe, expect, it } from 'vitest'
import { feedbackState } from '../window/feedback'
import { halvesState, wish } from './halves'

const now = () => halvesState.store.get()
const top = (name: 'first' | 'second') => halvesState.half(name).store.get().top

beforeEach(() => halvesState.reset(0, null))

describe('the halves of the reading view', () => {
  it('begin as one, and a second opens where the reader is', () => {
    halvesState.half('first').setPosition(400, -3, 'd1s2')
    halvesState.open()
    expect(now()).toMatchObject({ split: true, active: 'second' })
    expect(halvesState.here()).toEqual({ top: 400, gap: -3, section: 'd1s2', reveal: null })
  })

  it('keep their places apart', () => {
    halvesState.open()
    halvesState.half('second').setPosition(900, 0, null)
    expect([top('first'), top('second')]).toEqual([0, 900])
    halvesState.switchOver()
    expect(halvesState.here().top).toBe(0)
    expect(feedbackState.store.get().announcement).toBe('First half of the text.')
  })

  it('close to the place that is read, whichever half that is', () => {
    halvesState.half('first').setPosition(100, 0, null)
    halvesState.open()
    halvesState.half('second').setPosition(900, 12, null)
    halvesState.close()
    expect(now()).toMatchObject({ split: false, active: 'first' })
    expect(halvesState.here()).toMatchObject({ top: 900, gap: 12,
      reveal: { range: { start: 900, end: 900 }, at: 'top', gap: 12, flash: false } })
  })

  it('stay where they are when the first is the one that is read', () => {
    halvesState.half('first').setPosition(100, 0, null)
    halvesState.open()
    halvesState.switchOver()
    halvesState.close()
    expect(halvesState.here()).toMatchObject({ top: 100, reveal: null })
  })

  it('do not turn to a second half that is not there', () => {
    halvesState.turnTo('second')
    halvesState.switchOver()
    expect(now()).toMatchObject({ split: false, active: 'first' })
  })

  it('begin anew with another document, and tell when the reader moves in either', () => {
    halvesState.open()
    let moves = 0
    const stop = halvesState.onMove(() => {
      moves += 1
    })
    halvesState.half('second').setPosition(50, 0, null)
    halvesState.half('second').setPosition(50, 4, null)
    expect(moves).toBe(1)
    stop()
    const request = wish({ start: 7, end: 9 }, true, 'reading-height')
    halvesState.reset(7, request)
    expect(now()).toMatchObject({ split: false, active: 'first' })
    expect(halvesState.here()).toEqual({ top: 7, gap: 0, section: null, reveal: request })
    expect(moves).toBe(1)
  })
})
