import type { ComponentProps } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './icon'
import { Tooltip } from './tooltip'

/** How much a button asks to be pressed. */
export type ButtonTone = 'quiet' | 'plain' | 'primary' | 'danger'

/** What a button takes beside the attributes of the element. */
export interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone
  readonly size?: 'normal' | 'small'
  readonly icon?: LucideIcon
}

const classOf = (tone: ButtonTone, size: 'normal' | 'small', more: string | undefined): string =>
  ['btn', tone === 'quiet' ? '' : `btn-${tone}`, size === 'small' ? 'btn-small' : '', more ?? ''].filter((part) => part !== '').join(' ')

/** A button with words, and at most one icon before them. */
export const Button = ({ tone = 'quiet', size = 'normal', icon, className, children, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={classOf(tone, size, className)}>
    {icon ? <Icon of={icon} size={size === 'small' ? 14 : 16} /> : null}
    {children}
  </button>
)

/** What an icon button takes: `label` is its name and its tooltip, `keys` the shortcut shown beside it. */
export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  readonly icon: LucideIcon
  readonly label: string
  readonly keys?: string
}

/** A button that is only an icon; its name is read out and shown as a tooltip. */
export const IconButton = ({ icon, label, keys, tone = 'quiet', size = 'normal', className, ...rest }: IconButtonProps) => (
  <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
    <button type="button" aria-label={label} {...rest} className={classOf(tone, size, `btn-icon ${className ?? ''}`)}>
      <Icon of={icon} size={size === 'small' ? 14 : 16} />
    </button>
  </Tooltip>
)
