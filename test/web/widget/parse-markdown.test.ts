import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSafeAddress, parseMarkdown, type Span, toPlainText } from '../../../web/widget/parse-markdown.ts';

const text = (value: string): Span => ({ kind: 'text', text: value });

describe('parseMarkdown', () => {
  it('reads paragraphs, line breaks, strong and emphasis', () => {
    expect(parseMarkdown('One **two**\nthree *four*\n\nfive')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          text('One '),
          { kind: 'strong', spans: [text('two')] },
          { kind: 'break' },
          text('three '),
          { kind: 'em', spans: [text('four')] },
        ],
      },
      { kind: 'paragraph', spans: [text('five')] },
    ]);
  });

  it('reads both kinds of list, also directly below a paragraph', () => {
    expect(parseMarkdown('Ways:\n- a\n- b\n\n1. c\n2. d\n   more')).toEqual([
      { kind: 'paragraph', spans: [text('Ways:')] },
      { kind: 'list', ordered: false, items: [[text('a')], [text('b')]] },
      { kind: 'list', ordered: true, items: [[text('c')], [text('d more')]] },
    ]);
  });

  it('reads a link inside strong text and strong text inside a link', () => {
    const href = 'tel:400-668-9229';
    expect(parseMarkdown(`**[Call](${href})** [**now**](${href})`)).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { kind: 'strong', spans: [{ kind: 'link', href, spans: [text('Call')] }] },
          text(' '),
          { kind: 'link', href, spans: [{ kind: 'strong', spans: [text('now')] }] },
        ],
      },
    ]);
  });

  it.each(['<b>x</b>', '# x', '`x`', '3 * 4 * 5', '![x](https://a.example/x.png', '**open', '_x_'])(
    'leaves %s as it is',
    (source) => {
      expect(parseMarkdown(source)).toEqual([{ kind: 'paragraph', spans: [text(source)] }]);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    '//evil.example',
    '/path',
    'vbscript:x',
    'java\tscript:x',
  ])('makes no link of %s', (address) => {
    expect(isSafeAddress(address)).toBe(false);
    expect(linksOf(parseMarkdown(`[x](${address})`).flatMap(spansOf))).toEqual([]);
  });

  it('never makes a link of an unsafe address and never loses a letter, whatever it reads', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '[',
      ']',
      '(',
      ')',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      ' ',
      'a',
      '字',
      'tel:1',
      'javascript:a',
      'https://a.b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        const spans = parseMarkdown(source).flatMap(spansOf);
        expect(linksOf(spans).every(isSafeAddress)).toBe(true);
        const shown = spans.map(textOf).join('') + linksOf(spans).join('');
        expect(letters(shown)).toEqual(letters(source));
      }),
    );
  });
});

function spansOf(block: ReturnType<typeof parseMarkdown>[number]): readonly Span[] {
  return block.kind === 'list' ? block.items.flat() : block.spans;
}

function linksOf(spans: readonly Span[]): string[] {
  return spans.flatMap((span) => {
    if (!('spans' in span)) return [];
    return span.kind === 'link' ? [span.href, ...linksOf(span.spans)] : linksOf(span.spans);
  });
}

function textOf(span: Span): string {
  if (span.kind === 'text') return span.text;
  return 'spans' in span ? span.spans.map(textOf).join('') : '';
}

/** How often each letter occurs: a link's address is read apart from its words, so the order may differ. */
function letters(source: string): string {
  return [...source.replace(/[^a-z字]/g, '')].sort().join('');
}

describe('toPlainText', () => {
  it('keeps the words and the lines and leaves the marks out', () => {
    const markdown = 'It takes **3 *or* 4** days:\n\n- Alipay\n- [UnionPay](https://example.com)\n\nBye\nnow';
    expect(toPlainText(markdown)).toBe('It takes 3 or 4 days:\nAlipay\nUnionPay\nBye\nnow');
  });
});
