/**
 * How many of `length` things come first for which `passed` is true, where none behind them is: the index of the first that is not. In
 * steps that grow with the logarithm of `length`.
 */
export const lowerBound = (length: number, passed: (at: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passed(middle)) low = middle + 1
    else high = middle
  }
  return low
}
