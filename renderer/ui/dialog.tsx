import { type KeyboardEvent, type ReactNode, useRef } from 'react'
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

const MAIN = '.dialog-foot .btn-primary'

/** Where the focus goes first: where the dialog says, else its main button; the first at the foot where the main one destroys; else the dialog. */
const firstFocus = (content: HTMLElement): HTMLElement => {
  const wanted = content.querySelector<HTMLElement>('[data-autofocus]')
  const main = content.querySelector<HTMLButtonElement>(MAIN)
  const foot = content.querySelector<HTMLElement>('.dialog-foot button:not(:disabled)')
  return wanted ?? (main === null ? foot : main.disabled ? null : main) ?? content
}

/** What answers Enter itself: buttons and links, fields of several lines, lists that are gone through. */
const ANSWERS = 'button, a, textarea, summary, [contenteditable="true"], [role="listbox"], [role="option"], [role="menu"], form'

/** Enter in a dialog presses its main button, wherever the focus is that does nothing else with it. What destroys is no main button. */
const pressMain = (event: KeyboardEvent<HTMLElement>): void => {
  const { key, target, currentTarget } = event
  if (key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
  if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest(ANSWERS)) return
  const main = currentTarget.querySelector<HTMLButtonElement>(MAIN)
  if (main === null || main.disabled) return
  event.preventDefault()
  main.click()
}

/**
 * A modal dialog: focus goes to the element marked `data-autofocus`, else to its main button, else to the dialog itself, stays inside and returns where it was; Enter
 * presses the main button, Escape and a click beside it close it. It draws its own
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
    event.preventDefault()
    if (content.current) firstFocus(content.current).focus()
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
          onKeyDown={pressMain}
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
