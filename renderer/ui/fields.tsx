import type { ComponentProps } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './icon'

/** A line of text to type; `label` is its name where no visible label is tied to it. */
export const TextField = (
  { label, icon, className, ...rest }: ComponentProps<'input'> & { readonly label?: string; readonly icon?: LucideIcon }
) => (
  <span className="field-box">
    {icon ? <Icon of={icon} size={14} /> : null}
    <input type="text" autoComplete="off" spellCheck={false} aria-label={label} {...rest} className={`field ${className ?? ''}`} />
  </span>
)

/** One choice of a select. */
export interface Option<T extends string> {
  readonly value: T
  readonly label: string
}

/** What a select takes. */
export interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T) => void
  readonly id?: string
  readonly className?: string
}

/** A choice among a few, drawn by the system. */
export const Select = <T extends string>({ label, value, options, onChange, id, className }: SelectProps<T>) => (
  <select
    id={id}
    className={`field ${className ?? ''}`}
    aria-label={label}
    value={value}
    onChange={(event) => {
      const chosen = options.find((option) => option.value === event.target.value)
      if (chosen) onChange(chosen.value)
    }}
  >
    {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
  </select>
)

/** Something that is on or off, at once. */
export const Switch = (
  { label, checked, onChange }: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }
) => (
  <button type="button" role="switch" aria-checked={checked} className="switch" onClick={() => onChange(!checked)}>
    <span className="switch-track" aria-hidden="true" />
    {label}
  </button>
)

/** What a row of choices takes. */
export interface SegmentsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T) => void
}

/** A choice among two to five, all in sight. */
export const Segments = <T extends string>({ label, value, options, onChange }: SegmentsProps<T>) => (
  <div className="segments" role="radiogroup" aria-label={label}>
    {options.map((option) => (
      <label key={option.value} className="segment">
        <input type="radio" name={label} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
        <span>{option.label}</span>
      </label>
    ))}
  </div>
)
