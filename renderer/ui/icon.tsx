import type { LucideIcon } from 'lucide-react'

/** A small drawing beside words or in a button; it says nothing to a screen reader, the words or the button's name do. */
export const Icon = ({ of: Drawing, size = 16 }: { readonly of: LucideIcon; readonly size?: number }) => (
  <Drawing className="icon" size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" />
)
