import { Copy, Unlink } from 'lucide-react'
import { copyText } from '../state/window/clipboard'
import { Button } from '../ui/button'
import { Floating } from '../ui/popover'

/** A link that was clicked: its address and where on the window, in CSS pixels. */
export interface ClickedLink {
  readonly url: string
  readonly x: number
  readonly y: number
}

/** What the bubble takes; `keepFocus` leaves the caret in the editor it belongs to. */
export interface LinkBubbleProps {
  readonly link: ClickedLink
  readonly onClose: () => void
  readonly onRemove?: () => void
  readonly keepFocus?: boolean
}

/** Shows the address of a link in full, with a button to copy it. Redwell never opens one. */
export const LinkBubble = ({ link, onClose, onRemove, keepFocus = false }: LinkBubbleProps) => (
  <Floating x={link.x} y={link.y} side="bottom" label="Link" onClose={onClose} takeFocus={!keepFocus} className="popover link-bubble">
    <p className="note-link-address">{link.url}</p>
    <p className="link-hint">Redwell works offline and opens no links.</p>
    <div className="link-acts">
      <Button size="small" tone="plain" icon={Copy} onClick={() => {
        void copyText(link.url, 'Address copied.')
        onClose()
      }}>
        Copy address
      </Button>
      {onRemove
        ? (
          <Button size="small" icon={Unlink} onClick={() => {
            onRemove()
            onClose()
          }}>
            Remove link
          </Button>
        )
        : null}
    </div>
  </Floating>
)
