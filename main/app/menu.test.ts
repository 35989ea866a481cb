import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { MenuContent, MenuSection } from '#contract/shell'
import { acceleratorOf, menuTemplate } from './menu'

const none: MenuSection = { label: '', lines: [] }
const content: MenuContent = {
  parts: {
    file: { label: 'File', lines: [{ id: 'open', label: 'Open a filing…', keys: 'Ctrl+O' }] },
    edit: { label: 'Edit',
      lines: [{ id: 'undo', label: 'Undo', keys: 'Ctrl+Z' }, { id: 'redo', label: 'Redo', keys: 'Ctrl+Shift+Z' }, { id: 'find',
        label: 'Find', keys: 'Ctrl+F' }] },
    annotate: { label: 'Annotate',
      lines: [{ id: 'highlight', label: 'Highlight', keys: 'h' }, null, { label: 'Tag',
        lines: [{ id: 'tag.x', label: 'Risk & reward', keys: '3' }] }] },
    library: none,
    review: none,
    view: none,
    help: { label: 'Help', lines: [{ id: 'about', label: 'About', keys: null }] }
  },
  recent: [{ filingId: 'f1', title: 'Smith & Daughters 8-K' }]
}

const leaves = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => (Array.isArray(item.submenu) ? leaves(item.submenu) : [item]))

const built = (mac: boolean, developer = false, run: (command: string) => void = () => undefined): MenuItemConstructorOptions[] =>
  leaves(menuTemplate(content, { run, developer, mac }))

const labelled = (items: readonly MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | undefined =>
  items.find((item) => item.id === id)

describe('menuTemplate', () => {
  it('holds every command that the window names, and gives the one that is chosen', () => {
    const given: string[] = []
    const items = built(false, false, (command) => given.push(command))
    expect(items.flatMap((item) => item.id ?? [])).toEqual(['open', 'open.f1', 'undo', 'redo', 'find', 'highlight', 'tag.x', 'about'])
    for (const item of items) if (item.id !== undefined) item.click?.call(item, undefined as never, undefined, undefined as never)
    expect(given).toEqual(['open', 'open.f1', 'undo', 'redo', 'find', 'highlight', 'tag.x', 'about'])
  })

  it('shows keys without taking them from the page', () => {
    for (const item of built(false))
      if (item.id !== undefined && item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false)
    expect(labelled(built(false), 'highlight')?.accelerator).toBe('H')
    expect(labelled(built(true), 'highlight')?.accelerator).toBeUndefined()
    expect(labelled(built(true), 'open')).toMatchObject({ accelerator: 'CmdOrCtrl+O' })
  })

  it('writes an ampersand as a sign, not as a mark of a letter', () => {
    expect(labelled(built(false), 'tag.x')?.label).toBe('Risk && reward')
    expect(labelled(built(false), 'open.f1')?.label).toBe('Smith && Daughters 8-K')
  })

  it('has no reload and no developer tools in a release', () => {
    const roles = (developer: boolean) => built(false, developer).map((item) => item.role)
    expect(roles(false)).not.toContain('reload')
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(true)).toContain('toggleDevTools')
  })

  it('holds what the system needs before the page has loaded', () => {
    const roles = leaves(menuTemplate(null, { run: () => undefined, developer: false, mac: false })).map((item) => item.role)
    expect(roles).toEqual(expect.arrayContaining(['quit', 'close', 'copy', 'paste', 'togglefullscreen']))
  })
})

describe('acceleratorOf', () => {
  it.each([
    ['Ctrl+Shift+F', 'CmdOrCtrl+Shift+F'],
    ['Ctrl++', 'CmdOrCtrl+Plus'],
    ['Alt+ArrowLeft', 'Alt+Left'],
    ['j', 'J'],
    ['?', '?'],
    ['Ctrl+\\', 'CmdOrCtrl+\\'],
    ['F8', 'F8'],
    ['Shift+F8', 'Shift+F8'],
    ['Delete', 'Delete']
  ])('writes %s as %s', (keys, accelerator) => expect(acceleratorOf(keys)).toBe(accelerator))

  it('leaves out keys that the menu bar has no name for', () => {
    expect(acceleratorOf('Ctrl+ö')).toBeNull()
    expect(acceleratorOf('AudioVolumeUp')).toBeNull()
  })
})
