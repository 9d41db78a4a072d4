/** The part of word-extractor that the tests use; it brings no types of its own. */
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(file: Buffer): Promise<{ getBody(options: { filterUnicode: boolean }): string }>;
  }
}
