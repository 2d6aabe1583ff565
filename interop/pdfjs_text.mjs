// node pdfjs_text.mjs MODULES FILE ...   the text of every page of each file as pdf.js gives it, as JSON: [[page, …], …]
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

// Only for drawing, which nothing here does; without them the program does not load.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {};

const [modules, ...files] = process.argv.slice(2);
const pdfjs = await import(pathToFileURL(`${modules}/pdfjs-dist/legacy/build/pdf.mjs`));
const texts = [];
for (const file of files) {
  const document = await pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
  }
  texts.push(pages);
}
console.log(JSON.stringify(texts));
