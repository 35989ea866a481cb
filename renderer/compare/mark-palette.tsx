import { Highlighter, StickyNote } from 'lucide-react'
import { commands } from '../state/commands/commands'
import { compareMarks } from '../state/compare/compare-marks'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { IconButton } from '../ui/button'
import { Floating } from '../ui/popover'
import type { ChosenPlace } from './use-compared-words'

/** The small palette at a selection in a comparison: which filing the words belong to, one swatch for each tag, and a note. */
export const MarkPalette = ({ place }: { readonly place: ChosenPlace }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const side = useStore(compareMarks, compareMarks.select.chosen)?.side ?? 'right'
  return (
    <Floating x={place.x} y={place.y} side={place.side} label={`Mark the words of the ${side} filing`} className="palette" staysOnClick
      onClose={compareMarks.release}
    >
      {/* A press must not take the selection away before the click acts on it. */}
      <div className="palette-row" role="toolbar" aria-label={`Mark the words of the ${side} filing`}
        onPointerDown={(event) => event.preventDefault()}
      >
        <span className="compare-palette-side">{side}</span>
        {tags.map((tag) => (
          <button key={tag.id} type="button" className="swatch" aria-label={`Tag as ${tag.name}`} title={tag.name}
            onClick={() => void compareMarks.highlight(tag.id)}
          >
            <span className={`swatch-sample tag-${tag.colour} line-${tag.underline}`} aria-hidden="true">{tag.letter}</span>
          </button>
        ))}
        <IconButton icon={Highlighter} label="Highlight without a tag" keys={commands.keysOf('highlight')}
          onClick={() => commands.run('highlight')} />
        <IconButton icon={StickyNote} label="Note" keys={commands.keysOf('note')} onClick={() => commands.run('note')} />
      </div>
    </Floating>
  )
}
