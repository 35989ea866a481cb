import type { ReactNode } from 'react'
import { Tooltip as Radix } from 'radix-ui'
import { Kbd } from './kbd'

/** What a tooltip takes: the words, the shortcut beside them, and the one element it is about. */
export interface TooltipProps {
  readonly text: string
  readonly keys?: string
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly children: ReactNode
}

/** A short name for one control, shown while the pointer rests on it or it has the focus. */
export const Tooltip = ({ text, keys, side = 'bottom', children }: TooltipProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{children}</Radix.Trigger>
    <Radix.Portal>
      {/* Its trigger still refers to it for its description; by itself it would be text outside every landmark, read twice. */}
      <Radix.Content className="tooltip" aria-hidden="true" side={side} sideOffset={6} collisionPadding={8}>
        {text}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)

/** Gives all tooltips below it one common delay, in ms; stands once, at the root of the window. */
export const TooltipProvider = ({ children }: { readonly children: ReactNode }) => (
  <Radix.Provider delayDuration={500} skipDelayDuration={200}>{children}</Radix.Provider>
)
