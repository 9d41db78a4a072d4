/** `mc:AlternateContent` (ECMA-376 part 3, 9.3): the first choice that is understood, otherwise the fallback. */
import { elements, findAll, isNowhereNear, textContent, type XmlElement } from '../../xml.ts';

/** Extensions whose elements hold text that is read; all others, such as diagrams, are drawn from their fallback. */
const UNDERSTOOD = /^(?:wps|wpg|wpc|wp14|w14|w15|w16\w*|a14|v)$/;

/** The elements of a parent with the chosen ones in place of alternates. */
export function chosenElements(parent: XmlElement): XmlElement[] {
  const children = elements(parent);
  if (isNowhereNear(parent, 'AlternateContent') || !children.some(isAlternate)) return children;
  return children.flatMap((child) => (isAlternate(child) ? elements(chosen(child)) : [child]));
}

function isAlternate({ name }: XmlElement): boolean {
  return name === 'AlternateContent';
}

/** Some programs write an empty choice and keep the text in the fallback, so a branch with text goes before one without. */
function chosen(alternate: XmlElement): XmlElement {
  const branches = elements(alternate).filter(({ name }) => name === 'Choice' || name === 'Fallback');
  const usable = branches.filter(({ name, attributes }) => name === 'Fallback' || isUnderstood(attributes.Requires));
  return usable.find(hasText) ?? usable[0] ?? { name: 'Fallback', attributes: {}, children: [] };
}

function isUnderstood(requires = ''): boolean {
  return requires.split(/\s+/).every((prefix) => prefix === '' || UNDERSTOOD.test(prefix));
}

function hasText(branch: XmlElement): boolean {
  return findAll(branch, 't').some((text) => textContent(text).trim() !== '');
}
