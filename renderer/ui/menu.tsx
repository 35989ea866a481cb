import { type ReactNode, useState } from 'react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './icon'

/** What a menu takes: the button that opens it, and its items. */
export interface MenuProps {
  readonly trigger: ReactNode
  readonly align?: 'start' | 'end'
  readonly label: string
  readonly children: ReactNode
}

/** An act may have put the caret in an editor or a field; then it stays there instead of going back to the button. */
const keepCaret = (event: Event): void => {
  if (document.activeElement instanceof HTMLElement &&
    (document.activeElement.isContentEditable || document.activeElement.matches('input, textarea'))) event.preventDefault()
}

/** Where an open menu hangs, beside the rest of the window: a landmark of its own, so that no part of the page stands outside of all. */
const Layer = ({ label, children }: Pick<MenuProps, 'label' | 'children'>) => (
  <Radix.Portal>
    <div role="region" aria-label={`Menu: ${label}`}>{children}</div>
  </Radix.Portal>
)

/** A menu under a button. Not modal, since the library's modal menu locks scrolling with a style tag. */
export const Menu = ({ trigger, align = 'start', label, children }: MenuProps) => (
  <Radix.Root modal={false}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Layer label={label}>
      <Radix.Content className="menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label} onCloseAutoFocus={keepCaret}>
        {children}
      </Radix.Content>
    </Layer>
  </Radix.Root>
)

/** What a menu at a point takes; `x` and `y` are CSS pixels of the window. */
export interface MenuAtProps {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu at a point of the window, such as where a row was pressed with the right button. The focus goes back to where it was. */
export const MenuAt = ({ x, y, label, onClose, children }: MenuAtProps) => {
  const [before] = useState(() => document.activeElement)
  const giveBack = (event: Event): void => {
    event.preventDefault()
    if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
  }
  return (
    <Radix.Root modal={false} open onOpenChange={(open) => {
      if (!open) onClose()
    }}>
      <Radix.Trigger asChild>
        <span role="button" aria-hidden="true" tabIndex={-1} className="floating-anchor" style={{ left: x, top: y }} />
      </Radix.Trigger>
      <Layer label={label}>
        <Radix.Content className="menu" align="start" sideOffset={2} collisionPadding={8} aria-label={label} onCloseAutoFocus={giveBack}>
          {children}
        </Radix.Content>
      </Layer>
    </Radix.Root>
  )
}

/** What an item of a menu takes; `hint` is a shortcut or a fact set at its end, `checked` makes it a choice with a tick. */
export interface MenuItemProps {
  readonly onSelect: () => void
  readonly icon?: LucideIcon
  readonly hint?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** One act of a menu. */
export const MenuItem = ({ onSelect, icon, hint, danger = false, disabled = false, children }: MenuItemProps) => (
  <Radix.Item className={`menu-item${danger ? ' menu-item-danger' : ''}`} disabled={disabled} onSelect={onSelect}>
    {icon ? <Icon of={icon} /> : null}
    <span className="menu-item-label">{children}</span>
    {hint === undefined ? null : <span className="menu-item-hint">{hint}</span>}
  </Radix.Item>
)

/** One choice of a menu that is either ticked or not. */
export const MenuChoice = (
  { checked, onSelect, hint, children }: Omit<MenuItemProps, 'icon' | 'danger'> & { readonly checked: boolean }
) => (
  <Radix.CheckboxItem className="menu-item" checked={checked} onSelect={onSelect}>
    <span className="menu-tick" aria-hidden="true">{checked ? '✓' : ''}</span>
    <span className="menu-item-label">{children}</span>
    {hint === undefined ? null : <span className="menu-item-hint">{hint}</span>}
  </Radix.CheckboxItem>
)

/** Items in a menu of their own, beside the one they belong to. */
export const MenuSub = (
  { label, icon, children }: { readonly label: string; readonly icon?: LucideIcon; readonly children: ReactNode }
) => (
  <Radix.Sub>
    <Radix.SubTrigger className="menu-item">
      {icon ? <Icon of={icon} /> : null}
      <span className="menu-item-label">{label}</span>
      <span className="menu-item-hint" aria-hidden="true">▸</span>
    </Radix.SubTrigger>
    <Layer label={label}>
      <Radix.SubContent className="menu" sideOffset={2} collisionPadding={8} aria-label={label}>{children}</Radix.SubContent>
    </Layer>
  </Radix.Sub>
)

/** A heading inside a menu. */
export const MenuLabel = ({ children }: { readonly children: ReactNode }) => <Radix.Label className="menu-label">{children}</Radix.Label>

/** A rule inside a menu. */
export const MenuSeparator = () => <Radix.Separator className="menu-separator" />
