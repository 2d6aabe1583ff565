// easy-template-x as a user would run it: TEMPLATE XLSX OUT, one document for each row of the workbook.
const fs = require('fs');
const path = require('path');
const { TemplateHandler } = require('easy-template-x');
const sheets = require('xlsx');

async function main([template, workbook, out]) {
  const book = sheets.readFile(workbook);
  const memos = sheets.utils.sheet_to_json(book.Sheets.memo);
  const items = new Map(memos.map((memo) => [memo.doc, []]));
  for (const item of sheets.utils.sheet_to_json(book.Sheets.items)) items.get(item.doc).push(item);
  const handler = new TemplateHandler();
  const source = fs.readFileSync(template);
  for (const memo of memos) {
    const document = await handler.process(source, { ...memo, items: items.get(memo.doc) });
    fs.writeFileSync(path.join(out, `${memo.doc}.docx`), document);
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
