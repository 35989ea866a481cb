import { CARET_KEYS } from '../state/document/caret'
import { COMMAND_GROUPS } from '../state/commands/command'
import { commands } from '../state/commands/commands'
import { LIST_KEYS } from '../state/library/list-selection'
import { NOTE_KEYS } from '../state/notes/note-keys'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'

/** The keys that belong to one part of the window and are no commands. */
const OwnKeys = ({ title, list }: { readonly title: string; readonly list: typeof CARET_KEYS }) => (
  <section className="shortcut-group" aria-label={title}>
    <h3 className="menu-label">{title}</h3>
    <dl>
      {list.map(({ label, keys }) => (
        <div key={label} className="shortcut">
          <dt>{label}</dt>
          <dd>
            <Kbd keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
)

/** Every shortcut, by what it is for. */
export const ShortcutSheet = () => {
  const dialog = useStore(viewState, viewState.select.dialog)
  return (
    <Dialog open={dialog === 'shortcuts'} onClose={viewState.closeDialog} title="Keyboard shortcuts" width="wide">
      <div className="shortcuts">
        {COMMAND_GROUPS.map((group) => (
          <section key={group} className="shortcut-group" aria-label={group}>
            <h3 className="menu-label">{group}</h3>
            <dl>
              {commands.all().filter((command) => command.group === group && command.keys.length > 0).map((command) => (
                <div key={command.id} className="shortcut">
                  <dt>{command.label}</dt>
                  <dd>
                    <Kbd keys={command.keys.join(' ')} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <OwnKeys title="With the caret" list={CARET_KEYS} />
        <OwnKeys title="In the list of marks" list={LIST_KEYS} />
        <OwnKeys title="While writing a note" list={NOTE_KEYS} />
      </div>
    </Dialog>
  )
}
