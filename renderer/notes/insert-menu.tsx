import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon'
import { Floating } from '../ui/popover'
import type { InsertChoice } from './insert-choices'

/** A choice that is being made: what fits, which one is in focus, and where the caret is on the window, in CSS pixels. */
export interface Choosing {
  readonly choices: readonly InsertChoice[]
  readonly index: number
  readonly x: number
  readonly y: number
}

/** The id of the list of choices, which the editor names as its own. */
export const CHOICES_ID = 'note-choices'

/** The id of one choice, which the editor names while it is in focus. */
export const choiceId = ({ id }: InsertChoice): string => `${CHOICES_ID}-${id}`

const Choice = (
  { choice, active, onChoose }: { readonly choice: InsertChoice; readonly active: boolean; readonly onChoose: () => void }
) => {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={element}
      id={choiceId(choice)}
      role="option"
      aria-selected={active}
      className="choice"
      data-active={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon of={choice.icon} size={14} />
      <span className="choice-label truncate">{choice.label}</span>
      {choice.hint === null ? null : <span className="choice-hint truncate">{choice.hint}</span>}
    </div>
  )
}

/** The list of what can be put in the place of a typed "/" or "@". The caret stays in the note; the editor's keys move in the list. */
export const InsertMenu = ({ choosing, onChoose, onClose }: {
  readonly choosing: Choosing
  readonly onChoose: (choice: InsertChoice) => void
  readonly onClose: () => void
}) => (
  <Floating x={choosing.x} y={choosing.y} side="bottom" label="Insert" className="popover choices" onClose={onClose}>
    <div role="listbox" id={CHOICES_ID} aria-label="Insert" className="choice-list" tabIndex={0}>
      {choosing.choices.map((choice, at) => (
        <div key={choice.id} role="presentation">
          {choosing.choices[at - 1]?.group === choice.group ? null : <div className="choice-group" role="presentation">{choice.group}</div>}
          <Choice choice={choice} active={at === choosing.index} onChoose={() => onChoose(choice)} />
        </div>
      ))}
    </div>
  </Floating>
)
