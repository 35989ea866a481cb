import { CircleAlert, Info, X } from 'lucide-react'
import { Button, IconButton } from './button'
import { Icon } from './icon'

/** One message as it is drawn. */
export interface ToastView {
  readonly id: number
  readonly text: string
  readonly detail: string | null
  readonly tone: 'plain' | 'error'
  readonly action: { readonly label: string; readonly run: () => void } | null
}

/** The stack of short messages in the corner. Being read out is the live region's task, so the stack itself is no live region. */
export const Toasts = ({ toasts, onDismiss }: { readonly toasts: readonly ToastView[]; readonly onDismiss: (id: number) => void }) => (
  <section className="toasts" aria-label="Messages">
    {toasts.map(({ id, text, detail, tone, action }) => (
      <div key={id} className={`toast toast-${tone}`}>
        <Icon of={tone === 'error' ? CircleAlert : Info} />
        <div className="toast-words">
          <p>{text}</p>
          {detail === null ? null : <p className="toast-detail">{detail}</p>}
        </div>
        {action
          ? (
            <Button size="small" tone="plain" onClick={() => {
              action.run()
              onDismiss(id)
            }}>
              {action.label}
            </Button>
          )
          : null}
        <IconButton size="small" icon={X} label="Dismiss" onClick={() => onDismiss(id)} />
      </div>
    ))}
  </section>
)
