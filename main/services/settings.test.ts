import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeSetting } from '../store/settings'
import { transact } from '../store/sql'
import { DEFAULT_SETTINGS, getSettings, setSettings } from './settings'
import { createTemporaryLibrary, type TemporaryLibrary, valueOf } from './testing/temporary-library'

describe('settings', () => {
  let library: TemporaryLibrary
  beforeEach(() => {
    library = createTemporaryLibrary()
  })
  afterEach(async () => {
    await library.remove()
  })

  it('keep the shortcuts that were chosen, beside all else', () => {
    const { library: context } = library.services
    expect(getSettings(context.db)).toEqual(DEFAULT_SETTINGS)
    const kept = valueOf(setSettings(context, { keys: { 'find-next': 'F9' } }))
    expect(kept).toEqual({ ...DEFAULT_SETTINGS, keys: { 'find-next': 'F9' } })
    expect(valueOf(setSettings(context, { theme: 'dark' })).keys).toEqual({ 'find-next': 'F9' })
  })

  it('keep the face of the text, and leave out one that is none', () => {
    const { library: context } = library.services
    expect(valueOf(setSettings(context, { font: 'legible' })).font).toBe('legible')
    transact(context.db, () => writeSetting(context.db, 'font', 'gothic'))
    expect(getSettings(context.db)).toEqual(DEFAULT_SETTINGS)
  })

  it('leave out shortcuts that are none', () => {
    const { library: context } = library.services
    transact(context.db, () => writeSetting(context.db, 'keys', { note: 4, find: 'F9' }))
    expect(getSettings(context.db).keys).toEqual({ find: 'F9' })
  })
})
