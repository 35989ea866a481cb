import { type KeyboardEvent, useState } from 'react'
import { RotateCcw } from 'lucide-react'
import { type Command, COMMAND_GROUPS } from '../state/commands/command'
import { commands } from '../state/commands/commands'
import { keysOfPress } from '../state/commands/keys'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button, IconButton } from '../ui/button'
import { Kbd } from '../ui/kbd'

/** Keys that are held with others and are no shortcut alone. */
const HELD: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']

/** Commands whose keys are not the reader's to change here: the way out of everything, and the digits, which belong to the tags. */
const isFixed = ({ id }: Command): boolean => id === 'window.escape' || id.startsWith('tag.')

const Binding = ({ command, chosen }: { readonly command: Command; readonly chosen: boolean }) => {
  const [waiting, setWaiting] = useState(false)
  const [taken, setTaken] = useState<{ readonly keys: string; readonly by: string } | null>(null)
  const press = (event: KeyboardEvent): void => {
    if (!waiting || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (HELD.includes(event.key)) return
    setWaiting(false)
    if (event.key === 'Escape') return
    const keys = keysOfPress(event)
    const by = commands.bind(command.id, keys)
    setTaken(by ? { keys, by: by.label } : null)
  }
  return (
    <li className="shortcut">
      <span>
        {command.label}
        {taken
          ? (
            <span className="binding-taken" role="alert">
              <Kbd keys={taken.keys} /> is taken: {taken.by}
            </span>
          )
          : null}
      </span>
      <span className="binding">
        {waiting ? null : command.keys.length === 0 ? <span className="binding-none">No keys</span> : <Kbd keys={command.keys.join(' ')} />}
        <Button
          size="small"
          aria-label={waiting ? `Press the new keys for ${command.label}` : `Change the keys for ${command.label}`}
          onClick={() => {
            setWaiting(true)
            setTaken(null)
          }}
          onBlur={() => setWaiting(false)}
          onKeyDownCapture={press}
        >
          {waiting ? 'Press keys…' : 'Change'}
        </Button>
        {chosen
          ? (
            <IconButton size="small" icon={RotateCcw} label={`Restore the first keys of ${command.label}`}
              onClick={() => commands.bind(command.id, null)} />
          )
          : null}
      </span>
    </li>
  )
}

/** Every command with its keys, to change them; keys that another command has are refused, and which one has them is said. */
export const KeySettings = () => {
  const chosen = useStore(workspaceState, (state) => state.settings.keys)
  return (
    <section className="key-settings">
      <p className="setting-about">Keys that another command has are refused. The menu bar and the shortcut sheet follow.</p>
      {COMMAND_GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className="menu-label binding-group">{group}</h3>
          <ul className="bindings" aria-label={`Keyboard shortcuts: ${group}`}>
            {commands.all().filter((command) => command.group === group && !isFixed(command)).map((command) => (
              <Binding key={command.id} command={command} chosen={chosen?.[command.id] !== undefined} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
