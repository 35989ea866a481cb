const NAMES: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' }

const shown = (keys: string): string =>
  keys.replace(/Arrow(?:Left|Right|Up|Down)|Escape/g, (name) => NAMES[name] ?? name).replace(/(^|\+)([a-z])$/,
    (_, before: string, letter: string) => before + letter.toUpperCase())

/** The keys of a shortcut as caps; `keys` is written `Ctrl+Shift+F`, and two shortcuts are parted by a space. */
export const Kbd = ({ keys }: { readonly keys: string }) => (
  <span className="kbd-row">
    {keys.split(' ').map((one) => <kbd className="kbd" key={one}>{shown(one)}</kbd>)}
  </span>
)
