import type { ReactNode } from 'react'
import { Popover as Radix } from 'radix-ui'

/** What a popover takes: the button that opens it, what it is called, and what it holds. */
export interface PopoverProps {
  readonly trigger: ReactNode
  readonly label: string
  readonly align?: 'start' | 'center' | 'end'
  /** Whether it is open, and who is told; it opens and closes by itself where they are left out. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

/** A small panel under a button, for settings and facts that need no dialog. */
export const Popover = ({ trigger, label, align = 'end', open, onOpenChange, children }: PopoverProps) => (
  <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className="popover" align={align} sideOffset={4} collisionPadding={8} aria-label={label}>{children}</Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)

/** What a floating panel takes; `x` and `y` are CSS pixels of the window, the point it stands under or over. */
export interface FloatingProps {
  readonly x: number
  readonly y: number
  readonly side?: 'top' | 'bottom'
  readonly label: string
  readonly onClose: () => void
  /** Whether the panel takes the focus when it opens; a palette beside a selection must not. */
  readonly takeFocus?: boolean
  /** Whether a click elsewhere leaves the panel to its owner, who knows better when it has to go. */
  readonly staysOnClick?: boolean
  readonly className?: string
  /** A tip is told as it comes; anything else is a small dialog. */
  readonly role?: 'status'
  readonly id?: string
  readonly children: ReactNode
}

/** A small panel at a point of the window, such as the palette at a selection. Escape and a click elsewhere close it. */
export const Floating = (
  { x, y, side = 'top', label, onClose, takeFocus = false, staysOnClick = false, className = 'popover', role, id, children }: FloatingProps
) => (
  <Radix.Root open onOpenChange={(open) => {
    if (!open) onClose()
  }}>
    <Radix.Anchor asChild>
      <span className="floating-anchor" style={{ left: x, top: y }} />
    </Radix.Anchor>
    <Radix.Portal>
      <Radix.Content
        {...(role === undefined ? {} : { role })}
        {...(id === undefined ? {} : { id })}
        className={className}
        side={side}
        sideOffset={8}
        collisionPadding={8}
        aria-label={label}
        onInteractOutside={(event) => {
          if (staysOnClick) event.preventDefault()
        }}
        onOpenAutoFocus={(event) => {
          if (!takeFocus) event.preventDefault()
        }}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
