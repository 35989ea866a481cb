import type { ReactNode } from 'react'

/** A count or a word of state in a small pill. */
export const Badge = (
  { tone = 'plain', title, children }: { readonly tone?: 'plain' | 'accent' | 'ok' | 'warn' | 'danger'; readonly title?: string;
    readonly children: ReactNode }
) => <span className={tone === 'plain' ? 'badge' : `badge badge-${tone}`} title={title}>{children}</span>
