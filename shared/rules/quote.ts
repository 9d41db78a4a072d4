/** A label in Chinese quotation marks; quotation marks inside it become single ones. */
export function quote(label: string): string {
  return `“${label.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
