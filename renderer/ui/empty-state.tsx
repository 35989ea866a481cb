import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './icon'

/** What a place shows while it has nothing to show: what would be here, and how to get it here. */
export const EmptyState = (
  { icon, title, text, acts }: { readonly icon?: LucideIcon; readonly title: string; readonly text?: ReactNode; readonly acts?: ReactNode }
) => (
  <div className="empty">
    {icon ? <Icon of={icon} size={28} /> : null}
    <p className="empty-title">{title}</p>
    {text === undefined ? null : <p className="empty-text">{text}</p>}
    {acts === undefined ? null : <div className="empty-acts">{acts}</div>}
  </div>
)
