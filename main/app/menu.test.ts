import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { MenuCommand } from '#contract/events'
import { menuTemplate } from './menu'

const leaves = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => (Array.isArray(item.submenu) ? leaves(item.submenu) : [item]))

const COMMANDS = {
  'open': 0, 'library': 0, 'find': 0, 'find-next': 0, 'find-previous': 0, 'search-library': 0, 'export-pdf': 0, 'undo': 0, 'redo': 0,
  'highlight': 0, 'note': 0, 'accept': 0, 'reject': 0, 'next-suggestion': 0, 'previous-suggestion': 0, 'toggle-source': 0,
  'toggle-sidebar': 0, 'toggle-inspector': 0, 'theme-light': 0, 'theme-sepia': 0, 'theme-dark': 0, 'theme-contrast': 0, 'theme-system': 0,
  'text-larger': 0, 'text-smaller': 0, 'text-reset': 0, 'shortcuts': 0, 'about': 0, 'settings': 0, 'palette': 0
} satisfies Record<MenuCommand, 0>

describe('menuTemplate', () => {
  const items = leaves(menuTemplate(() => undefined, false))

  it('holds every command once', () => {
    expect(items.flatMap((item) => item.id ?? []).sort()).toEqual(Object.keys(COMMANDS).sort())
  })

  it('gives no key twice, and takes no single letter away from a note', () => {
    const keys = items.flatMap((item) => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    for (const item of items) {
      const key = item.accelerator?.toString()
      if (key !== undefined && !key.includes('+')) expect(item.registerAccelerator).toBe(false)
    }
  })

  it('has no reload and no developer tools in a release', () => {
    const roles = (developer: boolean) => leaves(menuTemplate(() => undefined, developer)).map((item) => item.role)
    expect(roles(false)).not.toContain('reload')
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(true)).toContain('toggleDevTools')
  })
})
