import type { ComponentChildren } from 'preact';
import { type Block, parseMarkdown, type Span } from './parse-markdown.ts';

/** Shows an answer. Everything goes through text nodes and checked addresses: nothing is ever parsed as HTML. */
export function Markdown({ source }: { readonly source: string }) {
  return <>{parseMarkdown(source).map(renderBlock)}</>;
}

function renderBlock(block: Block, index: number): ComponentChildren {
  if (block.kind === 'paragraph') return <p key={index}>{block.spans.map(renderSpan)}</p>;
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List key={index}>
      {block.items.map((spans, item) => (
        <li key={item}>{spans.map(renderSpan)}</li>
      ))}
    </List>
  );
}

function renderSpan(span: Span, index: number): ComponentChildren {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'break':
      return <br key={index} />;
    case 'strong':
      return <strong key={index}>{span.spans.map(renderSpan)}</strong>;
    case 'em':
      return <em key={index}>{span.spans.map(renderSpan)}</em>;
    case 'link':
      return (
        <a key={index} href={span.href} {...linkTarget(span.href)}>
          {span.spans.map(renderSpan)}
        </a>
      );
  }
}

/** Pages open beside the chat; a telephone or a mail program takes over by itself. */
export function linkTarget(href: string): { readonly target?: '_blank'; readonly rel?: string } {
  return /^https?:/i.test(href) ? { target: '_blank', rel: 'noopener noreferrer' } : {};
}
