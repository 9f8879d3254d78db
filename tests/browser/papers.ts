// What a written file is made of besides its words: elements and attributes, fields, relationships,
// actions, signs that mean something. As lines, to be compared with those of another file.
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** The parts of a ZIP archive, by its directory. */
function unzipped(zip: Buffer): [name: string, bytes: Buffer][] {
  const parts: [string, Buffer][] = [];
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const size = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const end = at + 46 + (name ?? 0);
    const head = zip.readUInt32LE(at + 42);
    const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    const packed = zip.subarray(start, start + size);
    const bytes = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    parts.push([zip.toString('utf8', at + 46, end), bytes]);
    at = end + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** Elements with their attributes, addresses, styles; nothing of it is loaded or run. */
const inMarkup = (page: Page, source: string, type: DOMParserSupportedType) =>
  page.evaluate(
    ({ source, type }) => {
      const all = [...new DOMParser().parseFromString(source, type).querySelectorAll('*')];
      return all.flatMap((element) => [
        `<${element.tagName}>`,
        ...[...element.attributes].map(({ name, value }) =>
          /^(href|src|style|http-equiv|content|Target|TargetMode|w:instr)$/.test(name)
            ? `<${element.tagName} ${name}="${value}">`
            : `<${element.tagName} ${name}>`,
        ),
        ...(element.tagName === 'w:instrText' ? [`field ${element.textContent.trim()}`] : []),
      ]);
    },
    { source, type },
  );

const ACTIONS =
  /\/(?:S\s*\/(?:JavaScript|URI|Launch|SubmitForm|GoToR|ImportData)|JS|OpenAction|AA|EmbeddedFiles?|RichMedia|AcroForm|XFA)\b/g;

function inPdf(pdf: Buffer): string[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n/g)].map((found) => {
    try {
      return inflateSync(pdf.subarray(found.index + found[0].length)).toString('latin1');
    } catch {
      return '';
    }
  });
  const objects = [pdf.toString('latin1'), ...streams];
  return objects.flatMap((text) => text.match(ACTIONS) ?? []);
}

/** What the bytes of a file in this format are made of. */
export async function madeOf(page: Page, format: string, bytes: Buffer): Promise<string[]> {
  if (format === 'pdf') return inPdf(bytes);
  if (format === 'html') return inMarkup(page, bytes.toString(), 'text/html');
  if (format === 'md') {
    // Beside what is escaped, the signs that are left mean something.
    const signs = bytes.toString().replace(/\\[^\n]/g, 'x');
    return signs.match(/[<`$&@~|[]|\]\(|^(=+|-+)$|^ {4}/gm) ?? [];
  }
  const parts = unzipped(bytes);
  const said = await Promise.all(
    parts.map(([name, part]) =>
      /\.(xml|rels)$/.test(name) ? inMarkup(page, part.toString(), 'application/xml') : [],
    ),
  );
  return [...parts.map(([name]) => `part ${name}`), ...said.flat()];
}
