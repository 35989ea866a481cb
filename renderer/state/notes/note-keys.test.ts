import { describe, expect, it } from 'vitest'
import { NOTE_ACT_KEYS, NOTE_KEYS, noteActOf } from './note-keys'

const press = (key: string, code: string, held: string = ''): string | null =>
  noteActOf({ key, code, ctrlKey: held.includes('C'), metaKey: held.includes('M'), altKey: held.includes('A'),
    shiftKey: held.includes('S') })

describe('the keys of the editor of a note', () => {
  it.each([
    ['b', 'KeyB', 'C', 'bold'],
    ['b', 'KeyB', 'M', 'bold'],
    ['B', 'KeyB', 'C', 'bold'],
    ['и', 'KeyB', 'C', 'bold'],
    ['&', 'Digit7', 'CS', 'number'],
    ['*', 'Digit8', 'CS', 'bullet'],
    ['(', 'Digit9', 'CS', 'quote'],
    ['7', 'Digit7', 'C', null],
    ['ü', 'BracketLeft', 'C', 'item-out'],
    [']', 'BracketRight', 'C', 'item-in'],
    ['Tab', 'Tab', '', 'tab-in'],
    ['Tab', 'Tab', 'S', 'tab-out'],
    ['Tab', 'Tab', 'C', null],
    ['ArrowUp', 'ArrowUp', 'AS', 'row-above'],
    ['ArrowUp', 'ArrowUp', 'S', null],
    ['ArrowUp', 'ArrowUp', 'CAS', null],
    ['Z', 'KeyZ', 'CS', 'redo'],
    ['z', 'KeyY', 'C', 'undo'],
    ['y', 'KeyZ', 'C', 'redo'],
    ['Enter', 'Enter', 'C', 'leave'],
    ['Enter', 'Enter', '', null],
    ['Escape', 'Escape', '', 'leave'],
    ['b', 'KeyB', '', null],
    ['b', 'KeyB', 'CA', null]
  ])('%s (%s) with %s: %s', (key, code, held, act) => expect(press(key, code, held)).toBe(act))

  it('none means two things, and each of them stands in the sheet of keys', () => {
    const all = Object.values(NOTE_ACT_KEYS).flat()
    expect(new Set(all).size).toBe(all.length)
    const shown = NOTE_KEYS.flatMap(({ keys }) => keys.split(' '))
    for (const [first] of Object.values(NOTE_ACT_KEYS)) expect(shown).toContain(first)
  })
})
