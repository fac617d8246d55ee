/** A run of text inside a paragraph or a list item. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly href: string; readonly spans: readonly Span[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

const BULLET = /^\s*[-*]\s+(.*)$/;
const NUMBER = /^\s*\d+[.)]\s+(.*)$/;
const SAFE_ADDRESS = /^(https?:\/\/|tel:|mailto:)[^\s]+$/i;

/** Whether an address may become a link: a page, a telephone number or a mailbox, never a script. */
export function isSafeAddress(address: string): boolean {
  return SAFE_ADDRESS.test(address);
}

/** Reads the subset of Markdown that answers are written in. Whatever is not in it stays text. */
export function parseMarkdown(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const chunk of markdown.replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    let paragraph: string[] = [];
    let list: { ordered: boolean; items: string[] } | undefined;
    const closeParagraph = () => {
      if (paragraph.length > 0) blocks.push({ kind: 'paragraph', spans: parseLines(paragraph) });
      paragraph = [];
    };
    const closeList = () => {
      if (list) blocks.push({ kind: 'list', ordered: list.ordered, items: list.items.map(parseSpans) });
      list = undefined;
    };
    for (const line of chunk.split('\n')) {
      const bullet = BULLET.exec(line);
      const item = bullet ?? NUMBER.exec(line);
      if (item) {
        closeParagraph();
        const ordered = !bullet;
        if (list?.ordered !== ordered) closeList();
        list ??= { ordered, items: [] };
        list.items.push(item[1] ?? '');
      } else if (list && /^\s+\S/.test(line)) {
        list.items.push(`${list.items.pop()} ${line.trim()}`);
      } else if (line.trim() !== '') {
        closeList();
        paragraph.push(line.trim());
      }
    }
    closeParagraph();
    closeList();
  }
  return blocks;
}

function parseLines(lines: readonly string[]): readonly Span[] {
  return lines.flatMap((line, index) => {
    const spans = parseSpans(line);
    return index === 0 ? spans : [{ kind: 'break' } as const, ...spans];
  });
}

/** Link, strong, emphasis: tried in this order wherever one begins. */
const MARK = /\[([^[\]]+)\]\(([^()\s]+)\)|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*/;

function parseSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let rest = text;
  for (let match = MARK.exec(rest); match; match = MARK.exec(rest)) {
    const [whole, label, address = '', strong, em] = match;
    if (match.index > 0) spans.push({ kind: 'text', text: rest.slice(0, match.index) });
    rest = rest.slice(match.index + whole.length);
    if (strong !== undefined) spans.push({ kind: 'strong', spans: parseSpans(strong) });
    else if (em !== undefined) spans.push({ kind: 'em', spans: parseSpans(em) });
    else if (label !== undefined && isSafeAddress(address)) {
      spans.push({ kind: 'link', href: address, spans: parseSpans(label) });
    } else spans.push({ kind: 'text', text: whole });
  }
  if (rest !== '') spans.push({ kind: 'text', text: rest });
  return spans;
}

/** The words of an answer without its marks, for where they are spoken. */
export function toPlainText(markdown: string): string {
  return parseMarkdown(markdown)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.spans] : block.items))
    .map(wordsOf)
    .join('\n');
}

function wordsOf(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.kind === 'text' ? span.text : span.kind === 'break' ? '\n' : wordsOf(span.spans)))
    .join('');
}
