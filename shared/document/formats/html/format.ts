import type { DocumentFormat } from '../../format.ts';

const TAG =
  /<(?:!doctype\s+html|(?:html|head|body|title|meta|table|tr|td|div|p|span|font|center|br|h[1-6]|ul|ol|section|article|main)[\s/>])/i;

export const html: DocumentFormat = {
  kind: 'html',
  mediaType: 'text/html',
  extensions: ['html', 'htm', 'shtml', 'xhtml', 'jsp', 'aspx', 'php'],
  lined: true,
  recognises: ({ start }) => TAG.test(start),
  load: async () => (await import('./read.ts')).readHtml,
};
