import type { ReactNode } from 'react'

/** Words for a screen reader alone. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => <span className="visually-hidden">{children}</span>

/** A place whose new words are read out politely, when the reader pauses. */
export const LiveRegion = ({ text }: { readonly text: string }) => (
  <div className="visually-hidden" role="status" aria-live="polite">{text}</div>
)
