import { ALargeSmall, Minus, Plus } from 'lucide-react'
import { FONTS, THEMES } from '../../state/window/themes'
import { useStore } from '../../state/window/use-store'
import { workspaceState } from '../../state/window/workspace'
import { IconButton } from '../../ui/button'
import { Select } from '../../ui/fields'
import { Popover } from '../../ui/popover'

const Stepper = (
  { label, value, onStep }: { readonly label: string; readonly value: string; readonly onStep: (delta: 1 | -1) => void }
) => (
  <div className="stepper" role="group" aria-label={label}>
    <span className="stepper-label">{label}</span>
    <IconButton size="small" tone="plain" icon={Minus} label={`${label}: less`} onClick={() => onStep(-1)} />
    <span className="stepper-value numeric" aria-live="polite">{value}</span>
    <IconButton size="small" tone="plain" icon={Plus} label={`${label}: more`} onClick={() => onStep(1)} />
  </div>
)

/** Steps of the measure in characters, and of the line spacing. */
const MEASURE_STEP = 4
const LEADING_STEP = 0.1

/** How the text is set, behind a button: theme, size, width, line spacing. Changes are seen at once. */
export const TextSettings = () => {
  const { theme, fontSize, measure, lineHeight, font = 'serif' } = useStore(workspaceState, workspaceState.select.settings)
  const set = workspaceState.setSettings
  return (
    <Popover label="Text and theme" trigger={<IconButton icon={ALargeSmall} label="Text and theme" />}>
      <div className="text-settings">
        <label className="stepper">
          <span className="stepper-label">Theme</span>
          <Select label="Theme" value={theme} options={THEMES} onChange={(value) => void set({ theme: value })} />
        </label>
        <label className="stepper">
          <span className="stepper-label">Face</span>
          <Select label="Text font" value={font} options={FONTS} onChange={(value) => void set({ font: value })} />
        </label>
        <Stepper label="Size" value={`${String(fontSize)} px`} onStep={(delta) => void set({ fontSize: fontSize + delta })} />
        <Stepper label="Width" value={`${String(measure)} characters`}
          onStep={(delta) => void set({ measure: measure + delta * MEASURE_STEP })} />
        <Stepper label="Line spacing" value={lineHeight.toFixed(1)}
          onStep={(delta) => void set({ lineHeight: lineHeight + delta * LEADING_STEP })} />
      </div>
    </Popover>
  )
}
