import { Copy, Files, Highlighter, Quote, StickyNote, TextSearch } from 'lucide-react'
import { commands } from '../../state/commands/commands'
import { documentState } from '../../state/document/document'
import { useStore } from '../../state/window/use-store'
import { workspaceState } from '../../state/window/workspace'
import { IconButton } from '../../ui/button'
import { Floating } from '../../ui/popover'
import { Tooltip } from '../../ui/tooltip'
import type { PalettePlace } from './use-selection'

/** The small palette at a selection: one swatch for each tag, a note, and the two ways to copy. */
export const SelectionPalette = ({ place }: { readonly place: PalettePlace }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  return (
    <Floating
      x={place.x}
      y={place.y}
      side={place.side}
      label="Mark the selection"
      className="palette"
      staysOnClick
      onClose={() => documentState.setSelection(null)}
    >
      {/* A press must not take the selection away before the click acts on it. */}
      <div className="palette-row" role="toolbar" aria-label="Mark the selection" onPointerDown={(event) => event.preventDefault()}>
        {tags.map((tag) => (
          <Tooltip key={tag.id} text={tag.name} side="top" {...(tag.shortcut === null ? {} : { keys: tag.shortcut })}>
            <button type="button" className="swatch" aria-label={`Tag as ${tag.name}`} onClick={() => {
              commands.run(`tag.${tag.id}`)
            }}>
              <span className={`swatch-sample tag-${tag.colour} line-${tag.underline}`} aria-hidden="true">{tag.letter}</span>
            </button>
          </Tooltip>
        ))}
        <IconButton icon={Highlighter} label="Highlight without a tag" keys={commands.keysOf('highlight')}
          onClick={() => commands.run('highlight')} />
        <span className="palette-gap" aria-hidden="true" />
        <IconButton icon={StickyNote} label="Note" keys={commands.keysOf('note')} onClick={() => commands.run('note')} />
        <IconButton icon={Copy} label="Copy" keys={commands.keysOf('window.copy')} onClick={() => commands.run('window.copy')} />
        <IconButton icon={Files} label="Is this sentence also in…" keys={commands.keysOf('window.also-in')}
          onClick={() => commands.run('window.also-in')} />
        <IconButton icon={TextSearch} label="Find similar sentences" keys={commands.keysOf('window.similar')}
          onClick={() => commands.run('window.similar')} />
        <IconButton icon={Quote} label="Copy with citation" keys={commands.keysOf('window.cite')}
          onClick={() => commands.run('window.cite')} />
      </div>
    </Floating>
  )
}
