import { type ReactNode, useRef } from 'react'
import { Dialog as Radix } from 'radix-ui'
import { X } from 'lucide-react'
import { IconButton } from './button'

/** What a dialog takes. `title` is always read out; `hideTitle` keeps it from sight where the content says it. */
export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly hideTitle?: boolean
  readonly width?: 'normal' | 'wide'
  readonly place?: 'centre' | 'top'
  readonly description?: string
  /** The row of buttons at the foot. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** A message that stands over a dialog, with its Undo, belongs to what was done in it: a press on it leaves the dialog open. */
const keepForMessages = (event: Event): void => {
  const pressed = 'detail' in event && typeof event.detail === 'object' && event.detail !== null && 'originalEvent' in event.detail
    ? event.detail.originalEvent
    : null
  const target = pressed instanceof Event ? pressed.target : event.target
  if (target instanceof Element && target.closest('.toasts')) event.preventDefault()
}

/**
 * A modal dialog: focus goes to the element marked `data-autofocus`, else to the dialog itself, stays inside and returns where it was; Escape and a click beside it close it. It draws its own
 * backdrop, since the library's locks scrolling with a style tag, which the window's policy forbids.
 */
export const Dialog = (
  { open, onClose, title, hideTitle = false, width = 'normal', place = 'centre', description, foot, children }: DialogProps
) => {
  const content = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  // The first control would be the one that closes, whose tooltip would then swallow the first Escape.
  const focusFirst = (event: Event): void => {
    before.current = document.activeElement
    const wanted = content.current?.querySelector<HTMLElement>('[data-autofocus]') ?? content.current
    event.preventDefault()
    wanted?.focus()
  }
  // The library gives the focus to the button that opened the dialog, and keys have none. Whoever took it meanwhile keeps it.
  const giveBack = (event: Event): void => {
    event.preventDefault()
    const free = document.activeElement === null || document.activeElement === document.body
    if (free && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }
  return (
    <Radix.Root open={open} onOpenChange={(next) => {
      if (!next) onClose()
    }}>
      <Radix.Portal>
        <div className="dialog-backdrop" />
        <Radix.Content
          ref={content}
          tabIndex={-1}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={giveBack}
          onInteractOutside={keepForMessages}
          className={`dialog${width === 'wide' ? ' dialog-wide' : ''}${place === 'top' ? ' dialog-top' : ''}`}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          {hideTitle
            ? <Radix.Title className="visually-hidden">{title}</Radix.Title>
            : (
              <div className="dialog-head">
                <Radix.Title className="dialog-title">{title}</Radix.Title>
                <Radix.Close asChild>
                  <IconButton icon={X} label="Close" keys="Esc" />
                </Radix.Close>
              </div>
            )}
          {description === undefined ? null : <Radix.Description className="visually-hidden">{description}</Radix.Description>}
          {hideTitle ? children : <div className="dialog-body" tabIndex={0}>{children}</div>}
          {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
