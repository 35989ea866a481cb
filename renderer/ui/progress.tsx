/** How far a piece of work has come, as a bar; `done` of `total` in any unit. */
export const Progress = ({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) => (
  <div className="progress" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
    <div className="progress-bar" style={{ transform: `scaleX(${String(total > 0 ? Math.min(1, done / total) : 0)})` }} />
  </div>
)
