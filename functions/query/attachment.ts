/** A file to be saved. */

/** @param name may be Chinese; browsers read `filename*`, RFC 6266 and RFC 8187 */
export function attachment(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Response {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const ascii = name.replace(/[^\w.-]+/g, '_');
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
      'Cache-Control': 'no-store',
    },
  });
}
