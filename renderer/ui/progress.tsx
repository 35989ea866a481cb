/** How far a piece of work has come, as a bar; `done` of `total` in any unit, and 0 of 0 where nobody can tell: the bar then only moves. */
export const Progress = ({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) => {
  const known = total > 0
  return (
    <div className="progress" role="progressbar" aria-label={label}
      {...(known ? { 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': done } : {})}
    >
      <div className={known ? 'progress-bar' : 'progress-bar progress-unknown'}
        style={known ? { transform: `scaleX(${String(Math.min(1, done / total))})` } : undefined} />
    </div>
  )
}
