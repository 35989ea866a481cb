import { describe, expect, it } from 'vitest'
import type { MenuEntry, MenuSection } from '#contract/shell'
import type { Command } from './command'
import { COMMANDS } from './commands'
import { menuContent } from './menu'

const leaves = ({ lines }: MenuSection): MenuEntry[] =>
  lines.flatMap((line) => (line === null ? [] : 'lines' in line ? leaves(line) : [line]))

const tag: Command = { id: 'tag.t1', label: 'Tag as Risk', group: 'Mark', keys: ['3'], when: () => true, run: () => undefined }

describe('menuContent', () => {
  const content = menuContent([...COMMANDS, tag], [])
  const entries = Object.values(content.parts).flatMap(leaves)

  it('holds every command once, save the one that closes what is on top', () => {
    expect(entries.map(({ id }) => id).sort()).toEqual(
      [...COMMANDS.map(({ id }) => id), 'tag.t1'].filter((id) => id !== 'window.escape').sort()
    )
  })

  it('begins the edit menu with undo and redo, with their keys', () => {
    expect(content.parts.edit.lines.slice(0, 2)).toEqual([{ id: 'undo', label: 'Undo', keys: 'Ctrl+Z' }, { id: 'redo', label: 'Redo',
      keys: 'Ctrl+Shift+Z' }])
  })

  it('has menus of their own for tags and themes', () => {
    const named = (section: MenuSection, label: string) =>
      section.lines.find((line) => line !== null && 'lines' in line && line.label === label)
    expect(named(content.parts.annotate, 'Tag')).toEqual({ label: 'Tag', lines: [{ id: 'tag.t1', label: 'Tag as Risk', keys: '3' }] })
    expect(named(content.parts.view, 'Theme')).toBeDefined()
  })

  it('begins no menu with a rule, and sets no two side by side', () => {
    for (const { lines } of Object.values(content.parts)) {
      expect(lines[0]).not.toBeNull()
      lines.forEach((line, at) => {
        if (line === null) expect(lines[at + 1] ?? null).not.toBeNull()
      })
    }
  })
})
