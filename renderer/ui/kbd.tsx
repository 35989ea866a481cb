/** The keys of a shortcut as caps; `keys` is written `Ctrl+Shift+F`, and two shortcuts are parted by a space. */
export const Kbd = ({ keys }: { readonly keys: string }) => (
  <span className="kbd-row">
    {keys.split(' ').map((one) => <kbd className="kbd" key={one}>{one}</kbd>)}
  </span>
)
