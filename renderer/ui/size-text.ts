/** A size in bytes as a reader takes it in: "812 KB", "4.1 MB". A kilobyte is 1,000 bytes, as file managers count. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${String(bytes)} bytes`
  return bytes < 1_000_000 ? `${String(Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
