/** Percent escapes of addresses and forms (RFC 3986, 2.1). */

/** Whether every escape of a text is whole, and all of them together are UTF-8. */
export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
