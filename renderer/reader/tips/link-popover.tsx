import { Copy } from 'lucide-react'
import { copyText } from '../../state/window/clipboard'
import { Button } from '../../ui/button'
import { Floating } from '../../ui/popover'

/** A link that was clicked: its address, and where it stands in CSS pixels of the window. */
export interface LinkPlace {
  readonly href: string
  readonly x: number
  readonly y: number
}

/** Shows the address of a link and offers to copy it. Redwell follows no link: it has no connection to follow it with. */
export const LinkPopover = ({ link, onClose }: { readonly link: LinkPlace; readonly onClose: () => void }) => (
  <Floating x={link.x} y={link.y} side="bottom" label="Address of the link" takeFocus onClose={onClose}>
    <p className="link-note">Redwell is offline and opens no links.</p>
    <p className="link-address">
      <bdi>{link.href === '' ? 'This link has no address.' : link.href}</bdi>
    </p>
    <Button size="small" tone="plain" icon={Copy} disabled={link.href === ''} onClick={() => {
      void copyText(link.href, 'Address copied.')
      onClose()
    }}>
      Copy address
    </Button>
  </Floating>
)
