/** The part of a Word file that holds its comments: the one that is there, or a new one with what leads to it. */
import { type Markup, xml } from '../markup.ts';

interface CommentPart {
  /** Name of the entry in the ZIP. */
  name: string;
  /** Source of what is there; `null` where there is none yet. */
  source: string | null;
  /** First id that no comment has. */
  next: number;
  namespace: string;
  /** Name of the main part. */
  main: string;
}

type Files = Map<string, Uint8Array>;

const STRICT = 'http://purl.oclc.org/ooxml/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT_TYPES = '[Content_Types].xml';

export function findCommentPart(files: Files, main: string, namespace: string): CommentPart {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relation = /<[^>]*\bType="[^"]*\/comments"[^>]*>/.exec(textOf(files, relationsOf(main)) ?? '')?.[0];
  const target = relation === undefined ? undefined : /\bTarget="([^"]*)"/.exec(relation)?.[1];
  const name =
    target === undefined ? `${folder}comments-gouji.xml` : target.startsWith('/') ? target.slice(1) : folder + target;
  const source = textOf(files, name);
  const ids = [...(source ?? '').matchAll(/<(?:\w+:)?comment\b[^>]*?\bid="(\d+)"/g)].map(([, id]) => Number(id));
  return { name, source, next: Math.max(-1, ...ids) + 1, namespace, main };
}

/** Puts the comments into the files, and names the part where it is new. */
export function addComments(
  files: Files,
  part: CommentPart,
  comments: readonly { id: number; text: readonly string[] }[],
  { name: author, date }: { name: string; date: string },
): void {
  const made = comments.map(({ id, text }) => comment(id, text, author, date, part.namespace)).join('');
  if (part.source !== null) {
    files.set(part.name, Buffer.from(beforeEnd(part.source, made)));
    return;
  }
  files.set(part.name, Buffer.from(`${XML}<w:comments xmlns:w="${part.namespace}">${made}</w:comments>`));
  const kind = part.namespace.startsWith(STRICT)
    ? `${STRICT}officeDocument/relationships/comments`
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const relations =
    textOf(files, relationsOf(part.main)) ?? `${XML}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  const leads = `<Relationship xmlns="${PACKAGE}/relationships" Id="goujiComments" Type="${kind}" Target="/${part.name}"/>`;
  files.set(relationsOf(part.main), Buffer.from(beforeEnd(relations, leads)));
  const override = `<Override xmlns="${PACKAGE}/content-types" PartName="/${part.name}" ContentType="${CONTENT_TYPE}"/>`;
  files.set(CONTENT_TYPES, Buffer.from(beforeEnd(textOf(files, CONTENT_TYPES) ?? '', override)));
}

/** The prefix is declared on each comment, whatever the part around it calls the namespace. */
function comment(id: number, text: readonly string[], author: string, date: string, namespace: string): Markup {
  const paragraphs = text.map((line) => xml`<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`);
  return xml`<w:comment xmlns:w="${namespace}" w:id="${id}" w:author="${author}" w:date="${date}" w:initials="${author.slice(0, 2)}">${paragraphs}</w:comment>`;
}

/** Inside the root, as its last element; a root without content gets an end tag. */
function beforeEnd(source: string, put: string): string {
  const empty = /<([\w:]+)([^<>]*)\/>\s*$/.exec(source);
  if (empty && !source.slice(0, empty.index).includes('</') && !/<[\w:]/.test(source.slice(0, empty.index))) {
    return `${source.slice(0, empty.index)}<${empty[1]}${empty[2]}>${put}</${empty[1]}>`;
  }
  const end = source.lastIndexOf('</');
  return source.slice(0, end) + put + source.slice(end);
}

const relationsOf = (main: string) => {
  const slash = main.lastIndexOf('/') + 1;
  return `${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`;
};

function textOf(files: Files, name: string): string | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
