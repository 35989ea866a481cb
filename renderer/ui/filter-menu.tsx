import { ChevronDown } from 'lucide-react'
import { Icon } from './icon'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from './menu'

/** What a filter takes: its name, the values with their counts, and those that are chosen. An empty choice lets all through. */
export interface FilterMenuProps<V extends string> {
  readonly label: string
  readonly counts: ReadonlyMap<V, number>
  readonly chosen: readonly V[]
  readonly wordsOf: (value: V) => string
  readonly onChange: (chosen: readonly V[]) => void
}

/** A filter as a pill that opens a list of values with live counts; several may be chosen. */
export const FilterMenu = <V extends string>({ label, counts, chosen, wordsOf, onChange }: FilterMenuProps<V>) => {
  if (counts.size < 2 && chosen.length === 0) return null
  const values = [...new Set([...counts.keys(), ...chosen])]
  const [only] = chosen
  const shown = chosen.length === 0 || only === undefined
    ? label
    : chosen.length === 1
    ? wordsOf(only)
    : `${label}: ${String(chosen.length)}`
  return (
    <Menu
      label={label}
      trigger={
        <button type="button" className="pill" data-on={chosen.length > 0}
          aria-label={`${label}${chosen.length === 0 ? '' : `: ${chosen.map(wordsOf).join(', ')}`}`}
        >
          {shown}
          <Icon of={ChevronDown} size={12} />
        </button>
      }
    >
      {values.map((value) => (
        <MenuChoice
          key={value}
          checked={chosen.includes(value)}
          hint={String(counts.get(value) ?? 0)}
          onSelect={() => onChange(chosen.includes(value) ? chosen.filter((kept) => kept !== value) : [...chosen, value])}
        >
          {wordsOf(value)}
        </MenuChoice>
      ))}
      {chosen.length === 0 ? null : (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChange([])}>Clear</MenuItem>
        </>
      )}
    </Menu>
  )
}
