import { describe, expect, it } from 'vitest'
import { COMMANDS } from './commands'
import { clashes, commandFor, keysOfPress, takenBy, withKeys } from './keys'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}): string =>
  keysOfPress({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('the keys of a press', () => {
  it.each([
    ['j', press('j')],
    ['Shift+C', press('C', { shiftKey: true })],
    ['?', press('?', { shiftKey: true })],
    ['Ctrl+F', press('f', { ctrlKey: true })],
    ['Ctrl+F', press('f', { metaKey: true })],
    ['Ctrl+Shift+F', press('F', { ctrlKey: true, shiftKey: true })],
    ['Alt+ArrowLeft', press('ArrowLeft', { altKey: true })],
    ['Shift+F3', press('F3', { shiftKey: true })],
    ['Ctrl++', press('+', { ctrlKey: true, shiftKey: true })]
  ])('are written %s', (written, pressed) => {
    expect(pressed).toBe(written)
  })
})

describe('the commands', () => {
  it('never claim the same keys twice', () => {
    expect(clashes(COMMANDS)).toEqual([])
  })

  it('leave the digits to the tags', () => {
    expect(COMMANDS.flatMap(({ keys }) => keys).filter((keys) => /^\d$/.test(keys))).toEqual([])
  })

  it('would be caught claiming the same keys', () => {
    expect(clashes([{ id: 'find', keys: ['x'] }, { id: 'note', keys: ['n', 'x'] }])).toEqual([{ keys: 'x', ids: ['find', 'note'] }])
  })

  it('are not given by a bare key while words are typed, and are by Ctrl', () => {
    const all = [
      { id: 'note' as const, label: '', group: 'Mark' as const, keys: ['n'], when: () => true, run: () => undefined },
      { id: 'find' as const, label: '', group: 'Find' as const, keys: ['Ctrl+F'], when: () => true, run: () => undefined }
    ]
    expect(commandFor(all, 'n', false)?.id).toBe('note')
    expect(commandFor(all, 'n', true)).toBeNull()
    expect(commandFor(all, 'Ctrl+F', true)?.id).toBe('find')
  })
})

describe('chosen keys', () => {
  it('stand in place of those a command came with', () => {
    const now = withKeys(COMMANDS, { 'find-next': 'F9' })
    expect(now.find(({ id }) => id === 'find-next')?.keys).toEqual(['F9'])
    expect(now.find(({ id }) => id === 'find-previous')?.keys).toContain('Shift+F3')
  })

  it('are refused where another command has them, now or from the beginning', () => {
    const now = withKeys(COMMANDS, { 'find-next': 'F9' })
    expect(takenBy(now, COMMANDS, 'note', 'F9')?.id).toBe('find-next')
    expect(takenBy(now, COMMANDS, 'note', 'F3')?.id).toBe('find-next')
    expect(takenBy(now, COMMANDS, 'find-next', 'F9')).toBeNull()
    expect(takenBy(now, COMMANDS, 'note', 'F10')).toBeNull()
  })
})
